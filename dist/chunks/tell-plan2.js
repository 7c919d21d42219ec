import "./rolldown-runtime.js";
import { Q as planDigest, V as sumUpPlan } from "./lint.js";
// src/commands/tell-plan.ts
function tellPlan(log, plan) {
	log.info(`plan sha256:${planDigest(plan)}: ${sumUpPlan(plan.changes)}`);
	return plan;
}
export { tellPlan as t };
