export { t as isPartial, n as prepareRollback } from "./prepare-rollback.js";
