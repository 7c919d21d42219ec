// Users and the ids of things, as GitHub's replies show them.

import { createHash } from 'node:crypto';
import type { World } from './world.ts';

const KNOWN_IDS: Readonly<Record<string, number>> = { 'github-actions[bot]': 41_898_282 };

/** A number that always belongs to the same text. */
export function idOf(text: string): number {
  return KNOWN_IDS[text] ?? createHash('sha256').update(text).digest().readUInt32BE(0);
}

/** The opaque id that GraphQL would take. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64');
}

/** A user, bot or organisation in the short form that other things carry. */
export function userShape(world: World, login: string): Record<string, unknown> {
  const url = `${world.url}/users/${encodeURIComponent(login)}`;
  const id = idOf(login);
  return {
    login,
    id,
    node_id: nodeId('User', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `https://github.com/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** The full form that `GET /user` gives to the user itself. */
export function ownUserShape(world: World, login: string): Record<string, unknown> {
  return {
    ...userShape(world, login),
    name: null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2024-01-01T00:00:00Z',
    updated_at: '2024-01-01T00:00:00Z',
    private_gists: 0,
    total_private_repos: 0,
    owned_private_repos: 0,
    disk_usage: 0,
    collaborators: 0,
    two_factor_authentication: true,
  };
}
