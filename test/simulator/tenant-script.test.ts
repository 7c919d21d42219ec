import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { FLOWS, send, takeToken } from './tenant-client.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/tenant.ts', import.meta.url));

function start(...args: string[]) {
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { text: '' };
  const collect = (chunk: Buffer) => void (output.text += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return { child, output };
}

test('the script serves a tenant to other processes until it is told to stop', async () => {
  const { child, output } = start('--port', '0', '--compile-time', '5', '--latency', '1');
  await expect.poll(() => output.text, { timeout: 20_000 }).toContain('Ctrl+C');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output.text)?.[0] ?? '';
  expect(output.text).toContain('simulator-secret');
  const credentials = { clientId: 'simulator-client', clientSecret: 'simulator-secret' };
  const token = await takeToken({ url, credentials } as Parameters<typeof takeToken>[0]);
  expect((await send(url + FLOWS, 'GET', undefined, token)).status).toBe(200);
  expect((await send(`${url}/__simulator/state`, 'GET')).status).toBe(200);
  child.kill('SIGTERM');
  // Windows has no signals: there the process just ends.
  const end = process.platform === 'win32' ? [null, 'SIGTERM'] : [0, null];
  expect(await once(child, 'exit')).toEqual(end);
});

test.each([
  [['--port', 'many'], '--port takes a whole number'],
  [['--latency', '-1'], '--latency'],
  [['--colour'], '--colour'],
  [['stray'], 'stray'],
  [['--seed', SCRIPT], '--seed'],
])('bad arguments end with 2 and say why: %j', async (args, message) => {
  const { child, output } = start(...args);
  expect(await once(child, 'close')).toEqual([2, null]);
  expect(output.text).toContain(message);
  expect(output.text).toContain('Usage:');
});
