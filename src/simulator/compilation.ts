// The tenant's one compile engine: whether it is busy, and what comes out; knows no HTTP and no timer,
// since a compilation is found to be over when somebody next looks.

import type { FlowContent } from './flow.ts';
import type { StoredFlow, Tenant } from './tenant.ts';
import type { Problem } from './shape.ts';

/** Finishes the compilation whose time is over, where there is one. */
export function settleCompilation(tenant: Tenant): void {
  const job = tenant.compiling;
  if (job === null || tenant.settings.now() < job.endsAt) return;
  tenant.compiling = null;
  const stored = tenant.flows.get(job.flowId);
  if (stored !== undefined) finishCompilation(tenant, stored);
}

/** Whether a compilation runs now. */
export function isEngineBusy(tenant: Tenant): boolean {
  settleCompilation(tenant);
  return tenant.compiling !== null;
}

/** Starts a compilation, or finishes it at once where the tenant's `compileTime` is 0. The engine must be idle. */
export function startCompilation(tenant: Tenant, stored: StoredFlow): void {
  const { compileTime, now } = tenant.settings;
  if (compileTime === 0) {
    finishCompilation(tenant, stored);
    return;
  }
  stored.compileStatus = 'COMPILING';
  stored.compileErrors = [];
  tenant.compiling = { flowId: stored.flow.id, endsAt: now() + compileTime };
}

function finishCompilation(tenant: Tenant, stored: StoredFlow): void {
  stored.compileErrors = findCompileErrors(tenant, stored.flow);
  stored.compileStatus = stored.compileErrors.length === 0 ? 'COMPILED' : 'FAILED';
}

function findCompileErrors(tenant: Tenant, flow: FlowContent): Problem[] {
  const broken = new Set(
    tenant.seed.media.filter((asset) => asset.failsCompilation).map((asset) => asset.id),
  );
  return flow.nodes.flatMap((node, index) =>
    node.mediaAssetId !== undefined && broken.has(node.mediaAssetId)
      ? [
          {
            path: `/nodes/${index}/mediaAssetId`,
            message: `The media asset ${JSON.stringify(node.mediaAssetId)} cannot be compiled.`,
          },
        ]
      : [],
  );
}
