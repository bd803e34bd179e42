import { expect, test } from 'playwright/test';
import { joinParts, type Showing } from '../../tools/torture/goal.ts';
import { parseOptions } from '../../tools/torture/options.ts';
import { mergeRows, parseRows, toMarkdown, toRow } from '../../tools/torture/promiseRows.ts';

const goal = { id: 'R1', goal: 'kill -9', figure: '0 lost' };
const run = { date: '2026-03-01', seed: 7, isLong: false, seconds: 12.4 };
const showing: Showing = {
  tried: '40 kills',
  measured: '0 of 80 lost',
  isHeld: true,
  control: { tried: 'a hasty writer lost 1', hasFired: true },
};
const rowOf = (change: Partial<Showing>) => toRow(goal, { ended: 'shown', showing: { ...showing, ...change } }, run);

test('a promise is held only when the figure was met, the control fired and all of it was tried', () => {
  expect(rowOf({})).toMatchObject({ outcome: 'held', measured: '0 of 80 lost', control: 'a hasty writer lost 1' });
  expect(rowOf({ isHeld: false })).toMatchObject({ outcome: 'missed' });
  const dead = rowOf({ control: { tried: 'a hasty writer lost nothing', hasFired: false } });
  expect(dead).toMatchObject({ outcome: 'missed', control: expect.stringContaining('DID NOT FIRE') });
  const partly = rowOf({ leftOut: ['the kills at calls: there is no strace'] });
  expect(partly).toMatchObject({ outcome: 'partly', tried: expect.stringContaining('there is no strace') });
  expect(rowOf({ isHeld: false, leftOut: ['some'] })).toMatchObject({ outcome: 'missed' });
  expect(toRow(goal, { ended: 'failed', reason: 'it ended with 1: Error: lost' }, run)).toMatchObject({
    outcome: 'missed',
    measured: 'it ended with 1: Error: lost',
  });
  expect(toRow(goal, { ended: 'impossible', reason: 'there is no strace' }, run)).toMatchObject({
    outcome: 'not tried',
    measured: 'there is no strace',
  });
});

test('what was missed stands before what was held, and one part that was missed is enough', () => {
  const [good, bad] = [
    { measured: '0 lost', isHeld: true },
    { measured: '3 torn', isHeld: false },
  ];
  expect(joinParts([good, bad, good])).toEqual({ measured: '3 torn; 0 lost; 0 lost', isHeld: false });
  expect(joinParts([good])).toEqual(good);
});

test('running one promise again replaces its row only, and the table stays in the order of the list', () => {
  const rows = ['R1', 'R2', 'R3'].map((id) => ({ ...rowOf({}), id }));
  const again = { ...rowOf({ measured: '1 of 80 lost', isHeld: false }), id: 'R2' };
  const merged = mergeRows([...rows].reverse(), [again], ['R1', 'R2', 'R3']);
  expect(merged).toEqual([rows[0], again, rows[2]]);
  expect(parseRows(JSON.stringify(merged))).toEqual(merged);
  expect(() => parseRows('[{"id":"R1"}]')).toThrow();
});

test('each row is one line of the table with its id, figure, day, seed and length, whatever its words are', () => {
  const words = rowOf({ measured: 'a | b\nc <script> \\|', isHeld: false });
  const text = toMarkdown([rowOf({}), { ...words, id: 'R2', length: 'long' }]);
  const lines = text.split('\n').filter((line) => line.startsWith('| R'));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('| R1 | kill -9 | 0 lost | held | 40 kills | 0 of 80 lost | a hasty writer lost 1 |');
  expect(lines[0]).toContain('2026-03-01, seed 7, short, 12 s');
  expect(lines[1]).toContain('| **missed** | 40 kills | a \\| b c &lt;script> \\\\\\| |');
  expect(lines[1]).toContain('long');
  expect(text).toContain('1 held, 0 partly, 1 missed, 0 not tried.');
});

test('a run is asked for by ids, a seed and a length, and refuses what it does not know', () => {
  const known = ['S1', 'R1', 'R2'];
  expect(parseOptions([], known)).toEqual({ ids: known, seed: 1, isLong: false });
  expect(parseOptions(['r2', 'S1', '--seed', '9', '--long'], known)).toEqual({
    ids: ['S1', 'R2'],
    seed: 9,
    isLong: true,
  });
  for (const wrong of [['R9'], ['--seed'], ['--seed', 'x'], ['--lang'], ['--seed', '-1']])
    expect(parseOptions(wrong, known)).toBeUndefined();
});
