// Cuts a list into pages and writes the Link header, as every list of GitHub's does.

import type { Call, Reply } from './route.ts';

const DEFAULT_SIZE = 30;
const MAX_SIZE = 100;

/** The page and its size that a request asks for. */
export function pageOf(
  call: Call,
  defaultSize = DEFAULT_SIZE,
  maxSize = MAX_SIZE,
): { page: number; size: number } {
  const asked = Number(call.query.get('per_page') ?? defaultSize);
  const page = Number(call.query.get('page') ?? 1);
  return { page: Math.max(1, page), size: Math.min(Math.max(1, asked), maxSize) };
}

/** The elements of the page that a request asks for, and the headers that lead to the others. */
export function cut<T>(
  call: Call,
  all: readonly T[],
  defaultSize = DEFAULT_SIZE,
  maxSize = MAX_SIZE,
): { items: readonly T[]; headers: Readonly<Record<string, string>> } {
  const { page, size } = pageOf(call, defaultSize, maxSize);
  const last = Math.max(1, Math.ceil(all.length / size));
  const items = all.slice((page - 1) * size, page * size);
  const link = linkHeader(call, page, last);
  return { items, headers: link === '' ? {} : { link } };
}

/** A reply with one page of a list. */
export async function paged<T>(call: Call, all: readonly T[], shape: (item: T) => unknown): Promise<Reply> {
  const { items, headers } = cut(call, all);
  return { status: 200, headers, body: await Promise.all(items.map((item) => shape(item))) };
}

function linkHeader(call: Call, page: number, last: number): string {
  const to = (number: number, rel: string): string => {
    const url = new URL(call.target, call.world.url);
    url.searchParams.set('page', String(number));
    return `<${url.href}>; rel="${rel}"`;
  };
  const back = page > 1 ? [to(Math.min(page - 1, last), 'prev')] : [];
  const on = page < last ? [to(page + 1, 'next'), to(last, 'last')] : [];
  return [...back, ...on, ...(page > 1 ? [to(1, 'first')] : [])].join(', ');
}
