import { n as __toESM } from "./rolldown-runtime.js";
import { $t as explainMisfits, Cr as ENDPOINTS, Qt as readSmallFile, ar as atValue, in as readSecureUrl, ln as require_ucs2length, rn as hideSecretsOfUrl, wr as TOKEN_PATH } from "./lint.js";
import { t as DEFAULT_API } from "./api-config.js";
// src/cxone/check-template.ts
const LONGEST = 500;
const ALLOWED = /^[\w.~!$&'()*+,;=:@%{}/-]*$/;
function placeholdersOf(template) {
	return [...template.matchAll(/\{(\w+)\}/g)].map(([whole]) => whole).toSorted();
}
function isStep(segment) {
	return /^(\.|%2e){1,2}$/i.test(segment);
}
function needed(placeholders) {
	return placeholders.length === 0 ? "no placeholder" : `${placeholders.join(" and ")}, once, and no other`;
}
function whyNoTemplate(template, usual) {
	if (template.length > LONGEST) return `it may have ${LONGEST} characters at most`;
	if (!template.startsWith("/")) return "it must start with /, since no path may lead the token to another host";
	if (/[?#]/.test(template)) return "it may have no query and no fragment";
	if (!ALLOWED.test(template)) return "it may hold only what can stand in the path of a URL";
	if (/%(?![\da-f]{2})/i.test(template)) return "after % two hex digits must follow";
	if (template.includes("//")) return "it may not hold //";
	if (template.split("/").some(isStep)) return "it may not hold . or .. as a step";
	const wanted = placeholdersOf(usual);
	const isRight = placeholdersOf(template).join(" ") === wanted.join(" ");
	const hasOthers = /[{}]/.test(template.replace(/\{\w+\}/g, ""));
	return isRight && !hasOthers ? void 0 : `it must hold ${needed(wanted)}`;
}
// src/cxone/validate-api-config.generated.js
var import_ucs2length = /* @__PURE__ */ __toESM(require_ucs2length(), 1);
const commonJs = (m) => m.default?.__esModule ? m.default : m.__esModule || typeof m.default === "function" ? m : m.default ?? m;
const validate = validate10;
const schema11 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"title": "ApiConfigFile",
	"description": "Where a tenant's paths or the way to its token differ from the defaults.",
	"type": "object",
	"additionalProperties": false,
	"properties": {
		"$schema": {
			"type": "string",
			"description": "For editors."
		},
		"tokenUrl": {
			"type": "string",
			"minLength": 1,
			"description": "Where tokens come from: a path on the tenant, or a whole https URL, which may be on another host (default /oauth/token)."
		},
		"tokenStyle": {
			"enum": [
				"json",
				"form",
				"basic"
			],
			"description": "How the client's id and secret are sent: in a JSON body, in a form, or in a Basic header beside a form (default json; basic with grant password)."
		},
		"grant": {
			"enum": ["client_credentials", "password"],
			"description": "OAuth 2.0 grant (default client_credentials); password needs inputs access-key-id and access-key-secret."
		},
		"paths": {
			"type": "object",
			"description": "Path templates of single requests. Each holds exactly the placeholders of its default.",
			"additionalProperties": false,
			"properties": {
				"findMedia": {
					"type": "string",
					"description": "GET, {assetId}"
				},
				"findCampaign": {
					"type": "string",
					"description": "GET, {campaignId}"
				},
				"listFlows": {
					"type": "string",
					"description": "GET"
				},
				"getFlow": {
					"type": "string",
					"description": "GET, {flowId}"
				},
				"createFlow": {
					"type": "string",
					"description": "POST"
				},
				"validateFlow": {
					"type": "string",
					"description": "POST, {flowId}"
				},
				"compileFlow": {
					"type": "string",
					"description": "POST, {flowId}"
				},
				"compileState": {
					"type": "string",
					"description": "GET, {flowId}"
				},
				"patchFlow": {
					"type": "string",
					"description": "PATCH, {flowId}"
				},
				"deleteFlow": {
					"type": "string",
					"description": "DELETE, {flowId}"
				},
				"listWebhooks": {
					"type": "string",
					"description": "GET"
				},
				"createWebhook": {
					"type": "string",
					"description": "POST"
				},
				"patchWebhook": {
					"type": "string",
					"description": "PATCH, {webhookId}"
				},
				"queryAnalytics": {
					"type": "string",
					"description": "POST"
				}
			}
		}
	}
};
const func2 = commonJs(import_ucs2length).default;
const func3 = Object.prototype.hasOwnProperty;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 in data) if (!(key0 === "$schema" || key0 === "tokenUrl" || key0 === "tokenStyle" || key0 === "grant" || key0 === "paths")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.$schema !== void 0) {
			if (typeof data.$schema !== "string") {
				const err1 = {
					instancePath: instancePath + "/$schema",
					schemaPath: "#/properties/%24schema/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
		if (data.tokenUrl !== void 0) {
			let data1 = data.tokenUrl;
			if (typeof data1 === "string") {
				if (func2(data1) < 1) {
					const err2 = {
						instancePath: instancePath + "/tokenUrl",
						schemaPath: "#/properties/tokenUrl/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
			} else {
				const err3 = {
					instancePath: instancePath + "/tokenUrl",
					schemaPath: "#/properties/tokenUrl/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.tokenStyle !== void 0) {
			let data2 = data.tokenStyle;
			if (!(data2 === "json" || data2 === "form" || data2 === "basic")) {
				const err4 = {
					instancePath: instancePath + "/tokenStyle",
					schemaPath: "#/properties/tokenStyle/enum",
					keyword: "enum",
					params: { allowedValues: schema11.properties.tokenStyle.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.grant !== void 0) {
			let data3 = data.grant;
			if (!(data3 === "client_credentials" || data3 === "password")) {
				const err5 = {
					instancePath: instancePath + "/grant",
					schemaPath: "#/properties/grant/enum",
					keyword: "enum",
					params: { allowedValues: schema11.properties.grant.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.paths !== void 0) {
			let data4 = data.paths;
			if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
				for (const key1 in data4) if (!func3.call(schema11.properties.paths.properties, key1)) {
					const err6 = {
						instancePath: instancePath + "/paths",
						schemaPath: "#/properties/paths/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
				if (data4.findMedia !== void 0) {
					if (typeof data4.findMedia !== "string") {
						const err7 = {
							instancePath: instancePath + "/paths/findMedia",
							schemaPath: "#/properties/paths/properties/findMedia/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err7];
						else vErrors.push(err7);
						errors++;
					}
				}
				if (data4.findCampaign !== void 0) {
					if (typeof data4.findCampaign !== "string") {
						const err8 = {
							instancePath: instancePath + "/paths/findCampaign",
							schemaPath: "#/properties/paths/properties/findCampaign/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err8];
						else vErrors.push(err8);
						errors++;
					}
				}
				if (data4.listFlows !== void 0) {
					if (typeof data4.listFlows !== "string") {
						const err9 = {
							instancePath: instancePath + "/paths/listFlows",
							schemaPath: "#/properties/paths/properties/listFlows/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err9];
						else vErrors.push(err9);
						errors++;
					}
				}
				if (data4.getFlow !== void 0) {
					if (typeof data4.getFlow !== "string") {
						const err10 = {
							instancePath: instancePath + "/paths/getFlow",
							schemaPath: "#/properties/paths/properties/getFlow/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err10];
						else vErrors.push(err10);
						errors++;
					}
				}
				if (data4.createFlow !== void 0) {
					if (typeof data4.createFlow !== "string") {
						const err11 = {
							instancePath: instancePath + "/paths/createFlow",
							schemaPath: "#/properties/paths/properties/createFlow/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err11];
						else vErrors.push(err11);
						errors++;
					}
				}
				if (data4.validateFlow !== void 0) {
					if (typeof data4.validateFlow !== "string") {
						const err12 = {
							instancePath: instancePath + "/paths/validateFlow",
							schemaPath: "#/properties/paths/properties/validateFlow/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err12];
						else vErrors.push(err12);
						errors++;
					}
				}
				if (data4.compileFlow !== void 0) {
					if (typeof data4.compileFlow !== "string") {
						const err13 = {
							instancePath: instancePath + "/paths/compileFlow",
							schemaPath: "#/properties/paths/properties/compileFlow/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err13];
						else vErrors.push(err13);
						errors++;
					}
				}
				if (data4.compileState !== void 0) {
					if (typeof data4.compileState !== "string") {
						const err14 = {
							instancePath: instancePath + "/paths/compileState",
							schemaPath: "#/properties/paths/properties/compileState/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err14];
						else vErrors.push(err14);
						errors++;
					}
				}
				if (data4.patchFlow !== void 0) {
					if (typeof data4.patchFlow !== "string") {
						const err15 = {
							instancePath: instancePath + "/paths/patchFlow",
							schemaPath: "#/properties/paths/properties/patchFlow/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err15];
						else vErrors.push(err15);
						errors++;
					}
				}
				if (data4.deleteFlow !== void 0) {
					if (typeof data4.deleteFlow !== "string") {
						const err16 = {
							instancePath: instancePath + "/paths/deleteFlow",
							schemaPath: "#/properties/paths/properties/deleteFlow/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
				}
				if (data4.listWebhooks !== void 0) {
					if (typeof data4.listWebhooks !== "string") {
						const err17 = {
							instancePath: instancePath + "/paths/listWebhooks",
							schemaPath: "#/properties/paths/properties/listWebhooks/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err17];
						else vErrors.push(err17);
						errors++;
					}
				}
				if (data4.createWebhook !== void 0) {
					if (typeof data4.createWebhook !== "string") {
						const err18 = {
							instancePath: instancePath + "/paths/createWebhook",
							schemaPath: "#/properties/paths/properties/createWebhook/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err18];
						else vErrors.push(err18);
						errors++;
					}
				}
				if (data4.patchWebhook !== void 0) {
					if (typeof data4.patchWebhook !== "string") {
						const err19 = {
							instancePath: instancePath + "/paths/patchWebhook",
							schemaPath: "#/properties/paths/properties/patchWebhook/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err19];
						else vErrors.push(err19);
						errors++;
					}
				}
				if (data4.queryAnalytics !== void 0) {
					if (typeof data4.queryAnalytics !== "string") {
						const err20 = {
							instancePath: instancePath + "/paths/queryAnalytics",
							schemaPath: "#/properties/paths/properties/queryAnalytics/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
				}
			} else {
				const err21 = {
					instancePath: instancePath + "/paths",
					schemaPath: "#/properties/paths/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
		}
	} else {
		const err22 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err22];
		else vErrors.push(err22);
		errors++;
	}
	validate10.errors = vErrors;
	return errors === 0;
}
// src/cxone/read-api-config.ts
const WHAT = "an API config";
const TOKEN_URL = "a path such as \"/oauth/token\", or an https URL (http only on loopback)";
const NAMES = Object.keys(ENDPOINTS);
const TAKES = {
	"": "an object with tokenUrl, tokenStyle, grant, paths, or some of them",
	"/$schema": "a text for editors",
	"/tokenUrl": TOKEN_URL,
	"/tokenStyle": "\"json\", \"form\" or \"basic\"",
	"/grant": "\"client_credentials\" or \"password\"",
	"/paths": "an object: {\"name of a request\": \"path template\"}"
};
const EXPECTATION = {
	what: WHAT,
	takesAt: (pointer) => TAKES[pointer] ?? "a path template",
	keysAt: (pointer) => pointer === "/paths" ? NAMES : [
		"tokenUrl",
		"tokenStyle",
		"grant",
		"paths"
	]
};
function wrong(pointer, where, value, takes) {
	const shown = value.length > 100 ? `${value.slice(0, 100)}…` : value;
	return {
		message: `${where} is ${JSON.stringify(shown)}, but ${takes}`,
		place: atValue(pointer)
	};
}
function lookAtPaths(paths) {
	return NAMES.flatMap((name) => {
		const template = paths[name];
		const why = template === void 0 ? void 0 : whyNoTemplate(template, ENDPOINTS[name].path);
		if (template === void 0 || why === void 0) return [];
		const example = `it takes a path such as ${JSON.stringify(ENDPOINTS[name].path)}: ${why}`;
		return [wrong(`/paths/${name}`, `paths.${name}`, template, example)];
	});
}
function lookAtTokenUrl(text) {
	const refuse = (why) => [wrong("/tokenUrl", "tokenUrl", hideSecretsOfUrl(text), `it takes ${TOKEN_URL}${why}`)];
	if (text.startsWith("/")) {
		const why = whyNoTemplate(text, TOKEN_PATH);
		return why === void 0 ? [] : refuse(`: ${why}`);
	}
	const url = readSecureUrl(text);
	if (url === void 0) return refuse("");
	return url.username === "" && url.password === "" && !/[?#]/.test(text) ? [] : [{
		message: `tokenUrl takes ${TOKEN_URL}, without credentials, query or fragment`,
		place: atValue("/tokenUrl")
	}];
}
function endpointsWith(paths) {
	const entries = NAMES.map((name) => [name, {
		...ENDPOINTS[name],
		path: paths[name] ?? ENDPOINTS[name].path
	}]);
	return Object.fromEntries(entries);
}
function readApiConfig(file) {
	return readSmallFile(file, "api-config", WHAT, (value) => {
		if (!validate(value)) return explainMisfits(validate.errors ?? [], value, EXPECTATION);
		const { tokenUrl = DEFAULT_API.tokenUrl, paths = {}, ...rest } = value;
		const { grant = DEFAULT_API.grant } = rest;
		const { tokenStyle = grant === "password" ? "basic" : DEFAULT_API.tokenStyle } = rest;
		const misfits = [...lookAtTokenUrl(tokenUrl), ...lookAtPaths(paths)];
		return misfits.length > 0 ? misfits : { value: {
			tokenUrl,
			tokenStyle,
			grant,
			endpoints: endpointsWith(paths)
		} };
	});
}
export { readApiConfig };
