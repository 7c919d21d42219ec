export { it as AUDIT_LOG, at as FOLDER, ot as openSession, st as openTenant, ct as readInput } from "./lint.js";
