export { _t as openTenant, vt as readOwnApiConfig, yt as readTrustedApiConfig } from "./lint.js";
