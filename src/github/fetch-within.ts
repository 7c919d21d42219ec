// Fetches for Octokit, and follows a redirect only where it stays on GitHub's own origin: the token goes nowhere else. Redirects there
// are real, since a repository that was renamed is found by them.
import fetch, { type RequestInit, Response } from 'node-fetch';

/** GitHub itself needs one. */
const MOST_REDIRECTS = 3;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** After these the request is the same as before (RFC 9110, section 15.4); after others only a GET is. */
const SAME_REQUEST: ReadonlySet<number> = new Set([307, 308]);

/** A reply that Octokit takes for a refusal that no repeat helps. */
function refused(why: string): Response {
  return new Response(JSON.stringify({ message: `a redirect is not followed: ${why}` }), {
    status: 400,
    headers: { 'content-type': 'application/json' },
  });
}

/** Where a redirect leads, or why it is not followed. */
function nextPlace(url: string, method: string, status: number, location: string | null): string | Response {
  if (location === null || !URL.canParse(location, url)) return refused('it names no place');
  const next = new URL(location, url);
  if (next.origin !== new URL(url).origin)
    return refused(`it leads to ${next.origin}, and the token goes nowhere but to ${new URL(url).origin}`);
  if (method !== 'GET' && method !== 'HEAD' && !SAME_REQUEST.has(status))
    return refused(`${method} was answered with ${status}`);
  return next.href;
}

/** Like fetch, but for redirects. */
export async function fetchWithin(url: string, init: RequestInit): Promise<Response> {
  let place = url;
  for (let followed = 0; ; followed++) {
    const response = await fetch(place, { ...init, redirect: 'manual' });
    if (!REDIRECTS.has(response.status)) return response;
    response.body?.resume();
    if (followed >= MOST_REDIRECTS) return refused(`${MOST_REDIRECTS} were followed already`);
    const next = nextPlace(place, init.method ?? 'GET', response.status, response.headers.get('location'));
    if (typeof next !== 'string') return next;
    place = next;
  }
}
