// A library that is backed up day by day and then lost; what the newest and the oldest backup bring back, and what became of the good copy of a damaged file, out.
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createBackupKeeper } from '../../../electron/library/exporting/backupKeeper.ts';
import { createLibraryJobs } from '../../../electron/library/exporting/libraryJobs.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { aHighlight } from '../../helpers/highlights.ts';
import { aDraft, articlesOf, someFiles } from '../../unit/store/drafts.ts';
import type { Part } from './goal.ts';

const KEPT = 7;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 2, 1, 12);

async function titlesIn(folder: string): Promise<readonly string[]> {
  const library = await openLibrary(folder, { now: () => new Date() });
  const titles: string[] = [];
  for (const { id, title } of await articlesOf(library))
    if ((await library.text(id)) === `${title}.`) titles.push(title);
  await library.close();
  return titles.toSorted();
}

/** Lives so many days with a backup a day, then restores from the first and the last that are kept. */
export async function drill(work: string, days: number): Promise<readonly Part[]> {
  const [folder, backups] = [join(work, 'library'), join(work, 'backups')];
  await mkdir(backups);
  let now = FIRST_DAY;
  const bugs: unknown[] = [];
  const library = await openLibrary(folder, { now: () => new Date(now) });
  const report = (bug: unknown): void => void bugs.push(bug);
  const jobs = createLibraryJobs(() => {}, report);
  const keeper = createBackupKeeper({ library, jobs, now: () => new Date(now), report });
  await library.setSettings({ backupFolder: backups, backupEvery: 'day', backupsKept: KEPT });
  let made = 0;
  for (let day = 1; day <= days; day += 1) {
    await library.add(aDraft({ title: `Day ${day}` }), someFiles(`Day ${day}.`));
    if ((await keeper.look())?.state === 'done') made += 1;
    now += DAY_MS;
  }
  await keeper.close();
  await library.close();
  const kept = (await readdir(backups)).toSorted();
  const parts: Part[] = [
    { measured: `${made} backups in ${days} days, ${kept.length} kept`, isHeld: made === days && kept.length === KEPT },
  ];
  for (const [name, file, count] of [
    ['oldest', kept[0], days - KEPT + 1],
    ['newest', kept.at(-1), days],
  ] as const) {
    const restored = join(work, name);
    await mkdir(restored);
    const words = ['--library', restored, 'restore', join(backups, file ?? 'none')];
    const program = join(process.env['QUALITY_ROOT'] ?? '.', 'out/cli.cjs');
    const { status, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
    const titles = status === 0 ? await titlesIn(restored) : [];
    parts.push({
      measured:
        `the ${name} brings back ${titles.length} of ${count} whole articles ${status === 0 ? '' : stderr}`.trim(),
      isHeld: titles.length === count,
    });
  }
  parts.push({ measured: `${bugs.length} exceptions`, isHeld: bugs.length === 0 });
  return parts;
}

/** Damages a file again and again between starts that write it; whether its good copy ever held anything but what was good. */
export async function refreshCopies(work: string, times: number): Promise<Part> {
  const folder = join(work, 'copied');
  const file = join(folder, 'settings.json');
  let wrong = 0;
  for (let time = 0; time < times; time += 1) {
    const library = await openLibrary(folder, { now: () => new Date() });
    await library.setSettings({ theme: 'sepia', textSize: 15 + (time % 8) });
    await library.setSettings({ theme: 'night' });
    await library.close();
    const good = JSON.stringify(JSON.parse(await readFile(`${file}.bak`, 'utf8')));
    await writeFile(file, ['', 'null', '{}', '{"format": 1, "theme": 7}', '\0\0\0'][time % 5] ?? '');
    const again = await openLibrary(folder, { now: () => new Date() });
    const isRestored = again.settings().textSize === 15 + (time % 8) && again.repairs.length === 1;
    await again.close();
    if (!isRestored || JSON.stringify(JSON.parse(await readFile(`${file}.bak`, 'utf8'))) !== good) wrong += 1;
  }
  return {
    measured: `${wrong} of ${times} last good copies refreshed from a damaged file or not used`,
    isHeld: wrong === 0,
  };
}

/** Changes settings on ten days, then damages them and more and more of their copies; whether each start has those of the newest copy that is left. */
export async function useDays(work: string): Promise<Part> {
  const folder = join(work, 'days');
  const file = join(folder, 'settings.json');
  const open = (day: number) => openLibrary(folder, { now: () => new Date(FIRST_DAY + day * DAY_MS) });
  for (let day = 0; day < 10; day += 1) {
    const library = await open(day);
    await library.setSettings({ textSize: 14 + day });
    await library.close();
  }
  const copies = (await readdir(join(folder, 'days'))).filter((name) => name.startsWith('settings.json.')).toSorted();
  let used = 0;
  for (let lost = 0; lost < copies.length; lost += 1) {
    await writeFile(file, 'null');
    await writeFile(`${file}.bak`, '');
    const library = await open(10);
    const [repair] = library.repairs;
    // The copy of a day is of what stood before its first change.
    if (library.settings().textSize === 22 - lost && repair?.reason.includes('the copy of') === true) used += 1;
    await library.close();
    await writeFile(join(folder, 'days', copies.at(-1 - lost) ?? ''), '\0\0');
  }
  return {
    measured: `${copies.length} copies of days of the settings kept of 10; with file and good copy damaged ${used} of ${copies.length} starts had those of the newest copy left, and said so`,
    isHeld: copies.length === KEPT && used === copies.length,
  };
}

/** The same of what was highlighted in an article: a further highlight on each of ten days, then its file, its good copy and more and more of its copies damaged. */
export async function useHighlightDays(work: string): Promise<Part> {
  const folder = join(work, 'highlightDays');
  const open = (day: number) => openLibrary(folder, { now: () => new Date(FIRST_DAY + day * DAY_MS) });
  const first = await open(0);
  const { id } = await first.add(aDraft({ title: 'Marked' }), someFiles('Marked.'));
  await first.close();
  for (let day = 0; day < 10; day += 1) {
    const library = await open(day);
    const next = aHighlight({ id: String(day).padStart(20, '0'), articleId: id });
    await library.highlights.update(id, 'Marked', (before) => [...before, next]);
    await library.close();
  }
  const shard = join(folder, 'highlights', id.slice(0, 2));
  const copies = (await readdir(join(shard, 'days'))).filter((name) => name.startsWith(`${id}.json.`)).toSorted();
  let used = 0;
  for (let lost = 0; lost < copies.length; lost += 1) {
    for (const name of [`${id}.json`, `${id}.json.bak`]) await writeFile(join(shard, name), '\0');
    const library = await open(10);
    // The newest copy is of what stood before the tenth highlight.
    if ((await library.highlights.of(id)).length === 9 - lost && library.repairs.length === 1) used += 1;
    await library.close();
    await writeFile(join(shard, 'days', copies.at(-1 - lost) ?? ''), '\0\0');
  }
  return {
    measured: `${copies.length} copies of days of the highlights of an article kept; ${used} of ${copies.length} starts had those of the newest copy left, and said so`,
    isHeld: copies.length === KEPT && used === copies.length,
  };
}

/** Whether a copier that does not look loses the good copy to the same damage. */
export async function isBlindCopyLost(work: string): Promise<boolean> {
  const file = join(work, 'blind.json');
  await writeFile(`${file}.bak`, '{"a": 1}');
  await writeFile(file, '');
  await writeFile(`${file}.bak`, await readFile(file));
  return (await readFile(`${file}.bak`, 'utf8')) !== '{"a": 1}';
}
