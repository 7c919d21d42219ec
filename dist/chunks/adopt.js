export { n as runAdopt } from "./adopt2.js";
