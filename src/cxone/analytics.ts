// Edge: the analytics port over the CXone REST API: the calls of one flow, page by page. What the figures mean is judged elsewhere.
import type { Analytics, Traffic } from '../ports.ts';
import type { Client } from './client.ts';
import type { Endpoint } from './endpoints.ts';
import { fieldOf, spellValue, unexpected } from './read-fields.ts';
import { readPages } from './read-pages.ts';

/** The tenant may cut a stretch of time into intervals of this length; their figures are added up again. */
const INTERVAL = 'P1D';

const AGGREGATIONS = [
  { name: 'total_duration', type: 'sum' },
  { name: 'completion_rate', type: 'avg' },
];

/** The calls of one interval. */
interface Interval {
  readonly calls: number;
  /** Seconds, of all calls together. */
  readonly duration: number;
  /** Calls that were completed: a share of `calls`, and so perhaps no whole number. */
  readonly completed: number;
}

/** A figure that no call can have made would make a bad version look good. @throws ApiError */
function readFigure(
  endpoint: Endpoint,
  entity: unknown,
  key: string,
  isRight: (value: number) => boolean,
): number {
  const value = fieldOf(entity, key);
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0 && isRight(value)) return value;
  throw unexpected(endpoint, `figures whose ${key} is ${spellValue(value)}`);
}

/** One entity; undefined for one of another flow, which a tenant that ignores the filter may send. @throws ApiError */
function readInterval(endpoint: Endpoint, entity: unknown, flowId: string): Interval | undefined {
  const id = fieldOf(entity, 'flowId');
  if (typeof id !== 'string') throw unexpected(endpoint, `figures whose flowId is ${spellValue(id)}`);
  if (id !== flowId) return undefined;
  const calls = readFigure(endpoint, entity, 'calls', Number.isSafeInteger);
  // Without calls there is nothing to add, nor to say of them.
  if (calls === 0) return undefined;
  const duration = readFigure(endpoint, entity, 'total_duration', () => true);
  const rate = readFigure(endpoint, entity, 'completion_rate', (value) => value <= 1);
  return { calls, duration, completed: rate * calls };
}

function addUp(intervals: readonly Interval[]): Traffic {
  const sum = (key: keyof Interval): number =>
    intervals.reduce((total, interval) => total + interval[key], 0);
  const [calls, totalDuration] = [sum('calls'), sum('duration')];
  return calls === 0
    ? { calls, totalDuration, averageDuration: undefined, completionRate: undefined }
    : {
        calls,
        totalDuration,
        averageDuration: totalDuration / calls,
        completionRate: sum('completed') / calls,
      };
}

/** Makes the port; no request is made. */
export function makeAnalytics({ call }: Client, endpoint: Endpoint): Analytics {
  return {
    readTraffic: async (flowId, from, to) => {
      const query = {
        aggregations: AGGREGATIONS,
        filter: { type: 'equals', path: 'flowId', to: flowId },
        interval: INTERVAL,
        dateFrom: new Date(from).toISOString(),
        dateTo: new Date(to).toISOString(),
      };
      const ask = async (pageToken: string): Promise<unknown> => {
        const body = pageToken === '' ? query : { ...query, pageToken };
        return (await call({ endpoint, body, accepts: [200], repeat: 'always' })).body;
      };
      const intervals: Interval[] = [];
      for await (const entities of readPages(endpoint, ask))
        intervals.push(...entities.flatMap((entity) => readInterval(endpoint, entity, flowId) ?? []));
      return addUp(intervals);
    },
  };
}
