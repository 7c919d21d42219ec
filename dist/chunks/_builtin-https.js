import { t as __commonJSMin } from "./rolldown-runtime.js";
// \0builtin-https.cjs?https
var require__builtin_https = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:https");
}));
export { require__builtin_https as t };
