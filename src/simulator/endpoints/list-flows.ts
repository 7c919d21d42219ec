// GET /api/v2/ivr/flows: newest first, with exact filters, page by page.

import { FLOW_STATUSES } from '../flow.ts';
import { cutPage } from '../page.ts';
import type { Reply } from '../reply.ts';
import { refuseInput, succeed } from '../reply.ts';
import type { Call } from '../route.ts';
import type { Problem } from '../shape.ts';
import type { StoredFlow, Tenant } from '../tenant.ts';

const FILTERS = ['name', 'campaignId', 'status'] as const;
const DEFAULT_SIZE = 100;

/** Answers 200 with one page, or 400 for a query that the contract does not allow. */
export function listFlows(tenant: Tenant, { query }: Call): Reply {
  const problems = checkQuery(query);
  if (problems.length > 0) return refuseInput(problems);
  const matching = [...tenant.flows.values()].filter((stored) => passesFilters(stored, query));
  const page = cutPage(matching.reverse(), {
    size: Number(query.get('pageSize') ?? DEFAULT_SIZE),
    token: query.get('pageToken'),
    filters: JSON.stringify(FILTERS.map((key) => query.get(key))),
  });
  if (page === null) return refuseInput([{ path: '/pageToken', message: 'is not one for this query' }]);
  return succeed(200, { entities: page.entries.map(({ flow }) => flow), nextPageToken: page.nextPageToken });
}

function passesFilters({ flow }: StoredFlow, query: URLSearchParams): boolean {
  return FILTERS.every((key) => !query.has(key) || flow[key] === query.get(key));
}

function checkQuery(query: URLSearchParams): Problem[] {
  const problems: Problem[] = [];
  const size = query.get('pageSize');
  if (size !== null && (!/^\d{1,4}$/.test(size) || Number(size) < 1 || Number(size) > 1000)) {
    problems.push({ path: '/pageSize', message: 'must be a whole number from 1 to 1000' });
  }
  const status = query.get('status');
  if (status !== null && !FLOW_STATUSES.some((known) => known === status)) {
    problems.push({ path: '/status', message: `must be one of ${FLOW_STATUSES.join(', ')}` });
  }
  return problems;
}
