import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { INPUT_DEFAULTS, type InputName, type Inputs, readInputs } from '../../src/request/inputs.ts';

function read(given: Partial<Record<InputName, string>> = {}): Inputs {
  return readInputs((name) => given[name as InputName] ?? '');
}

function errorOf(given: Partial<Record<InputName, string>>): UserError {
  try {
    read(given);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  return expect.fail(`${JSON.stringify(given)} is taken`);
}

const EMPTY: Inputs = {
  command: 'auto',
  rules: ['rules/**/*.json'],
  config: 'cxone-rules.config.json',
  environment: 'production',
  idMap: '',
  githubToken: '',
  tenantUrl: '',
  clientId: '',
  clientSecret: '',
  accessKeyId: '',
  accessKeySecret: '',
  apiConfig: '',
  webhookUrl: '',
  maxDepth: 15,
  failOn: 'error',
  comment: 'always',
  rollbackTo: '',
  only: [],
  dryRun: false,
  removedRules: 'deactivate',
  maxChanges: { value: 100, unit: 'percent' },
  maxRemovals: { value: 30, unit: 'percent' },
  overrideReason: '',
  concurrency: 8,
  requestsPerSecond: undefined,
  compileTimeout: 60_000,
  compilePollInterval: 5_000,
  requestTimeout: 12_000,
  keepVersions: 3,
  auditBranch: '',
  failOnDrift: true,
  driftIssue: false,
  watchTime: 0,
  watchInterval: 60_000,
  minCompletionRate: undefined,
  maxCompletionDrop: undefined,
  minCalls: 20,
  reportDir: '',
};

describe('an input that is empty', () => {
  it('has its default', () => {
    expect(read()).toEqual(EMPTY);
  });

  it('is the same as one that holds only space', () => {
    expect(readInputs(() => ' \n\t ')).toEqual(EMPTY);
  });

  it.each(Object.keys(INPUT_DEFAULTS))('is asked for by its name: %s', (name) => {
    const asked: string[] = [];
    readInputs((other) => {
      asked.push(other);
      return '';
    });
    expect(asked).toContain(name);
    expect(new Set(asked)).toEqual(new Set(Object.keys(INPUT_DEFAULTS)));
  });

  it.each(Object.entries(INPUT_DEFAULTS).filter(([, value]) => value !== ''))(
    'is the same as its default: %s is %s',
    (name, value) => {
      expect(read({ [name]: value })).toEqual(EMPTY);
    },
  );
});

describe('an input that is set', () => {
  it.each<[InputName, string, Partial<Inputs>]>([
    ['command', 'lint', { command: 'lint' }],
    ['command', ' deploy ', { command: 'deploy' }],
    ['command', 'rollback', { command: 'rollback' }],
    ['command', 'test', { command: 'test' }],
    ['command', 'verify', { command: 'verify' }],
    ['command', 'drift', { command: 'drift' }],
    ['command', 'adopt', { command: 'adopt' }],
    ['command', 'import', { command: 'import' }],
    ['rules', 'a/*.json\n\n  b/*.json  \r\n!a/x.json', { rules: ['a/*.json', 'b/*.json', '!a/x.json'] }],
    ['config', ' ivr/lint.json ', { config: 'ivr/lint.json' }],
    ['environment', 'eu-west 1 / blue_2.x:+', { environment: 'eu-west 1 / blue_2.x:+' }],
    ['environment', 'x'.repeat(100), { environment: 'x'.repeat(100) }],
    ['github-token', 'ghs_abc', { githubToken: 'ghs_abc' }],
    ['client-id', 'id', { clientId: 'id' }],
    ['client-secret', 'a secret & more', { clientSecret: 'a secret & more' }],
    ['id-map', 'environments/production.json', { idMap: 'environments/production.json' }],
    ['access-key-id', 'key', { accessKeyId: 'key' }],
    ['access-key-secret', 'a=b&c', { accessKeySecret: 'a=b&c' }],
    ['api-config', 'tenant.json', { apiConfig: 'tenant.json' }],
    ['webhook-url', 'https://Hooks.example/a?key=b', { webhookUrl: 'https://hooks.example/a?key=b' }],
    ['webhook-url', 'http://127.0.0.1:8080', { webhookUrl: 'http://127.0.0.1:8080/' }],
    ['max-depth', '0', { maxDepth: 0 }],
    ['max-depth', '1000000', { maxDepth: 1_000_000 }],
    ['fail-on', 'warning', { failOn: 'warning' }],
    ['fail-on', 'never', { failOn: 'never' }],
    ['comment', 'on-findings', { comment: 'on-findings' }],
    ['comment', 'never', { comment: 'never' }],
    ['rollback-to', 'previous', { rollbackTo: 'previous' }],
    ['rollback-to', 'v1.2', { rollbackTo: 'v1.2' }],
    ['rollback-to', 'refs/tags/releases/v1.2', { rollbackTo: 'releases/v1.2' }],
    ['rollback-to', 'Größe-7', { rollbackTo: 'Größe-7' }],
    ['rollback-to', 'ABCDEF1', { rollbackTo: 'abcdef1' }],
    ['only', 'Sales\n Service & more \n', { only: ['Sales', 'Service & more'] }],
    ['dry-run', 'true', { dryRun: true }],
    ['dry-run', 'True', { dryRun: true }],
    ['dry-run', 'FALSE', { dryRun: false }],
    ['removed-rules', 'delete', { removedRules: 'delete' }],
    ['removed-rules', 'keep', { removedRules: 'keep' }],
    ['max-changes', '5', { maxChanges: { value: 5, unit: 'rules' } }],
    ['max-changes', '0', { maxChanges: { value: 0, unit: 'rules' } }],
    ['max-changes', '250%', { maxChanges: { value: 250, unit: 'percent' } }],
    ['max-removals', '0%', { maxRemovals: { value: 0, unit: 'percent' } }],
    ['max-removals', '12', { maxRemovals: { value: 12, unit: 'rules' } }],
    ['override-reason', 'agreed on Monday', { overrideReason: 'agreed on Monday' }],
    ['concurrency', '1', { concurrency: 1 }],
    ['concurrency', '100', { concurrency: 100 }],
    ['requests-per-second', '0.5', { requestsPerSecond: 0.5 }],
    ['requests-per-second', '1000', { requestsPerSecond: 1000 }],
    ['compile-timeout', '0.25', { compileTimeout: 250 }],
    ['compile-timeout', '3600', { compileTimeout: 3_600_000 }],
    ['compile-poll-interval', '0', { compilePollInterval: 0 }],
    ['compile-poll-interval', '0.5', { compilePollInterval: 500 }],
    ['request-timeout', '1.5', { requestTimeout: 1500 }],
    ['keep-versions', '0', { keepVersions: 0 }],
    ['keep-versions', '1000', { keepVersions: 1000 }],
    ['audit-branch', 'audit/ivr-log_1.x', { auditBranch: 'audit/ivr-log_1.x' }],
    ['fail-on-drift', 'false', { failOnDrift: false }],
    ['drift-issue', 'TRUE', { driftIssue: true }],
    ['watch-interval', '0.05', { watchInterval: 50 }],
    ['min-completion-rate', '0', { minCompletionRate: 0 }],
    ['min-completion-rate', '0.85', { minCompletionRate: 0.85 }],
    ['min-completion-rate', '1', { minCompletionRate: 1 }],
    ['max-completion-drop', '0.1', { maxCompletionDrop: 0.1 }],
    ['min-calls', '1', { minCalls: 1 }],
    ['report-dir', 'out/reports', { reportDir: 'out/reports' }],
  ])('%s: %j', (name, value, expected) => {
    expect(read({ [name]: value })).toEqual({ ...EMPTY, ...expected });
  });
});

describe('an input that cannot be', () => {
  const COUNTS = ['-1', '1.5', '1e3', 'many', '0x10', '+1', '1 2', '٣', 'Infinity', 'NaN'];
  const SECONDS = ['-1', '3600.1', '1e3', '5s', '1,5', '.5', '5.', 'NaN'];
  const LIMITS = ['-1', '1.5', '30 %', '%', '30%%', 'all', '1000000000', '30percent'];
  const BAD: Partial<Record<InputName, readonly string[]>> = {
    command: ['Deploy', 'deploy now', 'drift;', 'AUTO', 'tests'],
    environment: ['a\nb', 'über', 'x'.repeat(101), 'a"b', '<b>', 'a`b', 'a|b', '@everyone'],
    'max-depth': [...COUNTS, '1000001'],
    'fail-on': ['errors', 'ERROR', 'info'],
    comment: ['true', 'Always'],
    'dry-run': ['yes', '1', 'tru'],
    'removed-rules': ['remove', 'Delete'],
    'max-changes': LIMITS,
    'max-removals': LIMITS,
    concurrency: [...COUNTS, '0', '101'],
    'requests-per-second': ['0', '-1', '1001', 'fast', '1e2', '0.0'],
    'compile-timeout': [...SECONDS, '0'],
    'compile-poll-interval': SECONDS,
    'request-timeout': [...SECONDS, '0', '0.0'],
    'keep-versions': [...COUNTS, '1001'],
    'rollback-to': [
      'a b',
      '..',
      '.',
      'a..b',
      '../../user',
      '-x',
      '--help',
      '@',
      'HEAD',
      'v1^',
      'v1~2',
      'a:b',
      'refs/heads/x',
      'refs/pull/1/head',
      'heads/main',
      'pull/1/head',
      '/v1',
      'v1/',
      'a//b',
      'v1.lock',
      'a/.b',
      'v1.',
      'v?',
      'v*',
      'a\nb',
      'a\u0000b',
      'a\\b',
      'main@{1}',
      'x\u2028y',
      'refs/tags/',
      'x'.repeat(251),
    ],
    'audit-branch': [
      'a b',
      'refs/heads/a',
      '../a',
      'a..b',
      '.a',
      'a/.b',
      'a.lock',
      'a/',
      '-a',
      'a~1',
      'HEAD',
      'a@{1}',
      'x'.repeat(201),
    ],
    'fail-on-drift': ['never', '0'],
    'drift-issue': ['open', 'yes'],
    'watch-minutes': ['-1', '300.5', '5m', '.5', '1e1', 'NaN'],
    'watch-interval': [...SECONDS, '0'],
    'min-completion-rate': ['-0.1', '1.01', '85', '85%', '.8', 'NaN'],
    'max-completion-drop': ['-0.1', '1.01', '10%', 'none'],
    'min-calls': [...COUNTS, '0'],
  };
  /** What each error must say that the input takes. */
  const TAKES: Partial<Record<InputName, string>> = {
    command: 'one of auto, lint, deploy, rollback, drift, verify, test, adopt, import',
    environment: 'a name of up to 100 letters',
    'max-depth': 'a whole number from 0 to 1000000',
    'fail-on': 'one of error, warning, never',
    comment: 'one of always, on-findings, never',
    'dry-run': 'one of true, false',
    'removed-rules': 'one of deactivate, delete, keep',
    'max-changes': 'a number of rules, such as 5, or a percentage of the live rules, such as 30%',
    'max-removals': 'a number of rules, such as 5, or a percentage of the live rules, such as 30%',
    concurrency: 'a whole number from 1 to 100',
    'requests-per-second': 'a number over 0, up to 1000',
    'compile-timeout': 'a number of seconds over 0 to 3600',
    'compile-poll-interval': 'a number of seconds from 0 to 3600',
    'request-timeout': 'a number of seconds over 0 to 3600',
    'keep-versions': 'a whole number from 0 to 1000',
    'rollback-to': 'previous, a commit SHA or a tag',
    'audit-branch': 'the name of a branch',
    'fail-on-drift': 'one of true, false',
    'drift-issue': 'one of true, false',
    'watch-minutes': 'a number of minutes from 0 to 300',
    'watch-interval': 'a number of seconds over 0 to 3600',
    'min-completion-rate': 'a number from 0 to 1, such as 0.85',
    'max-completion-drop': 'a number from 0 to 1, such as 0.85',
    'min-calls': 'a whole number from 1 to 1000000',
  };
  const cases = Object.entries(BAD).flatMap(([name, values]) =>
    values.map((value) => [name, value] as const),
  );

  it.each(cases)('%s: %j', (name, value) => {
    const error = errorOf({ [name]: value });
    expect(error.reason).toBe('input');
    expect(error.message.toLowerCase()).toContain(
      `input ${name} is ${JSON.stringify(value)}, but it takes `.toLowerCase(),
    );
    expect(error.message).toContain(TAKES[name as InputName]);
  });

  it('is told for every input that does not take any text', () => {
    const free = ['rules', 'config', 'github-token', 'client-id', 'client-secret', 'only'];
    free.push('id-map', 'api-config', 'access-key-id', 'access-key-secret');
    const others = ['override-reason', 'report-dir', 'tenant-url', 'webhook-url'];
    expect([...Object.keys(BAD), ...free, ...others].toSorted()).toEqual(
      Object.keys(INPUT_DEFAULTS).toSorted(),
    );
  });
});

describe('watch-minutes', () => {
  it.each(['min-completion-rate', 'max-completion-drop'] as const)('is taken with %s', (limit) => {
    expect(read({ 'watch-minutes': '0.5', [limit]: '0' }).watchTime).toBe(30_000);
  });

  it('is an error without anything to watch for, which names what is missing', () => {
    const error = errorOf({ 'watch-minutes': '10' });
    expect(error.reason).toBe('input');
    expect(error.message).toBe(
      'input watch-minutes is "10", but nothing says what to watch for: set input min-completion-rate or input max-completion-drop',
    );
  });
});

describe('the config file', () => {
  it.each<[string, string, readonly string[]]>([
    ['rules/**/*.json', 'rules/lint.json', ['rules/**/*.json', '!rules/lint.json']],
    ['**/*.json', '', ['**/*.json', '!cxone-rules.config.json']],
    ['ivr/*.json', './ivr/lint.json', ['ivr/*.json', '!ivr/lint.json']],
    ['rules/**/*.json', 'lint.json', ['rules/**/*.json']],
    ['rules/*.json\n!rules/lint.json', 'rules/lint.json', ['rules/*.json', '!rules/lint.json']],
  ])('is no rule where the globs are %j and it is %j', (rules, config, expected) => {
    expect(read({ rules, config }).rules).toEqual(expected);
  });
});

describe('tenant-url', () => {
  it.each([
    ['simulator', 'simulator'],
    ['https://api-us-01.nice-incontact.com', 'https://api-us-01.nice-incontact.com'],
    ['https://API.Example/', 'https://api.example'],
    ['https://api.example/a/b//', 'https://api.example/a/b'],
    ['https://api.example:8443/a', 'https://api.example:8443/a'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://127.8.9.1', 'http://127.8.9.1'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('takes %s', (value, expected) => {
    expect(read({ 'tenant-url': value }).tenantUrl).toBe(expected);
  });

  it.each([
    'api-us-01.nice-incontact.com',
    'http://api.example',
    'http://127.0.0.1.example',
    'http://localhost.example',
    'http://10.0.0.1',
    'http://[::2]',
    'ftp://localhost',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'Simulator',
    'https://',
    'https://a b',
  ])('does not take %s', (value) => {
    const error = errorOf({ 'tenant-url': value });
    expect(error.reason).toBe('input');
    expect(error.message).toContain(
      `input tenant-url is ${JSON.stringify(value)}, but it takes an https URL`,
    );
  });

  it.each([
    ['credentials', 'https://user:hunter2@api.example', 'without credentials in it'],
    ['a user', 'https://hunter2@api.example', 'without credentials in it'],
    ['a query', 'https://api.example/?a=b', 'without a query or fragment'],
    ['a fragment', 'https://api.example/#a', 'without a query or fragment'],
  ])('does not take %s', (_case, value, message) => {
    expect(errorOf({ 'tenant-url': value }).message).toContain(message);
  });

  it.each([
    ['of a good URL', 'https://user:hunter2@api.example'],
    ['of a URL that is not secure', 'http://user:hunter2@api.example/a'],
    ['of a URL that is none', 'https://user:hunter2@a b'],
    ['in the place of the user', 'https://hunter2@api.example'],
    ['with signs that are encoded', 'https://user:%40hunter2%3F@api.example'],
  ])('never shows the credentials %s', (_case, value) => {
    const { message } = errorOf({ 'tenant-url': value });
    expect(message).toContain('input tenant-url is "http');
    expect(message).not.toContain('hunter2');
  });
});

describe('webhook-url', () => {
  it.each([
    ['no URL', 'hooks.example', '"hooks.example"'],
    ['http to another machine', 'http://hooks.example/?key=hunter2', '"http://hooks.example/?***"'],
    ['another protocol', 'ftp://localhost', '"ftp://localhost"'],
    ['credentials', 'https://user:hunter2@hooks.example', '"https://***@hooks.example"'],
    ['a fragment', 'https://hooks.example/#hunter2', '"https://hooks.example/#***"'],
  ])('does not take %s, and shows no secret', (_case, value, shown) => {
    const { message, reason } = errorOf({ 'webhook-url': value });
    expect(reason).toBe('input');
    expect(message).toBe(
      `input webhook-url is ${shown}, but it takes an https URL (http only on loopback), without credentials and fragment`,
    );
  });
});
