import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../src/cxone/endpoints.ts';
import { failureOfSilence } from '../../src/cxone/failure.ts';
import { NoReply } from '../../src/cxone/send.ts';

describe('a request that a proxy does not let out', () => {
  const words = 'the proxy p:3128 opens no connection (it answers CONNECT with 403): it must allow this host';
  const failure = (isFinal: boolean) =>
    failureOfSilence(
      { endpoint: ENDPOINTS.createFlow, accepts: [201], repeat: 'unless-arrived' },
      new NoReply(words, { timedOut: false, mayHaveTakenEffect: false, isFinal }),
    );

  it('is no missing scope, and never arrived', () => {
    const { error } = failure(true);
    expect(error).toMatchObject({ reason: 'tenant', details: { mayHaveTakenEffect: false } });
    expect(error.message).toContain(words);
  });

  it.each([
    [true, false],
    [false, true],
  ])('is sent again only where that may help: final %s', (isFinal, mayRepeat) => {
    expect(failure(isFinal).mayRepeat).toBe(mayRepeat);
  });
});
