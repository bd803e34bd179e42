// A parsed page in; which of its nodes are the article, which to pass over in them, and how sure that is, out. The tree is only
// read. Evidence is gathered on every line of text, weighed, and the whole tree is labelled at once.
import type { AnyNode } from 'domhandler';
import { decide, type Decision } from './content/decide.ts';
import type { Evidence } from './content/evidence.ts';
import { gatherEvidence } from './content/features.ts';
import { knowledgeOf, type ContentHints } from './content/knowledge.ts';
import { markTree } from './content/marks.ts';
import { outlinePage, type Outline } from './content/outline.ts';
import { BLOCK_COST, LINE_COST, WEIGHTS } from './content/weights.ts';
import type { Page } from './page.ts';

/** The article within its page. */
export interface Content {
  /** In reading order. */
  readonly roots: readonly AnyNode[];
  /** Nodes below the roots that are not content. */
  readonly dropped: ReadonlySet<AnyNode>;
  /** What was left out from among the content: why, and its first words. */
  readonly removed: readonly { readonly step: string; readonly text: string }[];
  /** 0 (a guess) to 1 (all evidence agrees). */
  readonly confidence: number;
}

/** Finds the content of a page. Never fails; a page without text has no roots. Time is linear in the page. */
export function findContent(page: Page, hints: ContentHints): Content {
  const outline = outlinePage(page);
  const evidence = gatherEvidence(outline, knowledgeOf(page, hints));
  const odds = weigh(evidence, outline.lines.length);
  const decision = recover(outline, evidence, odds);
  return { ...markTree(outline, decision), removed: [], confidence: confidenceOf(evidence, odds) };
}

/** Log-odds that a line is content: the sum of the weights of its features, more for a longer line. */
function weigh({ ids, starts, facts }: Evidence, count: number): Float64Array {
  const odds = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++) sum += WEIGHTS[ids[at] ?? 0] ?? 0;
    odds[i] = sum * (facts[i]?.words ?? 1) ** 0.25;
  }
  return odds;
}

/** Lowers the bar until something to read is found, when the page has any. */
function recover(outline: Outline, evidence: Evidence, odds: Float64Array): Decision {
  let decision = decide(outline, odds, { block: BLOCK_COST, line: LINE_COST });
  const words = evidence.facts.reduce((sum, fact) => sum + fact.words, 0);
  for (let bar = 0.5; bar <= 8 && keptWords(decision, evidence) < Math.min(25, words / 4); bar *= 1.5) {
    const lifted = odds.map((each, i) => each + bar * (evidence.facts[i]?.words ?? 1) ** 0.25);
    decision = decide(outline, lifted, { block: BLOCK_COST, line: LINE_COST });
  }
  return decision;
}

function keptWords(decision: Decision, { facts }: Evidence): number {
  let words = 0;
  for (const [i, fact] of facts.entries()) if (decision.lines[i] === 1) words += fact.words;
  return words;
}

/** The mean certainty of the lines, by their words. */
function confidenceOf({ facts }: Evidence, odds: Float64Array): number {
  let [sum, words] = [0, 0];
  for (const [i, fact] of facts.entries()) {
    if (!fact.isProse) continue;
    sum += fact.words * Math.tanh(Math.abs(odds[i] ?? 0) / fact.words ** 0.25 / 2);
    words += fact.words;
  }
  return words === 0 ? 0 : sum / words;
}
