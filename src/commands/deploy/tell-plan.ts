// The plan in the log, before anything is written: its digest is the one that the pull request's comment shows.
import { planDigest } from '../../plan/plan-digest.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Log } from '../../ports.ts';
import { sumUpPlan } from '../../report/plan-section.ts';

/** Logs what a plan does in one line. @returns the plan */
export function tellPlan(log: Log, plan: Plan): Plan {
  log.info(`plan sha256:${planDigest(plan)}: ${sumUpPlan(plan.changes)}`);
  return plan;
}
