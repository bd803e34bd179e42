// S3: what was sanitised is at rest: once more changes nothing, browsers read the tree that was written, and two sanitisers of other hands find nothing to take away.
import type { Browser, Page } from 'playwright/test';
import { joinParts, type Goal, type Part } from '../goal.ts';
import { openHostileBrowser } from '../hostile/hostilePages.ts';
import { ALL_KEPT, keptPages } from '../hostile/keptHtml.ts';
import { OWN_VECTORS } from '../hostile/ownVectors.ts';
import { lackOfVectors, publicVectors } from '../hostile/publicVectors.ts';
import { ADDITIONS, loadPurify, purify, type Purified } from '../hostile/purify.ts';
import { sanitizedHtml, storedHtml } from '../hostile/storedHtml.ts';
import { lookAtTrees, treeOf } from '../hostile/trees.ts';

const SHORT_STEP = 4;
const PAGES = { short: 40, long: 1_200 };
const PIECE = 100;
/** Characters of texts that are handed over at once. */
const PIECE_LENGTH = 4_000_000;

/** See `docs/promises.md`. */
export const s3: Goal = {
  id: 'S3',
  goal: 'a second opinion on what was sanitised',
  figure:
    'DOMPurify takes away 0 elements, handlers and addresses; sanitising twice is sanitising once; trees of Chromium and parse5 agree for 100 %',
  needs: ['chromium'],
  limitMinutes: { short: 4, long: 15 },
  async run({ seed, isLong }) {
    const known = [...publicVectors().values()].flat();
    const vectors = [...OWN_VECTORS, ...known.filter((_, index) => isLong || (index + seed) % SHORT_STEP === 0)];
    const pages = keptPages(isLong ? PAGES.long : PAGES.short);
    const hostile = await openHostileBrowser();
    const { browser } = hostile;
    try {
      // With the pictures' own addresses, and as an article has it, where none of them came.
      const [once, stored] = [[...pages, ...vectors].map(sanitizedHtml), [...pages, ...vectors].map(storedHtml)];
      const version = await versionOfPurify(browser);
      const purified = await purifyAll(browser, [...once, ...stored]);
      const looks = await lookAtAll(browser, stored);
      const raw = { looks: await lookAtAll(browser, vectors, true), purified: await purifyAll(browser, vectors, true) };
      const hasApi = looks.every(({ unsafe }) => unsafe !== undefined);
      const unlacking = ALL_KEPT.filter((name) => !`${once[0] ?? ''}${stored[0] ?? ''}`.includes(name));
      const lack = lackOfVectors();
      return {
        tried: `${vectors.length} vectors and ${pages.length} pages without an attack (one with all that an article may have: ${unlacking.length === 0 ? 'it does have it' : `but for ${unlacking.join(' ')}`}), sanitised, with and without their pictures, in Chromium ${browser.version()}: by DOMPurify ${version} as it comes, told to keep besides only ${ADDITIONS.map(({ name, why }) => `${name} (${why})`).join(' and ')}${hasApi ? "; and by Chromium's own Sanitizer API (Element.setHTML, told to leave in all that is safe)" : ''}`,
        ...joinParts([
          ...partsOfPurify(purified),
          counted(once, (html) => sanitizedHtml(html) !== html, 'texts sanitised twice differ'),
          counted(
            looks,
            ({ tree }, index) => tree !== treeOf(stored[index] ?? ''),
            'trees of Chromium and parse5 differ',
          ),
          counted(looks, ({ isStable }) => !isStable, 'are another tree once written and read again'),
          ...(hasApi
            ? [counted(looks, ({ unsafe }) => unsafe !== 0, "texts of which Chromium's sanitiser took something")]
            : []),
          { measured: `${unlacking.length} kept elements untried`, isHeld: unlacking.length === 0 },
        ]),
        control: controlOf(vectors, raw, hasApi),
        ...(lack === undefined ? {} : { leftOut: [`the public vectors: ${lack}`] }),
      };
    } finally {
      await hostile.close();
    }
  },
};

type Looks = ReturnType<typeof lookAtTrees>;

function counted<T>(all: readonly T[], isWrong: (each: T, index: number) => boolean, words: string): Part {
  const count = all.filter(isWrong).length;
  return { measured: `${count} ${words}`, isHeld: count === 0 };
}

function partsOfPurify(purified: readonly Purified[]): readonly Part[] {
  const taken = purified.flatMap((each) => each.taken);
  const names = [...new Set(taken)].slice(0, 8).join(', ');
  return [
    {
      measured: `DOMPurify took away ${taken.length} elements, handlers and addresses of ${purified.length} texts${names === '' ? '' : ` (${names})`}`,
      isHeld: taken.length === 0,
    },
    counted(purified, ({ isOther }) => isOther, 'of its trees are others'),
  ];
}

function controlOf(
  vectors: readonly string[],
  raw: { readonly looks: Looks; readonly purified: readonly Purified[] },
  hasApi: boolean,
): { readonly tried: string; readonly hasFired: boolean } {
  const purified = raw.purified.filter(({ taken }) => taken.length > 0).length;
  const unsafe = raw.looks.filter(({ unsafe: taken = 0 }) => taken > 0).length;
  const unlike = raw.looks.filter(({ tree }, index) => tree !== null && tree !== treeOf(vectors[index] ?? '')).length;
  return {
    tried: `the vectors as they came: DOMPurify took something from ${purified}, ${hasApi ? `Chromium's sanitiser from ${unsafe}, ` : ''}and ${unlike} trees differ`,
    hasFired: purified > 0 && unlike > 0 && (!hasApi || unsafe > 0),
  };
}

async function versionOfPurify(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  const version = await loadPurify(page);
  await page.close();
  return version;
}

function purifyAll(browser: Browser, htmls: readonly string[], mayCrash = false): Promise<readonly Purified[]> {
  return askInPieces(
    browser,
    htmls,
    async (page, piece) => {
      await loadPurify(page);
      return await page.evaluate(purify, { htmls: piece, additions: ADDITIONS });
    },
    mayCrash ? { taken: [], isOther: false } : undefined,
  );
}

function lookAtAll(browser: Browser, htmls: readonly string[], mayCrash = false): Promise<Looks> {
  return askInPieces(
    browser,
    htmls,
    (page, piece) => page.evaluate(lookAtTrees, piece),
    mayCrash ? { tree: null, isStable: true, unsafe: 0 } : undefined,
  );
}

/** In a page of its own for every piece; with `ofCrash`, that is said of each text of a piece that takes its page with it. */
async function askInPieces<T>(
  browser: Browser,
  htmls: readonly string[],
  ask: (page: Page, piece: string[]) => Promise<readonly T[]>,
  ofCrash: T | undefined,
): Promise<readonly T[]> {
  const answers: T[] = [];
  while (answers.length < htmls.length) {
    const piece: string[] = [];
    let length = 0;
    for (const html of htmls.slice(answers.length, answers.length + PIECE)) {
      if (piece.length > 0 && length + html.length > PIECE_LENGTH) break;
      piece.push(html);
      length += html.length;
    }
    const page = await browser.newPage();
    try {
      answers.push(...(await ask(page, piece)));
    } catch (failure) {
      if (ofCrash === undefined) throw failure;
      answers.push(...piece.map(() => ofCrash));
    } finally {
      await page.close();
    }
  }
  return answers;
}
