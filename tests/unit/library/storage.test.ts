// What takes room in a library, what could go, and what goes when a limit is passed.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as plainTest } from 'playwright/test';
import { toCard, type StoredImage } from '#contract/article.ts';
import { createColumnTable } from '#contract/columns.ts';
import { AppError } from '#contract/errors.ts';
import { createCapKeeper, whichAreHighlighted } from '../../../electron/library/care/capKeeper.ts';
import { whatCouldGo } from '../../../electron/library/care/capPolicy.ts';
import { withWhatCouldGo } from '../../../electron/library/care/diskFull.ts';
import type { HeldCopy, Holding } from '../../../electron/store/holdings.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { anArticle, anArticleId } from '../../helpers/articles.ts';
import { aDraft, seededRandom, someFiles, tickingClock } from '../store/drafts.ts';
import { test } from '../store/testLibrary.ts';
import { fillLibrary, openCared } from './careLibrary.ts';

/** Where a highlight stands, as if the window had found it. */
const A_PLACE = {
  quote: { exact: 'boat', prefix: 'The ', suffix: ' leaves at nine.' },
  codePointStart: 4,
  position: { start: 4, end: 8 },
  version: '2026-03-01T10:00:01.000Z',
  textLength: 24,
  refound: null,
};
const READ = '2026-03-02T10:00:00.000Z';

test('every byte is counted once, and what would be free is what nothing else shows', async ({ folder }) => {
  const library = await openLibrary(folder, { now: tickingClock() });
  const picture = async (letter: string, size: number): Promise<StoredImage> => {
    const { file, hash } = await library.putAsset(new TextEncoder().encode(letter.repeat(size)), 'image/png');
    const mediaType = 'image/png';
    return { url: `https://a.example/${letter}.png`, hash, file, mediaType, sizeBytes: size, width: 1, height: 1 };
  };
  const [a, b, c, d] = await Promise.all([
    picture('a', 1_000),
    picture('b', 20_000),
    picture('c', 300_000),
    picture('d', 4e6),
  ]);
  const draft = (title: string, host: string, images: readonly StoredImage[]): ReturnType<typeof aDraft> =>
    aDraft({ title, canonicalUrl: `https://${host}/${title}`, images });
  const first = await library.add(draft('First', 'x.example', [a, b]), someFiles());
  await library.add(draft('Second', 'x.example', [b]), someFiles());
  await library.add(draft('Third', 'y.example', [a]), someFiles());
  await library.keepVersion(first.id);
  await library.replace(first.id, draft('First', 'x.example', [a, b, c]), someFiles());
  const { id: gone } = await library.add(draft('Gone', 'y.example', [a, d]), someFiles());
  await library.remove(gone);
  await library.close();

  const { layover } = await openCared(folder);
  const all = await layover.care.storage();
  expect(all.pictures).toEqual({ count: 3, bytes: 321_000 });
  expect([all.articles.count, all.copies.count, all.trash.count]).toEqual([3, 1, 1]);
  expect(all.trash.bytes).toBeGreaterThan(4e6);
  expect(all.trash.bytes).toBeLessThan(4e6 + 10_000);
  const parts = [all.articles, all.pictures, all.copies, all.trash, all.highlights].map(({ bytes }) => bytes);
  const { feedBytes, importBytes, derivedBytes, otherBytes } = all;
  expect(all.totalBytes).toBe([...parts, feedBytes, importBytes, derivedBytes, otherBytes].reduce((a, b) => a + b));
  const kilobytes = (bytes: number): number => Math.floor(bytes / 10_000);
  expect(all.sites.map(({ site, articles, freedBytes }) => [site, articles, kilobytes(freedBytes)])).toEqual([
    ['x.example', 2, 32],
    ['y.example', 1, 0],
  ]);
  expect(all.largest.map(({ title, bytes, freedBytes }) => [title, kilobytes(bytes), kilobytes(freedBytes)])).toEqual([
    ['First', 32, 30],
    ['Second', 2, 0],
    ['Third', 0, 0],
  ]);
  expect(all.freeBytes).toBeGreaterThan(0);
  // What was taken up once is not read again, and what changed is.
  await layover.care.remove({ ids: [first.id] });
  const less = await layover.care.storage();
  expect([less.pictures.bytes, less.copies.count, less.trash.count]).toEqual([21_000, 0, 2]);
  await layover.close();
});

test('the total is what the disk says, with feeds, imports and what waits', async ({ folder }) => {
  await fillLibrary(folder, 20);
  const { layover } = await openCared(folder);
  layover.saves.setPaused(true);
  const before = await layover.care.storage();
  const rows = Array.from({ length: 300 }, (_, at) => `https://a.example/${at}`).join('\n');
  const { id } = await layover.imports.preview('list', [{ name: 'list', bytes: new TextEncoder().encode(rows) }]);
  await layover.imports.start(id, false);
  await layover.imports.settled(id);
  await layover.feeds.followAll([{ address: 'http://127.0.0.1:9/feed', title: 'Notes', site: null }]);
  const after = await layover.care.storage();
  expect(after.importBytes - before.importBytes).toBeGreaterThan(300 * 100);
  expect(after.feedBytes).toBeGreaterThan(before.feedBytes);
  await layover.close();
  const { layover: again } = await openCared(folder);
  const { totalBytes } = await again.care.storage();
  const onDisk = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
  // Texts are counted as articles tell it, which leaves out a few bytes of each.
  expect(Math.abs(totalBytes - onDisk)).toBeLessThan(onDisk * 0.02);
  await again.close();
});

interface Piece {
  readonly finished: boolean;
  readonly starred: boolean;
  readonly tagged: boolean;
}

plainTest('what could go is never unread, starred, tagged or highlighted, and never more than it takes', () => {
  const random = seededRandom(21);
  const wrong: string[] = [];
  for (let run = 0; run < 300; run += 1) {
    const table = createColumnTable();
    const articles = new Map<number, Holding>();
    const copies: HeldCopy[] = [];
    const pieces: Piece[] = [];
    const assetBytes = Array.from({ length: 6 }, () => Math.floor(random() * 100));
    const some = (): number[] => assetBytes.flatMap((_, number) => (random() < 0.3 ? [number] : []));
    for (let row = 0; row < 12; row += 1) {
      const piece = { finished: random() < 0.6, starred: random() < 0.2, tagged: random() < 0.2 };
      const reading = { progress: 0, block: 0, read: piece.finished ? READ : null, archived: false };
      const saved = new Date(Date.parse(READ) + Math.floor(random() * 1e9)).toISOString();
      const article = anArticle({
        id: anArticleId(row),
        saved,
        reading,
        starred: piece.starred,
        tags: piece.tagged ? ['x'] : [],
      });
      table.set(row, toCard(article));
      pieces.push(piece);
      articles.set(row, { bytes: Math.floor(random() * 100), assets: some() });
      if (random() < 0.3) {
        const offset = random() < 0.7 ? -1e6 : 1e6;
        copies.push({ id: anArticleId(row), saved: Date.parse(saved) + offset, bytes: 10, assets: some() });
      }
    }
    const overBytes = Math.floor(random() * 400);
    const isHighlighted = (row: number): boolean => row % 5 === 0;
    const rowOf = (id: string): number => pieces.findIndex((_, row) => anArticleId(row) === id);
    const { columns } = table;
    const ask = (over: number): ReturnType<typeof whatCouldGo> =>
      whatCouldGo({ columns, articles, copies, assetBytes, rowOf, isHighlighted, overBytes: over });
    const { rows, copies: gone, freedBytes } = ask(overBytes);

    const bytesOf = (without: readonly number[], withoutCopies: readonly HeldCopy[]): number => {
      const left = [
        ...[...articles].flatMap(([row, each]) => (without.includes(row) ? [] : [each])),
        ...copies.filter((copy) => !withoutCopies.includes(copy) && !without.includes(rowOf(copy.id))),
      ];
      const shown = new Set(left.flatMap(({ assets }) => assets));
      return (
        left.reduce((sum, { bytes }) => sum + bytes, 0) + [...shown].reduce((sum, at) => sum + (assetBytes[at] ?? 0), 0)
      );
    };
    const truly = bytesOf([], []) - bytesOf(rows, gone);
    const saved = rows.map((row) => columns.saved[row] ?? 0);
    const checks: readonly (readonly [string, boolean])[] = [
      ['the bytes are those that go', truly === freedBytes],
      ['only what may go', rows.every((row) => pieces[row]?.finished === true && !isHighlighted(row))],
      ['no star, no tag', rows.every((row) => pieces[row]?.starred === false && !pieces[row].tagged)],
      ['oldest first', saved.every((at, place) => place === 0 || at >= (saved[place - 1] ?? 0))],
      ['no newer copy', gone.every(({ id, saved: at }) => at < (columns.saved[rowOf(id)] ?? 0))],
      ['enough, or all', freedBytes >= overBytes || rows.length === ask(Infinity).rows.length],
      ['no more than needed', overBytes > 0 || (rows.length === 0 && gone.length === 0)],
      ['the last was needed', rows.length === 0 || bytesOf([], []) - bytesOf(rows.slice(0, -1), gone) < overBytes],
      ['copies first', rows.length === 0 || gone.length === ask(Infinity).copies.length],
    ];
    wrong.push(...checks.flatMap(([what, holds]) => (holds ? [] : [`${run}: ${what}`])));
  }
  expect(wrong).toEqual([]);
});

test('a passed limit is told once, or the oldest that are finished go until it fits, and come back', async ({
  folder,
}) => {
  const ids = await fillLibrary(folder, 12, (number) => ({
    reading: { progress: 0, block: 0, read: number < 8 ? READ : null, archived: false },
    starred: number === 0,
  }));
  const { layover } = await openCared(folder);
  const { library, care } = layover;
  const { articles } = await care.storage();
  const each = articles.bytes / articles.count;
  const notices: unknown[] = [];
  const marked = ids[1] ?? anArticleId(0);
  await layover.highlights.add(marked, { color: 'yellow', note: '', tags: [], target: A_PLACE });
  // Smaller than any person may set.
  const settings = { ...library.settings(), capBytes: Math.floor(each * 9.5) };
  const keeperFor = (capPolicy: 'warn' | 'trash'): ReturnType<typeof createCapKeeper> =>
    createCapKeeper({
      library: { ...library, isReadOnly: false, settings: () => ({ ...settings, capPolicy }) },
      highlighted: () => whichAreHighlighted(library.highlights),
      run: (steps) => care.remove({ ids: steps.flatMap((step) => ('id' in step ? [step.id] : [])) }),
      tell: (notice) => void notices.push(notice),
      report: (bug) => void notices.push(bug),
      quietMs: 0,
    });
  const warning = keeperFor('warn');
  await warning.look();
  expect(await warning.look()).toBeUndefined();
  expect(notices).toEqual([expect.objectContaining({ policy: 'warn', articles: 3, copies: 0, undo: null })]);
  expect(library.catalogue.count).toBe(12);
  const told = await keeperFor('trash').look();
  expect(told).toMatchObject({ policy: 'trash', articles: 3 });
  expect(ids.filter((id) => library.catalogue.rowOf(id) === undefined)).toEqual(ids.slice(2, 5));
  expect(await keeperFor('trash').look()).toBeUndefined();
  await care.undo(told?.undo ?? 0);
  expect(library.catalogue.count).toBe(12);
  await layover.close();
});

test('a full disk is told with what could be removed', async ({ folder }) => {
  await fillLibrary(folder, 4, (number) => ({
    reading: { progress: 0, block: 0, read: number < 2 ? READ : null, archived: false },
  }));
  const library = await openLibrary(folder, { now: tickingClock() });
  const [first] = library.catalogue.ids();
  if (first !== undefined) await library.remove(first);
  const full = new AppError('disk', 'The disk is full.', { cause: Object.assign(new Error(), { code: 'ENOSPC' }) });
  const told = await withWhatCouldGo(full, library, () => Promise.resolve(() => false));
  expect(told).toMatchObject({
    code: 'disk',
    message: expect.stringMatching(/^The disk is full\. Emptying the trash frees .* take /),
  });
  const other = new AppError('network', 'No answer.');
  expect(await withWhatCouldGo(other, library, () => Promise.resolve(() => false))).toBe(other);
  await library.close();
});
