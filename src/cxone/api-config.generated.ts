// Generated from schemas/api-config.schema.json by `npm run generate`. Do not edit.

/**
 * Where a tenant's paths or the way to its token differ from the defaults.
 */
export interface ApiConfigFile {
  /**
   * For editors.
   */
  $schema?: string;
  /**
   * Where tokens come from: a path on the tenant, or a whole https URL, which may be on another host (default /oauth/token).
   */
  tokenUrl?: string;
  /**
   * How the client's id and secret are sent: in a JSON body, in a form, or in a Basic header beside a form (default json; basic with grant password).
   */
  tokenStyle?: 'json' | 'form' | 'basic';
  /**
   * OAuth 2.0 grant (default client_credentials); password needs inputs access-key-id and access-key-secret.
   */
  grant?: 'client_credentials' | 'password';
  /**
   * Path templates of single requests. Each holds exactly the placeholders of its default.
   */
  paths?: {
    /**
     * GET, {assetId}
     */
    findMedia?: string;
    /**
     * GET, {campaignId}
     */
    findCampaign?: string;
    /**
     * GET
     */
    listFlows?: string;
    /**
     * GET, {flowId}
     */
    getFlow?: string;
    /**
     * POST
     */
    createFlow?: string;
    /**
     * POST, {flowId}
     */
    validateFlow?: string;
    /**
     * POST, {flowId}
     */
    compileFlow?: string;
    /**
     * GET, {flowId}
     */
    compileState?: string;
    /**
     * PATCH, {flowId}
     */
    patchFlow?: string;
    /**
     * DELETE, {flowId}
     */
    deleteFlow?: string;
    /**
     * GET
     */
    listWebhooks?: string;
    /**
     * POST
     */
    createWebhook?: string;
    /**
     * PATCH, {webhookId}
     */
    patchWebhook?: string;
    /**
     * POST
     */
    queryAnalytics?: string;
  };
}
