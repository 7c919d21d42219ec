// The rules of the live commit in git, and the flows on the tenant, against what was recorded of them.
import type { Chain, Link, Mismatch } from '../../audit/check-chain.ts';
import { type LogLine, nameLine } from '../../audit/read-log.ts';
import { flowIdOf } from '../../plan/deployed-state.ts';
import type { Flow, Tenant } from '../../ports.ts';
import { rulesetDigest } from '../../rules/hash.ts';
import type { LoadedRules } from '../../rules/load-rules.ts';
import type { Rule } from '../../rules/rule.ts';
import { type SealedRecord, nameRecord } from './sealed-records.ts';

/** The newest record that says which version of a rule a flow holds. */
function findVersion(chain: Chain | undefined, flowId: string): Link | undefined {
  return chain?.lines.findLast(
    ({ record }) => record.flowId === flowId && /^(CREATE|ACTIVATE)$/.test(record.action),
  );
}

/** Names whose live version is not the commit's: it was rolled back, and is held. */
function heldNames({ state }: SealedRecord): Set<string> {
  return new Set(state.held.map(({ name }) => name));
}

/** Compares the ruleset digest of git with the record. @param loaded undefined where the commit is gone */
export function checkDigest(
  live: SealedRecord,
  loaded: LoadedRules | undefined,
  seal: LogLine | undefined,
): Mismatch[] {
  const commit = live.sha.slice(0, 12);
  if (loaded === undefined) {
    const text = `commit ${live.sha}, which is live, is not in the repository any more: its ruleset digest cannot be recomputed`;
    return [{ text }];
  }
  const unreadable = loaded.problems.map(({ path, message }) => ({
    text: `${path} at commit ${commit} cannot be read as a rule, and is in no digest: ${message}`,
  }));
  const digest = rulesetDigest(loaded.rules);
  if (digest === live.state.rulesetDigest) return unreadable;
  const since = seal === undefined ? nameRecord(live) : `${nameLine(seal)} and ${nameRecord(live)}`;
  const text = `the ${loaded.rules.length} rules at commit ${commit} have the ruleset digest ${digest}, but ${since} say ${live.state.rulesetDigest}: inputs rules and id-map must be those of the deployment, and the rules deployed must have been those of the commit`;
  return [...unreadable, { text }];
}

/** Compares the payload hashes that the last deployment logged with those of git. */
export function checkLoggedPayloads(
  live: SealedRecord,
  rules: readonly Rule[],
  chain: Chain | undefined,
): Mismatch[] {
  const held = heldNames(live);
  return rules.flatMap((rule): Mismatch[] => {
    const { name } = rule.payload;
    const flowId = flowIdOf(live.state.flows, name);
    const logged = flowId === undefined || held.has(name) ? undefined : findVersion(chain, flowId);
    if (logged === undefined || logged.record.payloadHash === rule.payloadHash) return [];
    const text = `rule ${JSON.stringify(name)} (${rule.path}) has the payload hash ${rule.payloadHash} at commit ${live.sha.slice(0, 12)}, but ${nameLine(logged)} says ${logged.record.payloadHash ?? 'null'}`;
    return [{ text }];
  });
}

interface Expected {
  readonly name: string;
  readonly flowId: string;
  /** Undefined where nobody knows. */
  readonly payloadHash: string | undefined;
  readonly status: Flow['status'] | undefined;
  /** Who says so. */
  readonly source: string;
}

function expectFlows(live: SealedRecord, rules: readonly Rule[], chain: Chain | undefined): Expected[] {
  const held = heldNames(live);
  const ruleOf = new Map(rules.map((rule) => [rule.payload.name, rule]));
  return Object.entries(live.state.flows).map(([name, flowId]): Expected => {
    const rule = held.has(name) ? undefined : ruleOf.get(name);
    const logged = findVersion(chain, flowId);
    const since = logged === undefined ? '' : `, ${nameLine(logged)}`;
    return {
      name,
      flowId,
      payloadHash: rule?.payloadHash ?? logged?.record.payloadHash ?? undefined,
      // A rule that is to be a draft may lie there live all the same.
      status: rule?.status === 'DRAFT' ? undefined : rule?.status,
      source: `${nameRecord(live)}${since}`,
    };
  });
}

function compareFlow(expected: Expected, flow: Flow | undefined): Mismatch[] {
  const { name, flowId, payloadHash, status, source } = expected;
  const what = `flow ${JSON.stringify(flowId)} of rule ${JSON.stringify(name)}`;
  if (flow === undefined) return [{ text: `${what} is not on the tenant any more; it is live by ${source}` }];
  return [
    ...(payloadHash === undefined || flow.payloadHash === payloadHash
      ? []
      : [
          {
            text: `${what} has the payload hash ${flow.payloadHash} on the tenant, but ${payloadHash} was deployed (${source}): it was changed by other ways`,
          },
        ]),
    ...(status === undefined || flow.status === status
      ? []
      : [{ text: `${what} is ${flow.status} on the tenant, but was left ${status} (${source})` }]),
  ];
}

/** Compares the flows that are recorded as live with the tenant. */
export async function checkTenant(
  tenant: Tenant,
  live: SealedRecord,
  rules: readonly Rule[],
  chain: Chain | undefined,
): Promise<Mismatch[]> {
  const expected = expectFlows(live, rules, chain);
  const compared = expected.map(async (entry) => compareFlow(entry, await tenant.getFlow(entry.flowId)));
  return (await Promise.all(compared)).flat();
}
