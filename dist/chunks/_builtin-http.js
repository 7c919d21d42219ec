import { t as __commonJSMin } from "./rolldown-runtime.js";
// \0builtin-http.cjs?http
var require__builtin_http = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:http");
}));
export { require__builtin_http as t };
