export { rt as AUDIT_LOG, it as FOLDER, at as maskSecrets, ot as openSession, st as openTenant, ct as readInput, lt as readOwnApiConfig } from "./lint.js";
