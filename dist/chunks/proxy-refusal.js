// src/network/proxy-refusal.ts
var ProxyRefusal = class extends Error {
	name = "ProxyRefusal";
	isFinal;
	constructor(proxy, status) {
		super(`the proxy ${proxy} opens no connection (it answers CONNECT with ${status}): ${status === 407 ? "it wants credentials: HTTPS_PROXY can carry them" : "it must allow this host"}`);
		this.isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
	}
};
export { ProxyRefusal as t };
