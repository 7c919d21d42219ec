import { n as __toESM } from "./chunks/rolldown-runtime.js";
import { At as escapeLog, Dr as require__builtin_path, F as setOutput, I as writeSummary, Jn as messageOf, Kn as ApiError, N as openReportFiles, Or as require__builtin_os, P as publish, Pt as runLint, St as readTrigger, at as openSession, bt as runnerLog, fr as error, gn as readInputs, it as maskSecrets, jt as markdownSentence, mr as setFailed, nt as AUDIT_LOG, qn as UserError, rt as FOLDER, st as readInput, wt as isFailure, xt as readEnvironment } from "./chunks/lint.js";
// src/main.ts
var import__builtin_os = /* @__PURE__ */ __toESM(require__builtin_os(), 1);
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
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
async function runCommand(environment) {
	const inputs = readInputs(readInput);
	maskSecrets(inputs);
	const trigger = readTrigger(environment.event, inputs.command, inputs.rollbackTo);
	const defaultFolder = (0, import__builtin_path.join)(environment.temporaryFolder, FOLDER);
	const files = openReportFiles(environment.workspace, inputs.reportDir || defaultFolder);
	const journalFiles = openReportFiles(environment.workspace, defaultFolder);
	const { session, close } = openSession(environment, inputs, trigger, files, journalFiles, watchForCancellation());
	try {
		const startedAt = session.clock.now();
		const result = await COMMANDS[trigger.command](session);
		await publish(session, result, files);
		const { report } = result;
		const seconds = ((session.clock.now() - startedAt) / 1e3).toFixed(1);
		runnerLog.info(`${trigger.command}: ${report.result} in ${seconds} s. ${report.message}`);
		const details = report.details.map(({ text, command }) => `\n  ${text}${command === void 0 ? "" : ` ${command}`}`);
		for (const detail of details) runnerLog.info(detail.slice(1));
		if (!isFailure(report.result) && report.reason !== void 0) error(escapeLog(`${report.result} (${report.reason}): ${report.message}`));
		if (isFailure(report.result) && report.isTolerated !== true) setFailed(escapeLog(`${report.result} (${report.reason ?? "failed"}): ${report.message}${details.join("")}`));
	} finally {
		if (files.hasBegun("audit.jsonl")) setOutput("audit-log", files.pathOf(AUDIT_LOG));
		await close();
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
