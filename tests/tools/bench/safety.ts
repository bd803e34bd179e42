// A prepared library and an invented page in; what being safe costs out: sanitising beside writing the same tree as it is, and the first
// cards of a start whose library is being looked through beside those of one that is not. What a durable save costs is `store`'s.
import type { AnyNode } from 'domhandler';
import { openPage } from '../../../electron/extract/page.ts';
import { sanitize } from '../../../electron/extract/sanitize.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { percentiles, type Figure } from './figures.ts';
import { longArticleRoutes } from './longArticle.ts';
import type { PreparedLibrary } from './preparedLibrary.ts';

const PAGES = 60;
const STARTS = 20;
const FIRST_ROWS = Array.from({ length: 16 }, (_, row) => row);
const NOTHING: ReadonlySet<AnyNode> = new Set();

/** Takes sixty of the one and twenty of the other, in turn with what they are held against. */
export async function measureSafety({ seeded, folder }: PreparedLibrary): Promise<readonly Figure[]> {
  const size = seeded.posts.saved;
  return [...measureSanitising(), ...(await measureLookingThrough(folder, size))];
}

function measureSanitising(): readonly Figure[] {
  const body = longArticleRoutes()['/long'];
  const html = typeof body === 'object' && typeof body.body === 'string' ? body.body : '';
  const [clean, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < PAGES; round += 1) {
    const page = openPage(html, 'https://notes.example/long');
    const roots = page.body === undefined ? [] : [page.body];
    bare.push(milliseconds(() => page.$.html()));
    clean.push(milliseconds(() => sanitize(roots, NOTHING, page)));
  }
  const about = {
    bench: 'safety',
    size: null,
    name: 'sanitising 20,000 words',
    against: 'writing the same tree as it is',
  };
  return percentiles(about, clean, bare);
}

/** The first screen's cards, while every folder of the library is looked at in the background. */
async function measureLookingThrough(folder: string, size: number): Promise<readonly Figure[]> {
  const [looked, trusted]: [number[], number[]] = [[], []];
  const start = async (isLookedThrough: boolean): Promise<number> => {
    const begun = performance.now();
    // As in a large library, whose catalogue is trusted at first.
    const library = await openLibrary(folder, { now: () => new Date(), looksAtUpTo: 0 });
    const looking = isLookedThrough ? library.check() : Promise.resolve();
    await library.catalogue.cards(FIRST_ROWS);
    const took = performance.now() - begun;
    await looking;
    await library.close();
    return took;
  };
  for (let round = 0; round < STARTS; round += 1) {
    trusted.push(await start(false));
    looked.push(await start(true));
  }
  const about = { bench: 'safety', size, name: 'first cards, looked through', against: 'not looked through' };
  return percentiles(about, looked, trusted);
}

function milliseconds(task: () => unknown): number {
  const begun = performance.now();
  task();
  return performance.now() - begun;
}
