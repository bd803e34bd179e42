// The timeline of a library on disk: true to the articles after every change, whatever became of the file it is kept in.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'playwright/test';
import type { RelatedEntry } from '#contract/article.ts';
import type { Progress } from '#contract/calls.ts';
import { AppError } from '#contract/errors.ts';
import { NO_FILTER, type Axis, type TimelineView } from '#contract/post.ts';
import type { Save } from '#contract/save.ts';
import { createLibraryTimeline, type LibraryTimeline } from '../../../electron/library/finding/libraryTimeline.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { anEntry } from '../../helpers/articles.ts';
import { aDraft, someFiles, tickingClock } from '../store/drafts.ts';

interface World {
  readonly folder: string;
  readonly saves: Save[];
  readonly told: (Progress | null)[];
  library: Library;
  timeline: LibraryTimeline;
  /** Adds an article that lists the entries. */
  add(name: string, entries: readonly Partial<RelatedEntry>[]): Promise<Awaited<ReturnType<Library['add']>>>;
  /** Closes all and opens it again, so that nothing is known but what is on disk. */
  again(readOnly?: boolean): Promise<void>;
  titles(axis?: Axis): Promise<string>;
}

const test = base.extend<{ world: World }>({
  // Playwright reads its fixtures from the parameter's pattern, so it has to be one.
  // oxlint-disable-next-line no-empty-pattern
  world: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'layover-timeline-'));
    const now = tickingClock();
    const saves: Save[] = [];
    const told: (Progress | null)[] = [];
    const open = async (readOnly: boolean) => {
      const library = await openLibrary(folder, { now, readOnly });
      const timeline = createLibraryTimeline({
        library,
        saves: () => saves,
        onProgress: (progress) => told.push(progress),
        report: (bug) => {
          throw bug;
        },
      });
      return { library, timeline };
    };
    const world: World = {
      folder,
      saves,
      told,
      ...(await open(false)),
      async add(name, entries) {
        const article = await world.library.add(
          aDraft({
            title: name,
            canonicalUrl: `https://harbour.example/${name}`,
            source: null,
            published: null,
            relatedLists: [
              { heading: 'More', entries: entries.map((entry, position) => anEntry({ position, ...entry })) },
            ],
          }),
          someFiles(),
        );
        world.timeline.know(article);
        return article;
      },
      async again(readOnly = false) {
        await world.timeline.close();
        await world.library.close();
        Object.assign(world, await open(readOnly));
      },
      titles: async (axis = 'added') =>
        (await world.timeline.list(axis, NO_FILTER)).map(({ title }) => title).join(' '),
    };
    await use(world);
    await world.timeline.close();
    await world.library.close();
    rmSync(folder, { recursive: true });
  },
});

const ROUTE = [
  { title: 'Ferry', url: 'https://a.example/ferry', added: '2012-09-07' },
  { title: 'Train', added: '2014-01-01' },
];

test('what is saved, saved again and removed while the timeline is open stands there at once', async ({ world }) => {
  const first = await world.add('one', ROUTE);
  expect(await world.titles()).toBe('Train Ferry one');
  await world.add('two', [{ title: 'Bus', added: '2013-05-05' }]);
  expect(await world.titles()).toBe('Train Bus Ferry two one');
  const newer = await world.library.replace(
    first.id,
    aDraft({ ...first, relatedLists: [{ heading: null, entries: [anEntry({ title: 'Tram', added: '2020-01-01' })] }] }),
    someFiles(),
  );
  world.timeline.know(newer);
  expect(await world.titles()).toBe('Tram Bus one two');
  await world.library.remove(first.id);
  world.timeline.forget(first.id);
  expect(await world.titles()).toBe('Bus two');
});

test('what changed while nobody looked is found, with the file, without it, and with a broken one', async ({
  world,
}) => {
  await world.add('one', ROUTE);
  await world.timeline.ready();
  const file = join(world.folder, 'catalogue/posts');
  const gone = await world.add('two', [{ title: 'Bus', added: '2013-05-05' }]);
  for (let each = 0; each < 210; each += 1) await world.add(`x${each}`, []);
  await world.again();
  expect(readFileSync(file).byteLength).toBeGreaterThan(10_000);
  await world.library.remove(gone.id);
  await world.again();
  await world.add('three', [{ title: 'Tram', added: '2020-01-01' }]);
  const right = await world.titles();
  expect(right).toMatch(/^Tram Train Ferry three x209 /);
  expect(right).not.toContain('two');
  await world.again();
  expect(await world.titles()).toBe(right);
  await world.again();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, bytes.length - 800));
  expect(await world.titles()).toBe(right);
  await world.again();
  rmSync(file, { force: true });
  expect(await world.titles()).toBe(right);
  expect(world.told.at(-1)).toBeNull();
  expect(world.told.some((progress) => (progress?.total ?? 0) > 200)).toBe(true);
});

test('a library that is only read has its timeline, and nothing is written', async ({ world }) => {
  for (let each = 0; each < 210; each += 1) await world.add(`x${each}`, ROUTE);
  await world.again(true);
  expect((await world.timeline.list('added', NO_FILTER)).length).toBe(212);
  await world.again(true);
  expect(() => readFileSync(join(world.folder, 'catalogue/posts'))).toThrow(/ENOENT/);
});

test('lists that do not agree keep what each of them says; the earliest and the latest stand on the axis', async ({
  world,
}) => {
  const url = 'https://a.example/ferry';
  await world.add('one', [{ title: 'Ferry', url, added: '2012-09-07', updated: '2013-01-01' }]);
  await world.add('two', [{ title: 'The ferry', url, added: '2012-09-05T23:30:00-08:00', updated: '2012-10-01' }]);
  const ferry = (await world.timeline.list('added', { ...NO_FILTER, text: 'ferry' }))[0];
  expect(ferry).toMatchObject({ added: '2012-09-05', updated: '2013-01-01', lists: 2, title: 'The ferry' });
  const { mentions, archive, failure } = await world.timeline.details(ferry?.post ?? -1);
  expect(mentions.map(({ articleTitle, heading, added, updated }) => [articleTitle, heading, added, updated])).toEqual([
    ['two', 'More', '2012-09-05T23:30:00-08:00', '2012-10-01'],
    ['one', 'More', '2012-09-07', '2013-01-01'],
  ]);
  expect([archive, failure]).toEqual([`https://web.archive.org/web/20120905/${url}`, null]);
  await expect(world.timeline.details(9_999)).rejects.toThrow(AppError);
});

test('a post that is on its way, or could not be had, says so until it is saved', async ({ world }) => {
  await world.add('one', ROUTE);
  const of = async (progress: Save['progress']) => {
    const label = 'https://a.example/ferry';
    world.saves.splice(0, 1, { id: 1, label, asked: '2026-01-01T00:00:00.000Z', order: 1, foundIn: null, progress });
    const [ferry] = await world.timeline.list('added', { ...NO_FILTER, text: 'ferry' });
    return [ferry?.state, (await world.timeline.details(ferry?.post ?? -1)).failure?.code];
  };
  expect(await of({ state: 'waiting' })).toEqual(['queued', undefined]);
  expect(await of({ state: 'failed', error: { code: 'gone', message: 'It is gone.' } })).toEqual(['failed', 'gone']);
});

test('a post keeps its number, and its place is told when it is to be kept in view', async ({ world }) => {
  await world.add('one', ROUTE);
  const view = (axis: Axis, near: number | null): Promise<TimelineView> =>
    world.timeline.view({ axis, filter: NO_FILTER, near });
  const [, ferry = -1] = (await view('added', null)).posts;
  await world.add('two', [{ title: 'Bus', added: '2013-05-05' }]);
  const { place, posts, shown } = await view('added', ferry);
  expect([place, posts[place ?? -1]]).toEqual([2, ferry]);
  expect(shown.map(({ title }) => title)).toEqual(['Train', 'Bus', 'Ferry', 'two', 'one']);
  expect((await view('added', 9_999)).place).toBeNull();
});
