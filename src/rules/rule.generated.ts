// Generated from schemas/rule.schema.json by `npm run generate`. Do not edit.

/**
 * One routing rule: what the callers of a campaign hear, and where they end.
 */
export interface RuleFile {
  /**
   * For editors; never deployed and never hashed.
   */
  $schema?: string;
  /**
   * The rule's identity. No two files may share it.
   */
  name: string;
  /**
   * The campaign whose callers meet this rule.
   */
  campaignId: string;
  /**
   * The first node is the entry.
   *
   * @minItems 1
   */
  nodes: [RuleNode, ...RuleNode[]];
  fallbackAction: FallbackAction;
  /**
   * In force from this instant. ISO 8601 with an offset or Z.
   */
  effectiveDate?: string;
  /**
   * In force up to, not at, this instant. ISO 8601 with an offset or Z.
   */
  expirationDate?: string;
  /**
   * Desired state. ACTIVE (the default): deployed and activated. INACTIVE: deployed and kept inactive. DRAFT: staged, not activated.
   */
  status?: 'DRAFT' | 'ACTIVE' | 'INACTIVE';
}
export interface RuleNode {
  id: string;
  type: 'greeting' | 'dtmf' | 'transfer' | 'queue' | 'hangup';
  /**
   * The prompt that is played. A greeting needs one.
   */
  mediaAssetId?: string;
  transitions?: Transition[];
}
export interface Transition {
  /**
   * press_0 to press_9, press_star, press_pound, timeout, invalid, default, or a condition of the tenant's own.
   */
  condition: string;
  /**
   * The id of the node that comes next.
   */
  target: string;
}
/**
 * What a caller gets for whom nothing matches.
 */
export interface FallbackAction {
  type: 'hangup' | 'queue' | 'transfer';
  target?: string;
}
