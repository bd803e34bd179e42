// A page's context and the decision on its lines in; what was left out of its text, in named steps, out.
import type { Decision } from './decide.ts';
import { HINT_NAMES, type HintName } from './hints.ts';
import type { Line } from './outline.ts';
import { FAR, type PageContext } from './pageContext.ts';
import { WORDING_NAMES, type WordingName } from './wording.ts';

/** Text that was left out. */
export interface Removed {
  /** Why: one of `STEPS`. */
  readonly step: Step;
  /** Its first words. */
  readonly text: string;
}

/** The reasons to leave text out, the most telling first. `little text` stands for what only looks unlike an article. */
export const STEPS = [
  'related list',
  'facts',
  'cookie notice',
  'share bar',
  'subscription offer',
  'comments',
  'advertisement',
  'author box',
  'contents',
  'form',
  'navigation',
  'promo',
  'page foot',
  'page head',
  'side column',
  'hidden',
  'legal notice',
  'repeated text',
  'little text',
] as const;

/** A reason to leave text out. */
export type Step = (typeof STEPS)[number];

/** A step is named when a hint stands at most `levels` blocks above, or a line has one of the wordings. */
interface Sign {
  readonly step: Step;
  readonly hints: readonly HintName[];
  readonly levels: number;
  readonly wordings: readonly WordingName[];
}

const SIGNS: readonly Sign[] = [
  { step: 'cookie notice', hints: ['cookie'], levels: 4, wordings: [] },
  { step: 'share bar', hints: ['share'], levels: 3, wordings: ['share'] },
  { step: 'subscription offer', hints: ['offer'], levels: 4, wordings: ['offer'] },
  { step: 'comments', hints: ['comment'], levels: 6, wordings: ['comments'] },
  { step: 'advertisement', hints: ['ad'], levels: 3, wordings: [] },
  { step: 'author box', hints: ['bio'], levels: 3, wordings: ['bio'] },
  { step: 'contents', hints: ['toc'], levels: 3, wordings: [] },
  { step: 'form', hints: ['form'], levels: 3, wordings: ['asks'] },
  { step: 'navigation', hints: ['nav'], levels: 6, wordings: ['navigation'] },
  { step: 'promo', hints: ['related', 'card'], levels: 4, wordings: ['leads elsewhere', 'call'] },
  { step: 'page foot', hints: ['footer'], levels: 8, wordings: [] },
  { step: 'page head', hints: ['header'], levels: 8, wordings: [] },
  { step: 'side column', hints: ['aside'], levels: 8, wordings: [] },
  { step: 'hidden', hints: ['hidden'], levels: 8, wordings: [] },
  { step: 'legal notice', hints: [], levels: 0, wordings: ['legal'] },
];
const MOST_LETTERS = 80;
const MOST_TOLD = 200;

/** Tells what was left out, in the page's order; lines left out one after another by one step are told together. */
export function tellRemoved(context: PageContext, { lines }: Decision): Removed[] {
  const told: Removed[] = [];
  let last: Step | undefined;
  for (const [i, line] of context.outline.lines.entries()) {
    if (lines[i] === 1) {
      last = undefined;
      continue;
    }
    const step = stepOf(context, i, line);
    if (step !== last && told.length < MOST_TOLD) told.push({ step, text: line.text.slice(0, MOST_LETTERS) });
    last = step;
  }
  return told;
}

function stepOf({ related, shown, hintDistance, facts }: PageContext, i: number, line: Line): Step {
  if (related[line.block] === 1) return 'related list';
  if (shown[line.block] === 1) return 'facts';
  const wordings = facts[i]?.wordings ?? 0;
  const found = SIGNS.find(
    ({ hints, levels, wordings: words }) =>
      words.some((name) => ((wordings >> WORDING_NAMES.indexOf(name)) & 1) === 1) ||
      hints.some((name) => {
        const bit = HINT_NAMES.indexOf(name);
        const above = hintDistance[line.block * HINT_NAMES.length + bit] ?? FAR;
        return ((line.hints >> bit) & 1) === 1 || above <= levels;
      }),
  );
  return found?.step ?? (facts[i]?.isRepeated === true ? 'repeated text' : 'little text');
}
