export { it as AUDIT_LOG, at as FOLDER, ot as maskSecrets, st as openSession, ct as openTenant, lt as readInput, ut as readOwnApiConfig } from "./lint.js";
