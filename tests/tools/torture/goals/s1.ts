// S1: hostile HTML runs nothing and asks for nothing, by the sanitiser alone, by the policy alone, and by both.
import { articlePages } from '../hostile/articlePages.ts';
import { AT_ONCE, openHostileBrowser, type Deeds, type HostileDocument } from '../hostile/hostilePages.ts';
import { OWN_VECTORS } from '../hostile/ownVectors.ts';
import { lackOfVectors, publicVectors } from '../hostile/publicVectors.ts';
import { storedHtml } from '../hostile/storedHtml.ts';
import { joinParts, type Goal, type Part } from '../goal.ts';

/** Of the public vectors the short form takes every so many-th. */
const SHORT_STEP = 24;
/** Of 2,146 vectors drawn as they are, 200 must fire, or the check is dead. */
const CONTROL = { fired: 200, of: 2_146 };
const LEG_SECONDS = 180;

/** See `docs/promises.md`. */
export const s1: Goal = {
  id: 'S1',
  goal: 'hostile HTML',
  figure: '0 scripts, dialogs, windows, navigations and foreign requests in each of three legs, ≤ 3 min a leg',
  needs: ['chromium'],
  limitMinutes: { short: 6, long: 45 },
  async run({ seed, isLong }) {
    const known = [...publicVectors().values()].flat();
    const step = isLong ? 1 : SHORT_STEP;
    const taken = known.filter((_, index) => (index + seed) % step === 0);
    const vectors = [...OWN_VECTORS, ...taken];
    const browser = await openHostileBrowser();
    const stored = vectors.map(storedHtml);
    const pages = articlePages();
    const documents = async (htmls: readonly string[], hasPolicy: boolean): Promise<readonly HostileDocument[]> => {
      const made: HostileDocument[] = [];
      for (const html of htmls) made.push(await pages(html));
      return hasPolicy ? made : made.map(({ body }) => ({ body, headers: {} }));
    };
    const leg = async (name: string, made: readonly HostileDocument[]): Promise<Part> => {
      const begun = performance.now();
      const deeds = await browser.draw(made.length, (index) => made[index] ?? { body: '', headers: {} });
      const seconds = (performance.now() - begun) / 1_000;
      const isInTime = seconds <= LEG_SECONDS;
      return {
        measured: `${name}: ${say(deeds)} in ${made.length} documents, ${seconds.toFixed(0)} s`,
        isHeld: isQuiet(deeds) && isInTime,
      };
    };
    try {
      const parts = [
        await leg('sanitised, without a policy', await documents(stored, false)),
        await leg('as it came, under the policy', await documents(vectors, true)),
        await leg('both', await documents(stored, true)),
      ];
      const control = await browser.draw(vectors.length, (index) => ({ body: vectors[index] ?? '', headers: {} }));
      const least = Math.ceil((vectors.length * CONTROL.fired) / CONTROL.of);
      const lack = lackOfVectors();
      return {
        tried: `${taken.length} of ${known.length} public vectors (the sets of ../shared/vectors; the rest of the 11,111 is kept aside for checking) and ${OWN_VECTORS.length} of our own, ${AT_ONCE} at once in frames of Chromium ${browser.browser.version()}; connections that bring no request are counted and not judged here (some are Chromium's own, and a policy does not prevent them all; S2 does that)`,
        ...joinParts(parts),
        control: {
          tried: `the same vectors as they came, without a policy: ${control.fired.size} fired (at least ${least} must), ${say(control)}`,
          hasFired: control.fired.size >= least,
        },
        ...(lack === undefined ? {} : { leftOut: [`the public vectors: ${lack}`] }),
      };
    } finally {
      await browser.close();
    }
  },
};

function isQuiet({ fired, scripted, dialogs, windows, navigations, foreign }: Deeds): boolean {
  return fired.size + scripted.size + dialogs + windows + navigations + foreign === 0;
}

function say({ fired, scripted, dialogs, windows, navigations, foreign, words, connections }: Deeds): string {
  const scripts = new Set([...fired, ...scripted]).size;
  const where = words.length === 0 ? '' : ` (${words.slice(0, 3).join(', ')})`;
  return `${scripts} with scripts, ${dialogs} dialogs, ${windows} windows, ${navigations} navigations, ${foreign} foreign requests${where}, ${connections} connections elsewhere`;
}
