import { n as __toESM } from "./chunks/rolldown-runtime.js";
import { Dr as error, Ft as readEnvironment, G as setOutput, Gt as markdownSentence, H as takeInputs, It as readTrigger, Jt as runLint, K as writeSummary, Mt as runnerLog, Pt as ownFolder, Rt as isFailure, U as REPORT_FILES, Ur as require__builtin_os, W as publish, Wt as escapeLog, br as UserError, ht as openReportFiles, kr as setFailed, mt as makeSession, pt as AUDIT_LOG, wt as makeDoors, xr as messageOf, yr as ApiError } from "./chunks/lint.js";
// src/main.ts
var import__builtin_os = /* @__PURE__ */ __toESM(require__builtin_os(), 1);
const COMMANDS = {
	lint: runLint,
	deploy: async (session) => (await import("./chunks/deploy.js")).runDeploy(session),
	rollback: async (session) => (await import("./chunks/rollback.js")).runRollback(session),
	verify: async (session) => (await import("./chunks/verify.js")).runVerify(session),
	test: async (session) => (await import("./chunks/test.js")).runTest(session),
	drift: async (session) => (await import("./chunks/drift.js")).runDrift(session),
	adopt: async (session) => (await import("./chunks/adopt.js")).runAdopt(session),
	import: async (session) => (await import("./chunks/import.js")).runImport(session)
};
function watchForCancellation() {
	const controller = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {
		if (!controller.signal.aborted) runnerLog.warning(`${signal}: no new write is started, and what was begun is undone`);
		controller.abort();
	});
	return controller.signal;
}
function tellEnd({ command, result, reason, message, isTolerated, ...report }, took) {
	runnerLog.info(`${command}: ${result} in ${(took / 1e3).toFixed(1)} s. ${message}`);
	const details = report.details.map(({ text, command: run }) => run === void 0 ? text : `${text} ${run}`);
	for (const detail of details) runnerLog.info(`  ${detail}`);
	if (!isFailure(result) && reason !== void 0) error(escapeLog(`${result} (${reason}): ${message}`));
	if (isFailure(result) && isTolerated !== true) {
		const lines = details.map((detail) => `\n  ${detail}`);
		setFailed(escapeLog(`${result} (${reason ?? "failed"}): ${message}${lines.join("")}`));
	}
}
async function runCommand(environment) {
	const inputs = takeInputs();
	const trigger = readTrigger(environment.event, inputs.command, inputs.rollbackTo);
	const files = openReportFiles(environment.workspace, inputs.reportDir || ownFolder(environment));
	files.prepare(REPORT_FILES);
	const cancelled = watchForCancellation();
	const doors = makeDoors(environment, inputs, cancelled);
	const session = makeSession({
		environment,
		inputs,
		trigger,
		doors,
		files,
		cancelled
	});
	try {
		const startedAt = session.clock.now();
		const result = await COMMANDS[trigger.command](session);
		await publish(session, result, files);
		tellEnd(result.report, session.clock.now() - startedAt);
	} finally {
		if (files.hasBegun("audit.jsonl")) setOutput("audit-log", files.pathOf(AUDIT_LOG));
		await doors.close();
	}
}
function failureOf(error) {
	const message = messageOf(error);
	if (error instanceof UserError) return {
		reason: error.reason,
		message
	};
	if (error instanceof ApiError) return {
		reason: error.reason,
		message: `nothing was deployed: the tenant failed. ${message}. Try again, or check the tenant`
	};
	return { message };
}
function fail(error) {
	const failure = failureOf(error);
	setOutput("result", "failed");
	setOutput("reason", failure.reason ?? "");
	const { message } = failure;
	if (failure.reason !== void 0) setFailed(escapeLog(message));
	else {
		const stack = error instanceof Error ? error.stack ?? message : message;
		setFailed(escapeLog(`this is a bug in the action; please report it with these lines:\n${stack}`));
	}
	writeSummary(`### CXone IVR rules\n\n❌ **failed**: ${markdownSentence(message)}\n`);
}
async function main() {
	process.once("uncaughtException", (error) => {
		fail(error);
		process.exit(1);
	});
	try {
		await runCommand(await readEnvironment(process.env, process.cwd(), (0, import__builtin_os.tmpdir)()));
	} catch (error) {
		fail(error);
	}
}
// src/index.ts
await main();
export {};
