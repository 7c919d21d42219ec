// Read back: what the tenant holds now against what was to be deployed. Only this says that a deployment succeeded.
import { UserError } from '../errors.ts';
import { hashPayload } from '../rules/hash.ts';
import type { Status } from '../rules/rule.ts';
import { type Brake, type TransactionContext, runTogether } from './context.ts';
import type { StagedChange } from './stage.ts';

interface Expectation {
  readonly flowId: string;
  readonly name: string;
  readonly status: Status;
  /** Undefined where only the state counts. */
  readonly payloadHash?: string;
}

function expectationsOf({ change, flowId }: StagedChange): Expectation[] {
  const { rule, finalStatus, name } = change;
  const own =
    rule === undefined || flowId === undefined || finalStatus === undefined
      ? []
      : [{ flowId, name, status: finalStatus, payloadHash: rule.payloadHash }];
  const retired = change.retirements.map(({ flow, patch }): Expectation => {
    if (patch.status === 'INACTIVE') return { flowId: flow.id, name, status: 'INACTIVE' };
    const payload = { ...flow.payload, expirationDate: patch.expirationDate ?? '' };
    return { flowId: flow.id, name, status: flow.status, payloadHash: hashPayload(payload) };
  });
  return [...own, ...retired];
}

async function compare({ tenant }: TransactionContext, expected: Expectation): Promise<void> {
  const { flowId, name, status, payloadHash } = expected;
  const flow = await tenant.getFlow(flowId);
  const fail = (what: string): never => {
    throw new UserError('tenant', `reading back rule ${name}: flow ${flowId} ${what}`);
  };
  if (flow === undefined) return fail('is not there any more');
  if (flow.status !== status) return fail(`is ${flow.status}, but should be ${status}`);
  if (payloadHash !== undefined && flow.payloadHash !== payloadHash) {
    return fail('does not hold what was deployed: its payload hash is another');
  }
  return undefined;
}

/** @throws UserError (`tenant`) where a flow is not what it should be */
export async function readBack(
  context: TransactionContext,
  brake: Brake,
  staged: readonly StagedChange[],
): Promise<void> {
  await runTogether(
    staged.flatMap(expectationsOf),
    (expected) => expected.name,
    brake,
    async (expected) => {
      brake.check();
      await compare(context, expected);
    },
  );
}
