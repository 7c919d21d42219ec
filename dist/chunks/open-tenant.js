export { Tt as openTenant, Et as readOwnApiConfig, Dt as readTrustedApiConfig } from "./lint.js";
