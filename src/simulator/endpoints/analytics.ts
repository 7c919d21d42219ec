// POST /api/v2/analytics/ivrs/details/query: checks the query. The tenant takes no calls, so there is
// never an entity to report.

import type { Reply } from '../reply.ts';
import { refuseInput, succeed } from '../reply.ts';
import type { Call } from '../route.ts';
import type { Check, Problem } from '../shape.ts';
import { dateTime, list, object, oneOf, text } from '../shape.ts';
import type { Tenant } from '../tenant.ts';

const DURATION = /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;

const duration: Check = (value, path) =>
  typeof value === 'string' && DURATION.test(value)
    ? []
    : [{ path, message: 'must be an ISO 8601 duration' }];

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

/** Answers 200 without entities, or 400 for a malformed query. */
export function answerAnalytics(_tenant: Tenant, { body }: Call): Reply {
  const shape = queryShape(body, '');
  const problems = shape.length > 0 ? shape : checkMeaning(body as Record<string, string>);
  return problems.length > 0 ? refuseInput(problems) : succeed(200, { entities: [], nextPageToken: null });
}

/** No page token was ever handed out here, so none can be right. */
function checkMeaning({ dateFrom = '', dateTo = '', pageToken }: Record<string, string>): Problem[] {
  const problems: Problem[] = [];
  if (Date.parse(dateFrom) >= Date.parse(dateTo)) {
    problems.push({ path: '/dateTo', message: 'must be later than dateFrom' });
  }
  if (pageToken !== undefined) problems.push({ path: '/pageToken', message: 'is not one for this query' });
  return problems;
}
