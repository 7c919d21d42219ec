// Edge: keep-alive sockets, and the proxy that HTTPS_PROXY and NO_PROXY name. The same agents serve tenant and GitHub.
import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import { UserError } from '../errors.ts';
import { ProxyRefusal } from './proxy-refusal.ts';

export interface Agents {
  /** The agent for one request. */
  readonly agentFor: (url: URL) => Agent;
  /** Closes the sockets that are kept alive, so that the process can end. */
  readonly close: () => void;
}

/** An agent for one proxy. Of itself it would hand a proxy's refusal on as if the server behind had answered. */
function makeProxyAgent(proxy: string, options: https.AgentOptions): HttpsProxyAgent<string> {
  const agent = new HttpsProxyAgent(proxy, options);
  agent.on('proxyConnect', ({ statusCode = 0 }: IncomingMessage, request: ClientRequest) => {
    if (statusCode !== 200) request.destroy(new ProxyRefusal(agent.proxy.host, statusCode));
  });
  return agent;
}

/**
 * Makes the agent of a proxy. Its address is looked at here: one that its agent cannot read fails where nobody can catch it. It may hold a
 * password, and is not repeated.
 */
function openProxy(proxy: string, options: https.AgentOptions): HttpsProxyAgent<string> {
  try {
    const { username, password } = new URL(proxy);
    decodeURIComponent(`${username}${password}`);
    return makeProxyAgent(proxy, options);
  } catch {
    throw new UserError(
      'input',
      "HTTPS_PROXY in the environment is no proxy's URL: it takes one such as http://name:password@proxy.example:8080, where signs " +
        'in name and password are percent-encoded',
    );
  }
}

/**
 * Makes the agents of a run. https requests go through the proxy of the environment, http ones (loopback only) do not.
 * @param maxSockets sockets to one host at the same time
 */
export function makeAgents(maxSockets: number): Agents {
  const options = { keepAlive: true, maxSockets } as const;
  const plain = new http.Agent(options);
  const secure = new https.Agent(options);
  const proxied = new Map<string, HttpsProxyAgent<string>>();
  const proxyAgent = (proxy: string): HttpsProxyAgent<string> => {
    const agent = proxied.get(proxy) ?? openProxy(proxy, options);
    proxied.set(proxy, agent);
    return agent;
  };
  const agentFor = (url: URL): Agent => {
    if (url.protocol === 'http:') return plain;
    const proxy = getProxyForUrl(url.href);
    return proxy === '' ? secure : proxyAgent(proxy);
  };
  const close = (): void => {
    for (const agent of [plain, secure, ...proxied.values()]) agent.destroy();
  };
  return { agentFor, close };
}
