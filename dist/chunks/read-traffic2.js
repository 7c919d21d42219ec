export { r as readLastDay } from "./read-traffic.js";
