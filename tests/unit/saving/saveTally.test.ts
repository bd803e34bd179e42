// How far all saves together are, counted and written as one line.
import { expect, test } from 'playwright/test';
import type { Save, SaveState } from '#contract/save.ts';
import { createSaveTally } from '#contract/saveTally.ts';
import { createProgressLine } from '../../../electron/terminal/progressLine.ts';

const waiting: SaveState = { state: 'waiting' };
const failed: SaveState = { state: 'failed', error: { code: 'timeout', message: 'Too slow.' } };
const offline: SaveState = { state: 'offline', portal: null };

function save(id: number, progress: SaveState): Save {
  return { id, label: `https://a.example/${id}`, asked: '', order: id, foundIn: null, progress };
}

test('saves are counted from the time when none was under way', () => {
  const tally = createSaveTally();
  tally.note(save(1, failed));
  expect(tally.read()).toBeUndefined();
  for (const id of [2, 3, 4]) tally.note(save(id, waiting));
  tally.note(save(2, failed));
  tally.note(save(3, offline));
  expect(tally.read()).toEqual({ ended: 1, failed: 1, total: 3 });
  tally.note(save(2, waiting));
  expect(tally.read()).toEqual({ ended: 0, failed: 0, total: 3 });
  for (const id of [2, 3, 4]) tally.note(save(id, failed));
  expect(tally.read()).toBeUndefined();
  tally.note(save(5, waiting));
  expect(tally.read()).toEqual({ ended: 0, failed: 0, total: 1 });
});

test('a terminal shows one line that is written over and goes away; a file gets nothing of it', () => {
  const written: string[] = [];
  const stream = { isTTY: true, columns: 60, write: (text: string) => written.push(text) };
  const line = createProgressLine(stream);
  line.note(save(1, waiting));
  line.note(save(2, { state: 'fetching', receivedBytes: 120_400 }));
  expect(written.at(-1)).toBe('\r\u001B[K0 of 2 done · fetching (120 kB) https://a.example/2');
  line.note(save(1, failed));
  line.note(save(2, failed));
  expect(written.at(-1)).toBe('\r\u001B[K');
  line.note({ ...save(3, waiting), label: 'x'.repeat(500) });
  expect(written.at(-1)?.length).toBeLessThan(60 + 4);
  line.clear();
  const before = written.length;
  line.clear();
  expect(written).toHaveLength(before);

  const silent = createProgressLine({ ...stream, isTTY: false });
  silent.note(save(4, waiting));
  expect(written).toHaveLength(before);
});
