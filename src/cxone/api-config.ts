// How a tenant is spoken to: its paths, and the way to its token. The defaults are the contract's.
import { ENDPOINTS, type Endpoints, TOKEN_PATH } from './endpoints.ts';

/** How the client says who it is when it asks for a token. */
export type TokenStyle = 'json' | 'form' | 'basic';
export type Grant = 'client_credentials' | 'password';

export interface ApiConfig {
  /** A path on the tenant, or a whole URL. Only where this leads to gets the client's secret. */
  readonly tokenUrl: string;
  readonly tokenStyle: TokenStyle;
  readonly grant: Grant;
  readonly endpoints: Endpoints;
}

export const DEFAULT_API: ApiConfig = {
  tokenUrl: TOKEN_PATH,
  tokenStyle: 'json',
  grant: 'client_credentials',
  endpoints: ENDPOINTS,
};
