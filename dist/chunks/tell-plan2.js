import "./rolldown-runtime.js";
import { X as sumUpPlan, st as planDigest } from "./lint.js";
// src/commands/deploy/tell-plan.ts
function tellPlan(log, plan) {
	log.info(`plan sha256:${planDigest(plan)}: ${sumUpPlan(plan.changes)}`);
	return plan;
}
export { tellPlan as t };
