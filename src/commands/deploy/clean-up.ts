// After a success: removed rules that are to be deleted, and old versions beyond those that are kept. A failure here is a
// warning, for callers meet none of these flows.
import type { AuditLog } from '../../audit/audit-log.ts';
import { messageOf } from '../../errors.ts';
import type { Plan } from '../../plan/plan.ts';
import { surplusVersions } from '../../plan/surplus-versions.ts';
import type { Flow, GitHub, Log, Tenant } from '../../ports.ts';
import { readOwnFlowIds } from '../records/past-deployments.ts';

/** The surplus flows that are ours; where GitHub does not say which, all of them stay. */
async function findOwn(
  surplus: readonly Flow[],
  environment: string,
  { github, log }: { readonly github: GitHub; readonly log: Log },
): Promise<Flow[]> {
  if (surplus.length === 0) return [];
  try {
    const own = await readOwnFlowIds(github, environment);
    return surplus.filter((flow) => own.has(flow.id));
  } catch (error) {
    log.warning(`old versions are not deleted, for GitHub does not say which are ours: ${messageOf(error)}`);
    return [];
  }
}

/** Deletes what a successful deployment leaves over. Only flows that a record names as ours are surplus. */
export async function cleanUp(
  plan: Plan,
  keepVersions: number,
  environment: string,
  ports: { readonly github: GitHub; readonly tenant: Tenant; readonly audit: AuditLog; readonly log: Log },
): Promise<void> {
  const { tenant, audit, log } = ports;
  const doomed = [
    ...plan.changes.flatMap((change) => change.deletions),
    ...(await findOwn(surplusVersions(plan, keepVersions), environment, ports)),
  ];
  await Promise.all(
    doomed.map(async ({ id, payload, payloadHash }) => {
      try {
        if (!(await tenant.deleteFlow(id))) throw new Error('it is ACTIVE');
        audit.append({ action: 'DELETE', flowId: id, ruleName: payload.name, payloadHash });
      } catch (error) {
        log.warning(
          `flow ${id} of rule ${payload.name} could not be deleted and lies idle on the tenant: ${messageOf(error)}`,
        );
      }
    }),
  );
}
