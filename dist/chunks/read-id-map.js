export { at as readIdMap } from "./lint.js";
