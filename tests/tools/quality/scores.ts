// Answers and truth in, scores per page and per set out, by each set's own measure. Pure.
import type { Answer } from './answer.ts';
import { FACTS, judgeFact, type Fact, type Verdict } from './factMeasures.ts';
import { countSnippets, scoreShingles, scoreTokens, toF1, type TextScore } from './textMeasures.ts';
import type { SetName, TruthPage } from './truth.ts';

/** How well one page was done. */
export interface PageScore {
  readonly id: string;
  readonly type: string;
  readonly error: string | null;
  /** `undefined` for pages without a text to compare with. For `sh`, figure captions are left out. */
  readonly text: TextScore | undefined;
  /** With captions; differs from `text` for `sh` alone. */
  readonly withCaptions: TextScore | undefined;
  /** Snippets of `traf`: hits, misses, intruders. */
  readonly snippets: { readonly found: number; readonly wanted: number; readonly intruders: number } | undefined;
  readonly facts: ReadonlyMap<Fact, Verdict>;
}

/** All that is known of a page after a run. */
export interface MeasuredPage {
  readonly truth: TruthPage;
  readonly answer: Answer;
  readonly score: PageScore;
}

/** How often a fact was right of the pages that have it, and given of those that have none. */
export interface FactScore {
  readonly told: number;
  readonly right: number;
  readonly silent: number;
  readonly spurious: number;
}

/** Scores one page. */
export function scorePage(page: TruthPage, answer: Answer): PageScore {
  const verdicts = FACTS.flatMap((fact) => {
    const verdict = judgeFact(fact, page, answer);
    return verdict === undefined ? [] : [[fact, verdict] as const];
  });
  const base = { id: page.id, type: page.type, error: answer.error, facts: new Map(verdicts) };
  if (page.set === 'traf') {
    const snippets = countSnippets(page.with ?? [], page.without ?? [], answer.text);
    const text = fromSnippets([snippets]);
    return { ...base, text, withCaptions: text, snippets };
  }
  if (page.text === undefined) return { ...base, text: undefined, withCaptions: undefined, snippets: undefined };
  // The truth of `sh` leaves captions out, which a reader wants; so its main figure does too.
  const measure = page.set === 'sh' ? scoreShingles : scoreTokens;
  const withCaptions = measure(page.text, answer.text);
  const text = page.set === 'sh' ? measure(page.text, answer.textWithoutCaptions) : withCaptions;
  return { ...base, text, withCaptions, snippets: undefined };
}

/**
 * The text score of many pages of a set. `sh`: F1 of the mean precision and mean recall, as its script does; `traf`: over
 * all snippets at once; the others: the mean of the pages' F1. `undefined` when no page has a text.
 */
export function scoreText(
  set: SetName,
  pages: readonly PageScore[],
  captions: 'without' | 'with' = 'without',
): TextScore | undefined {
  const texts = pages.flatMap((page) => (captions === 'with' ? page.withCaptions : page.text) ?? []);
  if (texts.length === 0) return undefined;
  if (set === 'traf') return fromSnippets(pages.flatMap((page) => page.snippets ?? []));
  const precision = mean(texts.map((text) => text.precision));
  const recall = mean(texts.map((text) => text.recall));
  return { precision, recall, f1: set === 'sh' ? toF1(precision, recall) : mean(texts.map((text) => text.f1)) };
}

/** The score of a fact over many pages; `undefined` when no page was judged. */
export function scoreFact(fact: Fact, pages: readonly PageScore[]): FactScore | undefined {
  const verdicts = pages.flatMap((page) => page.facts.get(fact) ?? []);
  if (verdicts.length === 0) return undefined;
  const count = (...wanted: Verdict[]): number => verdicts.filter((verdict) => wanted.includes(verdict)).length;
  return {
    told: count('right', 'wrong', 'missing'),
    right: count('right'),
    silent: count('none', 'spurious'),
    spurious: count('spurious'),
  };
}

/** The pages with the lowest text score, worst first; pages without a text are passed over. */
export function worstPages(pages: readonly MeasuredPage[], count: number): MeasuredPage[] {
  const f1 = ({ score }: MeasuredPage): number => score.text?.f1 ?? 1;
  return pages
    .filter(({ score }) => score.text !== undefined)
    .sort((a, b) => f1(a) - f1(b))
    .slice(0, count);
}

/** The arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function fromSnippets(
  counts: readonly { readonly found: number; readonly wanted: number; readonly intruders: number }[],
): TextScore {
  const found = counts.reduce((sum, page) => sum + page.found, 0);
  const wanted = counts.reduce((sum, page) => sum + page.wanted, 0);
  const intruders = counts.reduce((sum, page) => sum + page.intruders, 0);
  const precision = found + intruders === 0 ? 1 : found / (found + intruders);
  const recall = wanted === 0 ? 1 : found / wanted;
  return { precision, recall, f1: toF1(precision, recall) };
}
