// Generated from schemas/id-map.schema.json by `npm run generate`. Do not edit.

/**
 * Ids as rule files write them, each with the id that the tenant of one environment knows.
 */
export interface IdMapFile {
  /**
   * For editors.
   */
  $schema?: string;
  /**
   * For campaignId.
   */
  campaigns?: {
    [k: string]: string;
  };
  /**
   * For mediaAssetId of every node.
   */
  media?: {
    [k: string]: string;
  };
  /**
   * For fallbackAction.target: queues and transfer numbers. Ids of nodes are never mapped.
   */
  targets?: {
    [k: string]: string;
  };
}
