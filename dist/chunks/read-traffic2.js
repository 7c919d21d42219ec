export { a as readLastDay } from "./read-traffic.js";
