export { et as AUDIT_LOG, tt as FOLDER, nt as openSession, rt as openTenant, it as readInput } from "./lint.js";
