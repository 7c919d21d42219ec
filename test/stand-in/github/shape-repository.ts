// Repositories and the addresses below them, as GitHub's replies show them.

import { idOf, nodeId, userShape } from './shape-user.ts';
import type { World } from './world.ts';

/** The address of something below the repository in the API. */
export function apiUrl(world: World, path = '', fullName = world.fullName): string {
  return `${world.url}/repos/${fullName}${path}`;
}

/** The address of something below the repository for a browser. */
export function htmlUrl(world: World, path = '', fullName = world.fullName): string {
  return `https://github.com/${fullName}${path}`;
}

const API_PATHS: Readonly<Record<string, string>> = {
  url: '',
  forks_url: '/forks',
  keys_url: '/keys{/key_id}',
  collaborators_url: '/collaborators{/collaborator}',
  teams_url: '/teams',
  hooks_url: '/hooks',
  issue_events_url: '/issues/events{/number}',
  events_url: '/events',
  assignees_url: '/assignees{/user}',
  branches_url: '/branches{/branch}',
  tags_url: '/tags',
  blobs_url: '/git/blobs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  git_refs_url: '/git/refs{/sha}',
  trees_url: '/git/trees{/sha}',
  statuses_url: '/statuses/{sha}',
  languages_url: '/languages',
  stargazers_url: '/stargazers',
  contributors_url: '/contributors',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  commits_url: '/commits{/sha}',
  git_commits_url: '/git/commits{/sha}',
  comments_url: '/comments{/number}',
  issue_comment_url: '/issues/comments{/number}',
  contents_url: '/contents/{+path}',
  compare_url: '/compare/{base}...{head}',
  merges_url: '/merges',
  archive_url: '/{archive_format}{/ref}',
  downloads_url: '/downloads',
  issues_url: '/issues{/number}',
  pulls_url: '/pulls{/number}',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  labels_url: '/labels{/name}',
  releases_url: '/releases{/id}',
  deployments_url: '/deployments',
};

/** The form of a repository that other things carry. */
export function minimalRepositoryShape(world: World, fullName = world.fullName): Record<string, unknown> {
  const [owner = '', name = ''] = fullName.split('/');
  const urls = Object.entries(API_PATHS).map(([key, path]) => [key, apiUrl(world, path, fullName)]);
  return {
    id: idOf(fullName),
    node_id: nodeId('Repository', idOf(fullName)),
    name,
    full_name: fullName,
    private: world.visibility === 'private',
    owner: userShape(world, owner),
    html_url: htmlUrl(world, '', fullName),
    description: null,
    fork: fullName !== world.fullName,
    ...Object.fromEntries(urls),
  };
}

/** The form of a repository that a pull request's two sides carry. */
export function repositoryShape(world: World, fullName = world.fullName): Record<string, unknown> {
  const html = htmlUrl(world, '', fullName);
  return {
    ...minimalRepositoryShape(world, fullName),
    clone_url: `${html}.git`,
    git_url: `git://github.com/${fullName}.git`,
    ssh_url: `git@github.com:${fullName}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    visibility: world.visibility,
    default_branch: world.defaultBranch,
    ...features,
    ...counts,
    created_at: '2024-01-01T00:00:00Z',
    updated_at: '2024-01-01T00:00:00Z',
    pushed_at: '2024-01-01T00:00:00Z',
  };
}

/** What `GET /repos/{owner}/{repo}` gives. */
export function fullRepositoryShape(world: World): Record<string, unknown> {
  return { ...repositoryShape(world), network_count: 0, subscribers_count: 0 };
}

const features = {
  has_issues: true,
  has_projects: false,
  has_wiki: false,
  has_pages: false,
  has_downloads: false,
  has_discussions: false,
  archived: false,
  disabled: false,
};

const counts = {
  size: 0,
  forks: 0,
  forks_count: 0,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0,
  open_issues: 0,
  open_issues_count: 0,
};
