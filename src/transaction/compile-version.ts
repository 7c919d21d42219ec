// Validation and compilation of one flow, with patience for an engine that compiles one flow at a time.
import { UserError } from '../errors.ts';
import type { CompileState, TenantError } from '../ports.ts';
import type { Brake, TransactionContext } from './context.ts';
import { Rejection } from './rejection.ts';

const MOST_ERRORS = 10;

function listErrors(errors: readonly TenantError[]): string {
  const shown = errors
    .slice(0, MOST_ERRORS)
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  const more = errors.length > shown.length ? `; and ${errors.length - shown.length} more` : '';
  return shown.join('; ') + more;
}

/** @throws Rejection where the tenant calls the flow invalid */
export async function validateVersion(
  context: TransactionContext,
  flowId: string,
  name: string,
): Promise<void> {
  const errors = await context.tenant.validateFlow(flowId);
  if (errors.length > 0)
    throw new Rejection(`the tenant rejects rule ${name}: ${listErrors(errors)}`, errors);
}

/**
 * Compiles a flow: asks, waits where the engine is busy, and polls until it is done.
 * @throws Rejection where the compilation fails; UserError (`timeout`) where it does not end in time
 */
export async function compileVersion(
  context: TransactionContext,
  brake: Brake,
  flowId: string,
  name: string,
): Promise<void> {
  const { tenant, clock, compileTimeout, compilePollInterval } = context;
  const deadline = clock.now() + compileTimeout;
  const pause = async (): Promise<void> => {
    const rest = deadline - clock.now();
    if (rest < 0 || (rest === 0 && compilePollInterval > 0)) {
      const seconds = compileTimeout / 1000;
      throw new UserError(
        'timeout',
        `rule ${name} was not compiled within ${seconds} s: try again, or raise input compile-timeout`,
      );
    }
    await clock.sleep(Math.min(compilePollInterval, rest), brake.stop);
    brake.check();
  };
  const isDone = async (state: CompileState): Promise<boolean> => {
    if (state.status !== 'FAILED') return state.status === 'COMPILED';
    // The reply that starts a compilation names no errors; the state does.
    const errors = state.errors.length > 0 ? state.errors : (await tenant.compileState(flowId)).errors;
    const why = listErrors(errors) || 'it does not say why';
    throw new Rejection(`the tenant cannot compile rule ${name}: ${why}`, errors);
  };
  for (;;) {
    brake.check();
    const started = await tenant.compileFlow(flowId);
    if (started !== 'busy' && (await isDone(started))) return;
    let state = started === 'busy' ? await tenant.compileState(flowId) : started;
    // Where it is under way, only looking helps; where it has not begun, it must be asked for again.
    // Where the engine was busy, a FAILED is that of an earlier attempt: ours has not begun.
    let isOlder = started === 'busy' && state.status === 'FAILED';
    while (isOlder || !(await isDone(state))) {
      await pause();
      if (isOlder || state.status === 'NONE') break;
      isOlder = false;
      state = await tenant.compileState(flowId);
    }
    if (state.status === 'COMPILED') return;
  }
}
