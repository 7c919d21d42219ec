import { describe, expect, it } from 'vitest';
import { type Journal, isFinished, resumeJournal, startJournal } from '../../src/transaction/journal.ts';
import type { UndoEntry } from '../../src/transaction/undo-entry.ts';

const HASH = '0a'.repeat(32);
const deletion = (name: string): UndoEntry => ({
  kind: 'delete',
  name,
  payloadHash: HASH,
  flowId: null,
  knownIds: ['flow-1'],
});
const restore = (flowId: string): UndoEntry => ({
  kind: 'restore',
  name: 'Sales',
  flowId,
  status: 'ACTIVE',
  effectiveDate: null,
  expirationDate: '2027-01-01T00:00:00.000Z',
});

interface Written {
  readonly journal: Journal;
  readonly lines: string[];
}

function start(): Written {
  const lines: string[] = [];
  return { journal: startJournal((line) => lines.push(line)), lines };
}

function resume(lines: readonly string[], later: string[] = []): Journal {
  return resumeJournal(lines.join(''), (line) => later.push(line));
}

describe('a journal', () => {
  it('holds what was registered, in the order of the writes', () => {
    const { journal } = start();
    const numbers = [deletion('A'), restore('flow-7'), deletion('B')].map((entry) => journal.register(entry));
    expect(journal.open()).toEqual([
      { number: numbers[0], entry: deletion('A') },
      { number: numbers[1], entry: restore('flow-7') },
      { number: numbers[2], entry: deletion('B') },
    ]);
    expect(numbers).toEqual([0, 1, 2]);
  });

  it('is written down before it is held: where that fails, nothing is', () => {
    const journal = startJournal(() => {
      throw new Error('the disk is full');
    });
    expect(() => journal.register(deletion('A'))).toThrow('the disk is full');
    expect(journal.open()).toEqual([]);
  });

  it('learns the id of a flow that was created', () => {
    const { journal } = start();
    const number = journal.register(deletion('A'));
    journal.fill(number, 'flow-9');
    expect(journal.open()).toEqual([{ number, entry: { ...deletion('A'), flowId: 'flow-9' } }]);
  });

  it('gives no id to what is restored, nor to what it does not know', () => {
    const { journal } = start();
    const number = journal.register(restore('flow-7'));
    journal.fill(number, 'flow-9');
    journal.fill(number + 1, 'flow-9');
    expect(journal.open()).toEqual([{ number, entry: restore('flow-7') }]);
  });

  it('lets go of what is settled, and of all when it is sealed', () => {
    const { journal } = start();
    const first = journal.register(deletion('A'));
    journal.register(restore('flow-7'));
    journal.settle(first);
    expect(journal.open().map(({ entry }) => entry)).toEqual([restore('flow-7')]);
    journal.seal();
    expect(journal.open()).toEqual([]);
  });

  it('is sealed by a seal alone', () => {
    const { journal } = start();
    expect(journal.isSealed()).toBe(false);
    journal.settle(journal.register(deletion('A')));
    expect(journal.isSealed()).toBe(false);
    journal.seal();
    expect(journal.isSealed()).toBe(true);
  });

  it('is finished where nothing is open, neither an entry nor a record', () => {
    const { journal } = start();
    expect([isFinished(journal, false), isFinished(journal, true)]).toEqual([true, false]);
    const number = journal.register(deletion('A'));
    expect([isFinished(journal, false), isFinished(journal, true)]).toEqual([false, false]);
    journal.settle(number);
    expect(isFinished(journal, false)).toBe(true);
  });

  it('writes one line of JSON for each step', () => {
    const { journal, lines } = start();
    journal.fill(journal.register(deletion('a\nb')), 'flow-9');
    journal.settle(0);
    journal.seal();
    expect(lines.map((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(lines.map((line) => (JSON.parse(line) as { op: string }).op)).toEqual([
      'register',
      'fill',
      'settle',
      'seal',
    ]);
  });
});

describe('a resumed journal', () => {
  it('holds what the first process left open', () => {
    const { journal, lines } = start();
    const [first, second] = [journal.register(deletion('A')), journal.register(deletion('B'))];
    journal.register(restore('flow-7'));
    journal.fill(second ?? 0, 'flow-9');
    journal.settle(first ?? 0);
    expect(resume(lines).open()).toEqual(journal.open());
    expect(resume(lines).open()).toHaveLength(2);
  });

  it('holds nothing after a seal, but what came later', () => {
    const { journal, lines } = start();
    journal.register(deletion('A'));
    journal.seal();
    expect(resume(lines).open()).toEqual([]);
    journal.register(deletion('B'));
    expect(
      resume(lines)
        .open()
        .map(({ entry }) => entry.name),
    ).toEqual(['B']);
  });

  it('is sealed where the first process has sealed it, and gives new numbers all the same', () => {
    const { journal, lines } = start();
    expect(resume([]).isSealed()).toBe(false);
    journal.register(deletion('A'));
    journal.settle(0);
    expect(resume(lines).isSealed()).toBe(false);
    journal.seal();
    const resumed = resume(lines);
    expect(resumed.isSealed()).toBe(true);
    expect(resumed.register(deletion('B'))).toBe(1);
  });

  it('goes on where it ended: with new numbers, and lines that can be resumed again', () => {
    const { journal, lines } = start();
    journal.register(deletion('A'));
    const later: string[] = [];
    const resumed = resume(lines, later);
    resumed.settle(0);
    expect(resumed.register(deletion('B'))).toBe(1);
    expect(resume([...lines, ...later]).open()).toEqual([{ number: 1, entry: deletion('B') }]);
  });

  it.each([1, 5, 20, 100])('leaves out a last line that lacks its last %d characters', (missing) => {
    const { journal, lines } = start();
    journal.register(deletion('A'));
    journal.register(deletion('B'));
    const text = lines.join('').slice(0, -1 - missing);
    expect(
      resume([text])
        .open()
        .map(({ entry }) => entry.name),
    ).toEqual(['A']);
  });

  it.each<[string, string, string]>([
    ['an empty file', '', ''],
    ['a whole last line', '{"op":"settle","number":0}\n', ''],
    ['a half-written last line', '{"op":"settle","num', '\n'],
    ['a half-written last line after a blank one', '\n{"op":"settle","num', '\n'],
  ])('starts its own first line on a line of its own after %s', (_case, text, expected) => {
    const later: string[] = [];
    const resumed = resume([text], later);
    const numbers = [resumed.register(deletion('A')), resumed.register(deletion('B'))];
    expect(later.map((line) => line.slice(0, line.indexOf('{')))).toEqual([expected, '']);
    const again = resume([text, ...later]).open();
    expect(again.map(({ number }) => number)).toEqual(numbers);
  });

  it('takes a last line that lacks only its end of line', () => {
    const { journal, lines } = start();
    journal.register(deletion('A'));
    expect(resume([lines.join('').trimEnd()]).open()).toHaveLength(1);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['a blank line', '\n\n'],
    ['no JSON', 'hello\n'],
    ['null', 'null\n'],
    ['a number', '7\n'],
    ['a list', '[]\n'],
    ['an unknown step', '{"op":"drop","number":0}\n'],
    ['an unknown step with an id', '{"op":"drop","number":0,"flowId":"flow-9"}\n'],
    ['an unknown step with an entry', `{"op":"drop","number":0,"entry":${JSON.stringify(deletion('X'))}}\n`],
    ['a settlement without a number', '{"op":"settle"}\n'],
    ['a settlement of a number as text', '{"op":"settle","number":"0"}\n'],
    ['a settlement of half a number', '{"op":"settle","number":0.5}\n'],
    ['an id that is no text', '{"op":"fill","number":0,"flowId":{"$ne":1}}\n'],
    ['an empty id', '{"op":"fill","number":0,"flowId":""}\n'],
    ['an entry that is none', '{"op":"register","number":3,"entry":{"kind":"delete"}}\n'],
    ['an entry without a number', `{"op":"register","entry":${JSON.stringify(deletion('X'))}}\n`],
    ['a key that means something to JavaScript', '{"__proto__":{"op":"seal"}}\n'],
  ])('is not misled by a line with %s', (_case, line) => {
    const { journal, lines } = start();
    journal.register(deletion('A'));
    const resumed = resume([...lines, line]);
    expect(resumed.open()).toEqual([{ number: 0, entry: deletion('A') }]);
    expect(resumed.register(deletion('B'))).toBe(1);
  });
});
