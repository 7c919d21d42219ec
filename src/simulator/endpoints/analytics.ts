// POST /api/v2/analytics/ivrs/details/query: the calls of one flow, an entity an interval that had any.

import { cutIntervals, readDuration } from '../interval.ts';
import type { Span } from '../in-force.ts';
import { cutPage } from '../page.ts';
import type { Reply } from '../reply.ts';
import { refuseInput, succeed } from '../reply.ts';
import type { Call } from '../route.ts';
import type { Check } from '../shape.ts';
import { dateTime, list, object, oneOf, text } from '../shape.ts';
import type { Tenant } from '../tenant.ts';
import type { CallSum } from '../traffic.ts';
import { openTraffic } from '../traffic.ts';

const PAGE_SIZE = 1000;
/** A query is cut into so many intervals at most. */
const MOST_INTERVALS = 100_000;

const duration: Check = (value, path) =>
  typeof value === 'string' && readDuration(value) !== null
    ? []
    : [{ path, message: 'must be an ISO 8601 duration over 0' }];

const queryShape = object(
  {
    aggregations: list(
      object({ name: oneOf(['total_duration', 'completion_rate']), type: oneOf(['sum', 'avg']) }),
    ),
    filter: object({ type: oneOf(['equals']), path: oneOf(['flowId']), to: text }),
    interval: duration,
    dateFrom: dateTime,
    dateTo: dateTime,
  },
  { pageToken: text },
);

interface Query {
  readonly aggregations: readonly { readonly name: 'total_duration' | 'completion_rate' }[];
  readonly filter: { readonly to: string };
  readonly interval: string;
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly pageToken?: string;
}

/** Answers 200 with one page, oldest interval first, or 400 for a malformed query. */
export function answerAnalytics(tenant: Tenant, { body }: Call): Reply {
  const problems = queryShape(body, '');
  if (problems.length > 0) return refuseInput(problems);
  const { pageToken = null, ...query } = body as Query;
  const stretch = { start: Date.parse(query.dateFrom), end: Date.parse(query.dateTo) };
  if (stretch.start >= stretch.end)
    return refuseInput([{ path: '/dateTo', message: 'must be later than dateFrom' }]);
  const spans = findIntervals(query, stretch);
  if (spans === null)
    return refuseInput([{ path: '/interval', message: `must make ${MOST_INTERVALS} intervals at most` }]);
  const sumCalls = openTraffic(tenant, query.filter.to, stretch);
  // Lists show what has the highest number first, and the oldest interval comes first here.
  const numbered = spans.map((span, index) => ({ seq: -index, span }));
  const entities = numbered.flatMap(({ seq, span }) => {
    const entity = describeInterval(query, span.start, sumCalls(span));
    return entity === null ? [] : [{ seq, entity }];
  });
  const page = cutPage(entities, { size: PAGE_SIZE, token: pageToken, filters: JSON.stringify(query) });
  if (page === null) return refuseInput([{ path: '/pageToken', message: 'is not one for this query' }]);
  const shown = page.entries.map(({ entity }) => entity);
  return succeed(200, { entities: shown, nextPageToken: page.nextPageToken });
}

function findIntervals({ interval }: Query, stretch: Span): Span[] | null {
  const length = readDuration(interval);
  return length === null ? null : cutIntervals(stretch, length, MOST_INTERVALS);
}

/** Null where the flow had no call. */
function describeInterval(query: Query, start: number, sum: CallSum): Record<string, unknown> | null {
  const { calls, duration: seconds, completionRate } = sum;
  if (calls === 0) return null;
  const wanted = new Set(query.aggregations.map(({ name }) => name));
  return {
    flowId: query.filter.to,
    dateFrom: new Date(start).toISOString(),
    calls,
    ...(wanted.has('total_duration') && { total_duration: seconds }),
    ...(wanted.has('completion_rate') && { completion_rate: completionRate }),
  };
}
