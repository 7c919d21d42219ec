export { t as checkScopes, n as planDeployment, r as requestDeployment } from "./plan-deployment2.js";
