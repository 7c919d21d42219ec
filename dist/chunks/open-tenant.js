export { wt as openTenant, Tt as readOwnApiConfig, Et as readTrustedApiConfig } from "./lint.js";
