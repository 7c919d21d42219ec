// The texts of the two commit statuses (INTERFACE section 7). None is longer than GitHub's 140 characters.

/** Context of the status that says how the deployment went. */
export function outcomeContext(environment: string): string {
  return `cxone-ivr/${environment}`;
}

/** Context of the status that carries the ruleset digest. */
export function rulesContext(environment: string): string {
  return `cxone-ivr/${environment}/rules`;
}

/** @param auditHash 64 hex digits */
export function successText(rules: number, auditHash: string): string {
  return `${rules} rules · audit sha256:${auditHash}`;
}

export function rulesText(rules: number, digest: string): string {
  return `${rules} rules · sha256:${digest}`;
}

/** The audit hash that a status names, in whatever words; undefined where it names none. */
export function readAuditHash(text: string): string | undefined {
  return /\baudit sha256:(\S+)/.exec(text)?.[1];
}

/** The status of a commit that was live until a rollback. @param target the commit that is live again */
export function rolledBackText(target: string, auditHash: string): string {
  return `rolled back to ${target.slice(0, 12)} · audit sha256:${auditHash}`;
}
