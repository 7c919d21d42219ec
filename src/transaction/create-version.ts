// Creating a flow exactly once, although a create is not idempotent and its reply may be lost.
import { ApiError, UserError } from '../errors.ts';
import type { Flow, Tenant } from '../ports.ts';
import type { Rule } from '../rules/rule.ts';
import type { Brake, TransactionContext } from './context.ts';

/** Attempts at one create whose replies are lost, the first included. */
const MOST_ATTEMPTS = 5;

/**
 * The flows of a rule that were not there before: what a create with a lost reply may have left.
 * A draft of the same name and content that is younger than the run can only be ours.
 */
export async function findCreated(
  tenant: Tenant,
  name: string,
  payloadHash: string,
  knownIds: readonly string[],
): Promise<Flow[]> {
  const flows = await tenant.findFlows(name);
  return flows.filter((flow) => flow.payloadHash === payloadHash && !knownIds.includes(flow.id));
}

/**
 * Creates the flow of a rule. Undo is registered before the first attempt.
 * @returns the flow's id
 */
export async function createVersion(
  context: TransactionContext,
  brake: Brake,
  rule: Rule,
  known: readonly Flow[],
): Promise<string> {
  const { tenant, journal, audit, log } = context;
  const { payload, payloadHash } = rule;
  const { name } = payload;
  const knownIds = known.map((flow) => flow.id);
  brake.check();
  const number = journal.register({ kind: 'delete', name, payloadHash, flowId: null, knownIds });
  const adopt = (flowId: string): string => {
    journal.fill(number, flowId);
    audit({ action: 'CREATE', flowId, ruleName: name, payloadHash });
    return flowId;
  };
  let wasUnauthorised = false;
  for (let attempt = 1; ; attempt++) {
    try {
      return adopt(await tenant.createFlow(payload));
    } catch (error) {
      const isLost = error instanceof ApiError && error.details.mayHaveTakenEffect === true;
      if (!isLost) throw error;
      log.debug(`${error.message}; looking for ${name} before it is created again`);
      const [found] = await findCreated(tenant, name, payloadHash, knownIds);
      if (found !== undefined) return adopt(found.id);
      if (error.status === 401 && wasUnauthorised) {
        throw new UserError(
          'auth',
          `the tenant does not accept its own new token for a new flow (401): check the client's rights`,
        );
      }
      wasUnauthorised = error.status === 401;
      if (attempt >= MOST_ATTEMPTS) throw error;
      brake.check();
    }
  }
}
