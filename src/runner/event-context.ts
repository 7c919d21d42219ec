// Edge: what the runner says of the event, as @actions/github reads it. In a module of its own, so that it can be loaded when it
// is asked for (it reads the event file, which may fail) without that package's Octokit, which takes longer than a whole lint.
export { context } from '@actions/github';
