import { Cr as ENDPOINTS, wr as TOKEN_PATH } from "./lint.js";
// src/cxone/api-config.ts
const DEFAULT_API = {
	tokenUrl: TOKEN_PATH,
	tokenStyle: "json",
	grant: "client_credentials",
	endpoints: ENDPOINTS
};
export { DEFAULT_API as t };
