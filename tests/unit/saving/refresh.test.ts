// Saving a page again: what is newer is taken and what was is kept, what is worse is not taken, and one page is one article.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { NO_FILTER } from '#contract/post.ts';
import type { ArticleId } from '#contract/article.ts';
import { compareTexts } from '../../../electron/library/saving/compareTexts.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { startSite, type Site } from '../../helpers/site.ts';
import { png } from '../capture/pictures.ts';

const SENTENCES = [
  'The lock keeper opens the upper gate at six, whatever the weather, and writes down the name of every boat.',
  'In spring the meadow below the weir stands under water, and the path to the mill is closed for a month.',
  'A barge with timber takes eleven minutes to pass, a rowing boat three, and a swan is not charged at all.',
  'The old paddles were made of oak and had to be changed every ninth winter, when the canal was drained.',
  'His daughter painted the numbers of the depth gauge, white on black, so that they can be read by moonlight.',
  'Since the railway came, more people walk along the towpath than boats go through the lock on a Sunday.',
];

interface PageWords {
  readonly title?: string;
  readonly sentences?: readonly string[];
  readonly head?: string;
  readonly picture?: string;
}

function page({ title = 'The lock at the weir', sentences = SENTENCES, head = '', picture = '' }: PageWords): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><main><article><h1>${title}</h1>
${sentences.map((each) => `<p>${each} ${each.replace('the', 'that')}</p>`).join('')}${picture}</article></main></body></html>`;
}

let folder: string;
let site: Site;
let layover: Layover;
let bodies: Record<string, string>;
let hasPicture: boolean;

test.describe.configure({ mode: 'default' });

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-refresh-'));
  await buildProgram('electron/extract/worker.ts', join(folder, 'worker.cjs'));
  await buildProgram('electron/library/finding/searchWorker.ts', join(folder, 'searchWorker.cjs'));
  bodies = {};
  hasPicture = true;
  const answer = (path: string) => ({
    [path]: (_request: unknown, response: import('node:http').ServerResponse) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(bodies[path] ?? page({}));
    },
  });
  site = await startSite({
    ...answer('/lock'),
    ...answer('/m/lock'),
    ...answer('/other'),
    ...answer('/m/other'),
    '/gate.png': (_request, response) => {
      if (hasPicture) response.setHeader('content-type', 'image/png').end(png(300, 200));
      else response.writeHead(404).end();
    },
  });
  layover = await openLayover({
    folder: join(folder, 'library'),
    workerFile: join(folder, 'worker.cjs'),
    classify: () => 'public',
    now: () => new Date(),
    report: (bug) => {
      throw bug;
    },
    events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
  });
});

test.afterEach(async () => {
  await layover.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

async function save(path: string): Promise<{ readonly id: ArticleId; readonly outcome: string }> {
  const { id } = await layover.saves.add({ from: 'address', address: site.url(path) }, path);
  const { progress } = await layover.saves.settled(id);
  if (progress.state !== 'ready') throw new Error(JSON.stringify(progress));
  return { id: progress.articleId, outcome: progress.outcome };
}

test('an edited page takes the place of the old one, which is kept and can be compared and brought back', async () => {
  const first = await save('/lock');
  expect(first.outcome).toBe('added');
  expect(await save('/lock')).toEqual({ id: first.id, outcome: 'unchanged' });
  expect(await layover.library.versions(first.id)).toEqual([]);
  const [one = '', two = '', three = '', ...rest] = SENTENCES;
  const added = 'In the new year a machine will turn the gates, and the keeper will sit in a warm room and watch it.';
  bodies['/lock'] = page({ sentences: [one, three.replace('eleven', 'nine'), ...rest, added] });
  expect(await save('/lock')).toEqual({ id: first.id, outcome: 'refreshed' });

  const [old] = await layover.library.versions(first.id);
  if (old === undefined) throw new Error('the old copy is gone');
  const [before, after] = [
    await layover.library.versionText(first.id, old.saved),
    await layover.library.text(first.id),
  ];
  expect(before).toContain(two);
  expect(after).not.toContain(two);
  const compared = compareTexts(before, after);
  const textsOf = (change: string): string[] =>
    compared.flatMap(({ pieces }) => pieces.filter((piece) => piece.change === change).map(({ text }) => text));
  expect(textsOf('cut').some((text) => text.startsWith(two))).toBe(true);
  expect(textsOf('cut')).toContain('eleven');
  expect(textsOf('added')).toContain('nine');
  expect(textsOf('added').some((text) => text.startsWith(added))).toBe(true);

  await layover.takeVersion(first.id, old.saved);
  expect(await layover.library.text(first.id)).toBe(before);
  expect((await layover.search.find('machine')).rows).toHaveLength(0);
  expect((await layover.search.find('swan')).rows).toHaveLength(1);
});

for (const [name, body] of [
  ['a page that shows the first lines only', page({ sentences: SENTENCES.slice(0, 2) })],
  [
    'a page that says in many words that it is not to be had',
    page({
      title: 'We will be back soon',
      sentences: Array.from(
        { length: 9 },
        (_, at) =>
          `Our engineers replace server ${at} tonight; please return tomorrow, and thank you for your patience.`,
      ),
    }),
  ],
] as const) {
  test(`${name} does not take the place of the article, lies beside it, and lies there once`, async () => {
    const { id } = await save('/lock');
    const text = await layover.library.text(id);
    bodies['/lock'] = body;
    expect(await save('/lock')).toEqual({ id, outcome: 'held' });
    expect(await save('/lock')).toEqual({ id, outcome: 'held' });
    expect(await layover.library.text(id)).toBe(text);
    expect(await layover.cards()).toHaveLength(1);
    const versions = await layover.library.versions(id);
    expect(versions).toHaveLength(1);
    const [held] = versions;
    if (held === undefined) throw new Error('there is one');
    expect(held.saved > (await layover.article(id)).saved).toBe(true);
    await layover.takeVersion(id, held.saved);
    expect(await layover.library.text(id)).not.toBe(text);
    delete bodies['/lock'];
    expect((await save('/lock')).outcome).toBe(name.includes('first lines') ? 'refreshed' : 'held');
  });
}

test('a picture that is gone from the site stays in the copy that had it', async () => {
  bodies['/lock'] = page({ picture: '<figure><img src="/gate.png" alt="The gate"></figure>' });
  const { id } = await save('/lock');
  hasPicture = false;
  bodies['/lock'] = page({
    sentences: [...SENTENCES, 'A line that is new.'],
    picture: '<img src="/gate.png" alt="The gate">',
  });
  expect((await save('/lock')).outcome).toBe('refreshed');
  expect((await layover.article(id)).report).toMatchObject({ imagesFound: 1, imagesStored: 1, missing: [] });
  expect(await layover.library.content(id)).toMatch(/<img src="[^"]*assets\//);
});

test('a mobile page is the page whose address it states, saved after it or before', async () => {
  bodies['/m/lock'] = page({ head: '<link rel="canonical" href="/lock">' });
  bodies['/m/other'] = page({ head: '<link rel="canonical" href="/other">', sentences: SENTENCES.toReversed() });
  bodies['/other'] = page({ sentences: SENTENCES.toReversed() });
  const other = await save('/other');
  expect(await save('/m/other')).toEqual({ id: other.id, outcome: 'unchanged' });
  const mobile = await save('/m/lock');
  expect(await save('/lock')).toEqual({ id: mobile.id, outcome: 'unchanged' });
  expect(await save('/lock?utm_source=letter&fbclid=1#end')).toEqual({ id: mobile.id, outcome: 'unchanged' });
  expect(await save('/m/lock')).toEqual({ id: mobile.id, outcome: 'unchanged' });
});

test('a page that states the address of quite another one is an article of its own', async () => {
  const lock = await save('/lock');
  bodies['/other'] = page({
    title: 'Bread from three flours',
    head: '<link rel="canonical" href="/lock">',
    sentences: Array.from(
      { length: 6 },
      (_, at) =>
        `Knead rye, spelt and wheat for ${at + 8} minutes; proving wants warmth, baking steam, cooling patience.`,
    ),
  });
  const other = await save('/other');
  expect(other.outcome).toBe('added');
  expect(other.id).not.toBe(lock.id);
  expect(await save('/other')).toEqual({ id: other.id, outcome: 'unchanged' });
  expect(await save('/lock')).toEqual({ id: lock.id, outcome: 'unchanged' });
  expect(await layover.cards()).toHaveLength(2);
});

test('a page that was updated moves on the axis of updates', async () => {
  const updated = (day: string): string => `<meta property="article:modified_time" content="${day}T10:00:00Z">`;
  bodies['/lock'] = page({ head: updated('2026-01-05') });
  const { id } = await save('/lock');
  const datesOf = async (): Promise<(string | null)[]> => {
    const posts = await layover.timeline.list('updated', NO_FILTER);
    return posts.flatMap((post) => (post.articleId === id ? [post.updated] : []));
  };
  expect((await datesOf())[0]).toContain('2026-01-05');
  bodies['/lock'] = page({ head: updated('2026-03-09'), sentences: [...SENTENCES, 'Something was added in March.'] });
  expect((await save('/lock')).outcome).toBe('refreshed');
  expect((await datesOf())[0]).toContain('2026-03-09');
});
