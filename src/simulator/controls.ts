// The out-of-band door under /__simulator/, for tests and demos in another process; no part of the
// tenant's API. It needs no token, so it is only ever served on loopback, and only where it was asked for.
//
//   GET    /__simulator/state    everything an independent checker may want (`TenantState`)
//   POST   /__simulator/faults   orders one fault (`Fault`)
//   DELETE /__simulator/faults   forgets all faults
//   POST   /__simulator/edit     changes or removes a flow as a person at the console would (`ConsoleEdit`)
//   POST   /__simulator/flows    puts in a ready flow, say an ACTIVE one (`SeedFlow`)
//   POST   /__simulator/traffic  sets how many calls come (`TrafficOrder`)
//
// Its requests are not logged, delayed, limited or spoilt.

import type { EditResult } from './console-edit.ts';
import { addAtConsole, editAtConsole } from './console-edit.ts';
import type { Fault, OrderedFault } from './fault.ts';
import { checkFault } from './fault.ts';
import type { Body } from './read-body.ts';
import type { Reply } from './reply.ts';
import { refuse, refuseInput, refuseUnknown, succeed } from './reply.ts';
import { takeSnapshot } from './snapshot.ts';
import type { Tenant } from './tenant.ts';
import type { TrafficOrder } from './traffic.ts';
import { checkTraffic } from './traffic.ts';

const DOOR = '/__simulator/';

/** Whether a path leads to the door. */
export function isControl(path: string): boolean {
  return path.startsWith(DOOR);
}

/** Answers a request to the door. */
export function answerControl(
  tenant: Tenant,
  faults: OrderedFault[],
  request: { readonly method: string; readonly path: string; readonly body: Body },
): Reply {
  const json = request.body.kind === 'json' ? request.body.value : undefined;
  switch (`${request.method} ${request.path.slice(DOOR.length)}`) {
    case 'GET state':
      return succeed(200, takeSnapshot(tenant));
    case 'POST faults':
      return orderFault(faults, json);
    case 'DELETE faults':
      faults.length = 0;
      return { status: 204 };
    case 'POST traffic':
      return setTraffic(tenant, json);
    case 'POST edit':
      return describeEdit(editAtConsole(tenant, json), 200);
    case 'POST flows':
      return describeEdit(addAtConsole(tenant, json), 201);
    default:
      return refuse(404, 'NOT_FOUND', 'The simulator has no such control.');
  }
}

function orderFault(faults: OrderedFault[], json: unknown): Reply {
  const problems = checkFault(json);
  if (problems.length > 0) return refuseInput(problems);
  faults.push({ fault: json as Fault, seen: 0 });
  return succeed(201, json);
}

function setTraffic(tenant: Tenant, json: unknown): Reply {
  const problems = checkTraffic(json);
  if (problems.length > 0) return refuseInput(problems);
  tenant.traffic.push(json as TrafficOrder);
  return succeed(201, json);
}

function describeEdit(result: EditResult, success: 200 | 201): Reply {
  switch (result.kind) {
    case 'done':
      return succeed(success, result.flow);
    case 'malformed':
      return refuseInput(result.problems);
    case 'unknown-flow':
      return refuseUnknown('flow', result.flowId);
    default:
      return refuse(409, 'TAKEN_ID', `There is a flow with the id ${JSON.stringify(result.flowId)} already.`);
  }
}
