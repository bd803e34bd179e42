// Pages and, by fold, a model that never saw them in; how well their text is found out.
import { findContentIn } from '../../../electron/extract/findContent.ts';
import type { Model } from '../../../electron/extract/content/model.ts';
import { toPlainText } from '../../../electron/extract/plainText.ts';
import { sanitize } from '../../../electron/extract/sanitize.ts';
import { toAnswer } from '../quality/answer.ts';
import { scoreFolds, type FoldScores } from '../quality/folds.ts';
import { scorePage, type MeasuredPage } from '../quality/scores.ts';
import type { SetName } from '../quality/truth.ts';
import type { Example } from './examples.ts';

/** Scores every page by the model of its fold. */
export function scoreHeldOut(examples: readonly Example[], models: readonly Model[]): FoldScores[] {
  const sets = new Map<SetName, MeasuredPage[]>();
  for (const { truth, fold, context, page } of examples) {
    const model = models[fold];
    if (model === undefined) continue;
    const { roots, dropped } = findContentIn(context, model);
    const out = new Set([...dropped, ...context.knowledge.factElements]);
    const found = { contentHtml: sanitize(roots, out, page).html, textContent: toPlainText(roots, out) };
    const answer = toAnswer(truth.id, found, null);
    const pages = sets.get(truth.set) ?? [];
    pages.push({ truth, answer, score: scorePage(truth, answer) });
    sets.set(truth.set, pages);
  }
  return scoreFolds(sets);
}
