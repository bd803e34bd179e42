// The copies of days of a library's own small files: one for each day on which something was changed, seven at most, used when file and good copy are both damaged.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { openLibrary, type Library } from '../../../electron/store/library.ts';

const DAY_MS = 86_400_000;
const FIRST = Date.parse('2026-03-01T10:00:00.000Z');

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layover-days-'));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

const open = (day: number): Promise<Library> => openLibrary(folder, { now: () => new Date(FIRST + day * DAY_MS) });
const copies = (): readonly string[] =>
  readdirSync(join(folder, 'days'))
    .filter((name) => name.startsWith('settings.json'))
    .toSorted();

async function live(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    const library = await open(day);
    await library.setSettings({ textSize: 14 + day });
    await library.setSettings({ theme: day % 2 === 0 ? 'sepia' : 'night' });
    await library.close();
  }
}

test('one is kept for each day on which something was changed, and the oldest go by count', async () => {
  await live(10);
  expect(copies()).toHaveLength(7);
  expect(copies().at(-1)).toMatch(/\.2026-03-10$/);
  // As it was before the first change of that day.
  expect(JSON.parse(readFileSync(join(folder, 'days', copies().at(-1) ?? ''), 'utf8'))).toMatchObject({ textSize: 22 });
});

test('a clock that jumps to another time takes no copies but by count', async () => {
  await live(3);
  for (const day of [-20_000, 5_000]) {
    const library = await open(day);
    await library.setSettings({ textSize: 20 });
    await library.close();
  }
  expect(copies().map((name) => name.slice(-10))).toEqual(expect.arrayContaining(['2026-03-03']));
});

test('when a file and its good copy are both damaged the newest copy that can be read is used, said, and the damaged bytes are kept', async () => {
  await live(5);
  const [newest = '', before = ''] = copies().toReversed();
  writeFileSync(join(folder, 'settings.json'), '{"format": 1, "theme": 7}');
  writeFileSync(join(folder, 'settings.json.bak'), '');
  writeFileSync(join(folder, 'days', newest), '\0\0\0');
  const library = await open(6);
  expect(library.settings()).toMatchObject({ textSize: 16 });
  expect(library.repairs).toEqual([
    expect.objectContaining({
      name: 'settings.json',
      reason: expect.stringContaining(`the copy of ${before.slice(-10)} is used`),
    }),
  ]);
  await library.close();
  const kept = readdirSync(folder).filter((name) => name.startsWith('settings.json.damaged-'));
  expect(kept.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['{"format": 1, "theme": 7}']);
});

test('a copy is never made of what is damaged', async () => {
  await live(2);
  writeFileSync(join(folder, 'settings.json'), 'null');
  const library = await open(2);
  await library.setSettings({ theme: 'paper' });
  await library.close();
  for (const name of copies())
    expect(JSON.parse(readFileSync(join(folder, 'days', name), 'utf8'))).toMatchObject({ format: 1 });
});
