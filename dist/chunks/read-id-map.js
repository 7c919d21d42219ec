export { it as readIdMap } from "./lint.js";
