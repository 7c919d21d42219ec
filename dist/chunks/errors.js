// src/errors.ts
/** Something that the person can mend: what happened, where, and what to do. Shown without a stack. */
var UserError = class extends Error {
	name = "UserError";
	reason;
	constructor(reason, message, options) {
		super(message, options);
		this.reason = reason;
	}
};
/** A request to a server that did not succeed. It never carries headers, bodies that were sent, or secrets. */
var ApiError = class extends Error {
	name = "ApiError";
	details;
	constructor(message, details, options) {
		super(message, options);
		this.details = details;
	}
	get status() {
		return this.details.status;
	}
	get reason() {
		return this.details.timedOut === true ? "timeout" : "tenant";
	}
};
/** The message of anything that was thrown, with the messages of its causes. */
function messageOf(error) {
	if (!(error instanceof Error)) return String(error);
	const cause = error.cause === void 0 ? "" : `: ${messageOf(error.cause)}`;
	return `${error.message}${cause}`;
}
export { UserError as n, messageOf as r, ApiError as t };
