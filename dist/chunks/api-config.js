import { Cr as TOKEN_PATH, Sr as ENDPOINTS } from "./lint.js";
// src/cxone/api-config.ts
const DEFAULT_API = {
	tokenUrl: TOKEN_PATH,
	tokenStyle: "json",
	grant: "client_credentials",
	endpoints: ENDPOINTS
};
export { DEFAULT_API as t };
