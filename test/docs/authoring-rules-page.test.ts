// docs/authoring-rules.md: its rules pass every check, its words are those of the schema, and its schemas are there.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalCondition } from '../../src/simulate/condition.ts';
import { lintSources } from '../lint/lint-texts.ts';
import { sourceFile } from '../rules/rule-file.ts';
import { filesOf, firstCells, readPage, sectionOf } from './page.ts';

const root = new URL('../../', import.meta.url);
const page = readPage('authoring-rules.md');
const files = filesOf(page);
const schema = readFileSync(new URL('schemas/rule.schema.json', root), 'utf8');

describe('the rules of the page', () => {
  it('pass every check', () => {
    expect(Object.keys(files)).toHaveLength(3);
    const sources = Object.entries(files).map(([path, text]) => sourceFile(path, text));
    expect(lintSources(sources).findings).toEqual([]);
  });

  it('have the schemas that they name', () => {
    const urls = [...page.matchAll(/cxone-ivr-gitops\/v\d+\/(schemas\/[\w.-]+)/g)].map(
      ([, path = '']) => path,
    );
    expect(urls.length).toBeGreaterThan(3);
    expect(urls.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});

describe('the tables of the page', () => {
  const { properties } = JSON.parse(schema) as { properties: object };

  it('name every property of a rule', () => {
    const named = [...sectionOf(page, 'A rule').matchAll(/^\| (`.*?`) +\|/gm)].flatMap(
      ([, cell = '']) => cell.match(/[\w$]+/g) ?? [],
    );
    expect(named.toSorted()).toEqual(Object.keys(properties).toSorted());
  });

  it('name every type of a node', () => {
    for (const type of firstCells(sectionOf(page, 'Nodes'))) expect(schema).toContain(`"${type}"`);
    expect(firstCells(sectionOf(page, 'Nodes'))).toHaveLength(5);
  });

  it('say which words are one condition', () => {
    expect(canonicalCondition('no_match')).toBe(canonicalCondition('invalid'));
    expect(canonicalCondition('next')).toBe(canonicalCondition('default'));
    expect(canonicalCondition('press_hash')).toBe(canonicalCondition('press_pound'));
  });
});
