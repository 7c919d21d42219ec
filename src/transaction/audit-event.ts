// What happens in a run that the audit log tells (INTERFACE section 9).

/** Every action that an event, and so a record of the log, may tell of. */
export const AUDIT_ACTIONS = [
  'PLAN',
  'CREATE',
  'VALIDATE',
  'COMPILE',
  'ACTIVATE',
  'RETIRE',
  'DELETE',
  'UNDO',
  'OVERRIDE',
  'SEAL',
] as const;

export interface AuditEvent {
  readonly action: (typeof AUDIT_ACTIONS)[number];
  readonly flowId: string | null;
  readonly ruleName: string | null;
  readonly payloadHash: string | null;
  /** Why a person let something pass (`OVERRIDE`), or why the action decided on a rollback by itself (`PLAN`). */
  readonly reason?: string;
}
