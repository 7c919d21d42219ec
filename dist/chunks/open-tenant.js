export { ht as openTenant, gt as readOwnApiConfig, _t as readTrustedApiConfig } from "./lint.js";
