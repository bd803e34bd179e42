// S3: what was sanitised is at rest: once more changes nothing, browsers read the tree that was written, and a browser's own sanitiser finds nothing to take away.
import type { Browser } from 'playwright/test';
import { joinParts, type Goal } from '../goal.ts';
import { openHostileBrowser } from '../hostile/hostilePages.ts';
import { OWN_VECTORS } from '../hostile/ownVectors.ts';
import { lackOfVectors, publicVectors } from '../hostile/publicVectors.ts';
import { sanitizedHtml, storedHtml } from '../hostile/storedHtml.ts';
import { lookAtTrees, treeOf } from '../hostile/trees.ts';

const SHORT_STEP = 4;
const PIECE = 100;
const NO_PURIFY = 'DOMPurify as the oracle: it is not among the packages of this project';

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
    const hostile = await openHostileBrowser();
    const { browser } = hostile;
    try {
      const once = vectors.map(sanitizedHtml);
      const stored = vectors.map(storedHtml);
      const looks = await lookAtAll(browser, stored);
      const raw = await lookAtAll(browser, vectors, true);
      const unlike = (wrong: readonly boolean[]): number => wrong.filter(Boolean).length;
      const changed = unlike(once.map((html) => sanitizedHtml(html) !== html));
      const others = unlike(looks.map(({ tree }, index) => tree !== treeOf(stored[index] ?? '')));
      const unstable = unlike(looks.map(({ isStable }) => !isStable));
      const hasOracle = looks.every(({ unsafe }) => unsafe !== undefined);
      const taken = looks.reduce((sum, { unsafe = 0 }) => sum + unsafe, 0);
      const rawTaken = unlike(raw.map(({ unsafe = 0 }) => unsafe > 0));
      const rawUnlike = unlike(raw.map(({ tree }, index) => tree !== null && tree !== treeOf(vectors[index] ?? '')));
      const lack = lackOfVectors();
      return {
        tried: `${vectors.length} vectors, sanitised, in Chromium ${browser.version()}${hasOracle ? ', whose own Sanitizer API (Element.setHTML, told to leave in all that is safe) was asked in the place of DOMPurify' : ''}`,
        ...joinParts([
          { measured: `sanitised twice: ${changed} differ`, isHeld: changed === 0 },
          { measured: `${others} trees of Chromium and parse5 differ`, isHeld: others === 0 },
          { measured: `${unstable} are another tree once written and read again`, isHeld: unstable === 0 },
          ...(hasOracle
            ? [{ measured: `Chromium's sanitiser took away ${taken} elements and attributes`, isHeld: taken === 0 }]
            : []),
        ]),
        control: {
          tried: `the vectors as they came: ${hasOracle ? `Chromium's sanitiser took something from ${rawTaken}, and ` : ''}${rawUnlike} trees differ`,
          hasFired: hasOracle ? rawTaken > 0 : rawUnlike > 0,
        },
        leftOut: [
          hasOracle ? NO_PURIFY : `${NO_PURIFY}, and this Chromium has no Sanitizer API`,
          ...(lack === undefined ? [] : [`the public vectors: ${lack}`]),
        ],
      };
    } finally {
      await hostile.close();
    }
  },
};

type Looks = ReturnType<typeof lookAtTrees>;

/** A piece of `mayCrash` that takes its page with it is left out. */
async function lookAtAll(browser: Browser, htmls: readonly string[], mayCrash = false): Promise<Looks> {
  const looks: Looks[number][] = [];
  for (let from = 0; from < htmls.length; from += PIECE) {
    const page = await browser.newPage();
    const piece = htmls.slice(from, from + PIECE);
    try {
      looks.push(...(await page.evaluate(lookAtTrees, piece)));
    } catch (failure) {
      if (!mayCrash) throw failure;
      looks.push(...piece.map(() => ({ tree: null, isStable: true, unsafe: 0 })));
    } finally {
      await page.close();
    }
  }
  return looks;
}
