export { rt as readIdMap } from "./lint.js";
