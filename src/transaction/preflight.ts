// Preflight: everything that can be known before the first write. All problems are told, not the first.
import pLimit from 'p-limit';
import { ApiError, type Reason, UserError, messageOf } from '../errors.ts';
import { type Plan, isWrite } from '../plan/plan.ts';
import type { Tenant } from '../ports.ts';
import { compareCodePoints } from '../rules/hash.ts';
import type { Rule } from '../rules/rule.ts';

export interface PreflightProblem {
  readonly reason: Reason;
  readonly message: string;
}

/** Which rules refer to an id. */
type References = ReadonlyMap<string, readonly string[]>;

function collect(rules: readonly Rule[], idsOf: (rule: Rule) => readonly string[]): References {
  const references = new Map<string, string[]>();
  for (const rule of rules) {
    for (const id of new Set(idsOf(rule)))
      references.set(id, [...(references.get(id) ?? []), rule.payload.name]);
  }
  return references;
}

function mediaOf(rule: Rule): string[] {
  return rule.payload.nodes.flatMap((node) => node.mediaAssetId ?? []);
}

/** Turns a failed look into a problem; a bug is thrown on. */
function problemOf(error: unknown): PreflightProblem {
  if (error instanceof UserError) return { reason: error.reason, message: messageOf(error) };
  if (error instanceof ApiError) return { reason: error.reason, message: error.message };
  throw error;
}

/** So many looks are begun together, more than may be under way: each that waits for its turn takes some KB. */
const LOOKS_AT_ONCE = 200;

async function lookAtEach(
  references: References,
  look: (id: string, usedBy: string) => Promise<string | undefined>,
): Promise<PreflightProblem[]> {
  const limit = pLimit(LOOKS_AT_ONCE);
  const looks = await limit.map(references, async ([id, rules]): Promise<PreflightProblem | undefined> => {
    try {
      const problem = await look(id, rules.join(', '));
      return problem === undefined ? undefined : { reason: 'reference', message: problem };
    } catch (error) {
      return problemOf(error);
    }
  });
  return looks.filter((problem) => problem !== undefined);
}

async function checkReferences(plan: Plan, tenant: Tenant): Promise<PreflightProblem[]> {
  const rules = plan.changes.flatMap((change) =>
    isWrite(change) && change.rule !== undefined ? [change.rule] : [],
  );
  const campaigns = lookAtEach(
    collect(rules, (rule) => [rule.payload.campaignId]),
    async (id, usedBy) => {
      const campaign = await tenant.findCampaign(id);
      if (campaign === undefined) return `campaign ${id} does not exist on the tenant (used by ${usedBy})`;
      return campaign.isActive
        ? undefined
        : `campaign ${id} is not ACTIVE on the tenant, so it can take no rule (used by ${usedBy})`;
    },
  );
  const media = lookAtEach(collect(rules, mediaOf), async (id, usedBy) =>
    (await tenant.findMedia(id))
      ? undefined
      : `media asset ${id} does not exist on the tenant (used by ${usedBy})`,
  );
  return [...(await campaigns), ...(await media)];
}

/**
 * Looks at every campaign and media asset that a plan's rules refer to, each id once.
 * @returns all problems, sorted; empty where writing may begin
 */
export async function findPreflightProblems(plan: Plan, tenant: Tenant): Promise<PreflightProblem[]> {
  const problems = new Map(
    (await checkReferences(plan, tenant)).map((problem) => [problem.message, problem]),
  );
  return [...problems.values()].toSorted((a, b) => compareCodePoints(a.message, b.message));
}
