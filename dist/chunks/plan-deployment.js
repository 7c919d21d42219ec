export { t as planDeployment, n as requestDeployment } from "./plan-deployment2.js";
