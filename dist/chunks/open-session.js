export { nt as AUDIT_LOG, rt as FOLDER, it as maskSecrets, at as openSession, ot as openTenant, st as readInput, ct as readOwnApiConfig } from "./lint.js";
