// docs/lint-config.md: its examples are true, and it says of each check and threshold what the code does.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../../schemas/config.schema.json' with { type: 'json' };
import { readConfig, tellConfigProblems } from '../../src/lint/read-config.ts';
import { CHECKS } from '../../src/lint/registry.ts';
import { sourceFile } from '../rules/rule-file.ts';
import { CONFIG_PATH, readRightConfig } from './lint-texts.ts';

const page = readFileSync(new URL('../../docs/lint-config.md', import.meta.url), 'utf8');
const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
const [, told = ''] = /```text\n(.*?)\n```/s.exec(page) ?? [];

describe('the page of the config file', () => {
  it('has an example that is taken, and that names checks that there are', () => {
    const config = readRightConfig(sourceFile(CONFIG_PATH, example));
    expect(config.suppressions.length).toBeGreaterThan(1);
    const ids = CHECKS.map(({ id }) => id);
    for (const { check } of config.suppressions) expect(ids).toContain(check);
  });

  it('has an example that fits the schema', () => {
    const validate = new Ajv({ strict: true, validateFormats: false }).compile(schema);
    expect(validate(JSON.parse(example)) || validate.errors).toBe(true);
    expect(validate({ ...(JSON.parse(example) as object), more: 1 })).toBe(false);
  });

  it('says of a config that is wrong what the code says', () => {
    const wrong = ['{', '  "severities": {', '    "traap": "off"', '  },', '  "thresholds": {'];
    const text = [...wrong, '    "menuTooWide": "9"', '  }', '}'].join('\n');
    const { problems = [] } = readConfig(sourceFile(CONFIG_PATH, text), CHECKS);
    expect(tellConfigProblems(CONFIG_PATH, problems)).toBe(told);
  });

  it('names the checks that are fixed, and those that are never suppressed', () => {
    const [, fixed = ''] = /\n\n(`syntax`[^.]*) are fixed:/.exec(page) ?? [];
    const named = [...fixed.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id);
    const ids = (has: 'isFixed' | 'isNeverSuppressed'): string[] =>
      CHECKS.filter((check) => check[has] === true).map(({ id }) => id);
    expect(named.toSorted()).toEqual(ids('isFixed').toSorted());
    const [, suppressions = ''] = page.split('\n## Suppressions\n');
    for (const id of ids('isNeverSuppressed')) expect(suppressions).toContain(`\`${id}\``);
  });

  it('has the thresholds with their defaults and bounds', () => {
    const { properties } = schema.properties.thresholds;
    const rows = [...page.matchAll(/^\| `(\w+)` +\| (\d+) +\| a whole number, (\d+) to (\d+) +\|/gm)];
    expect(rows.map(([, ...cells]) => cells)).toEqual(
      Object.entries(properties).map(([name, { default: usual, minimum, maximum }]) =>
        [name, usual, minimum, maximum].map(String),
      ),
    );
  });
});
