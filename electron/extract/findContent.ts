// A parsed page in; which of its nodes are the article, which to pass over in them, and how sure that is, out. The tree is only
// read. Evidence is gathered on every line of text, weighed, and the whole tree is labelled at once.
import type { AnyNode } from 'domhandler';
import { within } from './content/candidates.ts';
import { decide, type Decision } from './content/decide.ts';
import { knowledgeOf, type ContentHints } from './content/knowledge.ts';
import { markTree } from './content/marks.ts';
import { MODEL, weighLines, type Model } from './content/model.ts';
import { outlinePage } from './content/outline.ts';
import { contextOf, type PageContext } from './content/pageContext.ts';
import { tellRemoved, type Removed } from './content/removed.ts';
import { dropStrandedHeadings } from './content/strandedHeadings.ts';
import type { Page } from './page.ts';

/** The article within its page. */
export interface Content {
  /** In reading order. */
  readonly roots: readonly AnyNode[];
  /** Nodes below the roots that are not content. */
  readonly dropped: ReadonlySet<AnyNode>;
  /** What of the page's text was left out: why, and its first words. */
  readonly removed: readonly Removed[];
  /** 0 (a guess) to 1 (all evidence agrees). */
  readonly confidence: number;
}

/** Finds the content of a page. Never fails; a page without text has no roots. Time is linear in the page. */
export function findContent(page: Page, hints: ContentHints): Content {
  return findContentIn(contextOf(outlinePage(page), knowledgeOf(page, hints)), MODEL);
}

/** The same from what is known of the page's lines, by the model that is given. */
export function findContentIn(context: PageContext, model: Model): Content {
  const odds = weighLines(context, model);
  const confidence = confidenceOf(context, odds);
  const decision = dropStrandedHeadings(context.outline, recover(context, odds, confidence));
  return {
    ...markTree(context.outline, decision),
    removed: tellRemoved(context, decision),
    confidence,
  };
}

/** Cost of a part that is judged otherwise than what it stands in, in log-odds. */
const COST = 0.7;
/** Confidence below which the cost rises no more. */
const LEAST_CERTAIN = 0.15;
/** Below so many words, or this share of the page's, too little was found. */
const LEAST_WORDS = 25;
const LEAST_SHARE = 0.25;
/** Below this share of the prose where the text is densest, the odds are doubted. */
const LEAST_OF_DENSEST = 0.2;
/** Only below this confidence, and by no more than this. */
const LEAST_CONFIDENCE = 0.35;
const DOUBT = 2;
const STEP = 1.5;
const HIGHEST = 12;

/**
 * Decides, and decides again with the bar lowered when too little was found: where the text is densest when most of that was
 * passed over without certainty, then everywhere until there is something to read.
 */
function recover(context: PageContext, odds: Float64Array, confidence: number): Decision {
  const { outline, facts, sums, candidates } = context;
  // The less certain the odds, the more a line goes with what it stands in.
  const cost = COST / Math.max(LEAST_CERTAIN, confidence);
  const costs = { block: cost, line: cost };
  const keptWords = ({ lines }: Decision, isProse = false): number =>
    facts.reduce((sum, fact, i) => sum + (lines[i] === 1 && (!isProse || fact.isProse) ? fact.words : 0), 0);
  let lifted = odds;
  let decision = decide(outline, odds, costs);
  const root = confidence < LEAST_CONFIDENCE ? outline.blocks[candidates.density] : undefined;
  const densest = within(sums.prose, root);
  if (root !== undefined) {
    for (let bar = 0.5; bar <= DOUBT && keptWords(decision, true) < densest * LEAST_OF_DENSEST; bar *= STEP) {
      lifted = odds.map((each, i) => (i >= root.line && i < root.lineEnd ? each + bar : each));
      decision = decide(outline, lifted, costs);
    }
  }
  const words = facts.reduce((sum, fact) => sum + fact.words, 0);
  const least = Math.min(LEAST_WORDS, words * LEAST_SHARE);
  for (let bar = 0.5; bar < HIGHEST && keptWords(decision) < least; bar *= STEP) {
    decision = decide(
      outline,
      lifted.map((each) => each + bar),
      costs,
    );
  }
  return decision;
}

/** The mean certainty of the lines of prose, by their words. */
function confidenceOf({ facts }: PageContext, odds: Float64Array): number {
  let [sum, words] = [0, 0];
  for (const [i, fact] of facts.entries()) {
    if (!fact.isProse) continue;
    sum += fact.words * Math.tanh(Math.abs(odds[i] ?? 0) / 2);
    words += fact.words;
  }
  return words === 0 ? 0 : sum / words;
}
