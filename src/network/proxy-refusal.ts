// What a proxy says that opens no way to a host. Its reply is its own, and never that of the server behind it.

/** A proxy opened no way; the request itself was never sent. */
export class ProxyRefusal extends Error {
  override readonly name = 'ProxyRefusal';
  /** Whether the same proxy will say the same again: a rule of its own, or credentials that it lacks. */
  readonly isFinal: boolean;

  /** @param proxy host and port, without credentials @param status of its reply to CONNECT */
  constructor(proxy: string, status: number) {
    const why =
      status === 407 ? 'it wants credentials: HTTPS_PROXY can carry them' : 'it must allow this host';
    super(`the proxy ${proxy} opens no connection (it answers CONNECT with ${status}): ${why}`);
    this.isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
  }
}
