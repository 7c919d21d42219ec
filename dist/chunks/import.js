export { n as runImport } from "./import2.js";
