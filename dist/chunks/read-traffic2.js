export { i as readLastDay } from "./read-traffic.js";
