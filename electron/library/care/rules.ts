// The person's rules and an article that was just saved in; the article as they want it out. Pure but for the clock it is given.
import { toCard, type Article } from '#contract/article.ts';
import { createColumnTable } from '#contract/columns.ts';
import { AppError } from '#contract/errors.ts';
import { compileQuery, readFilters } from '#contract/query/compileQuery.ts';
import type { Rule } from '#contract/views.ts';
import { toChange, withChange } from './ownChange.ts';

/**
 * Carries out the rules that are on, in their order; each is judged by what the ones before it left. One that cannot be read, or would give
 * an article more tags than it can have, does nothing.
 */
export function withRules(article: Article, rules: readonly Rule[], now: Date): Article {
  return rules
    .filter(({ isOn }) => isOn)
    .reduce((each, rule) => (fits(rule, each, now) ? carryOut(rule, each) : each), article);
}

function fits(rule: Rule, article: Article, now: Date): boolean {
  const { node } = readFilters(rule.when, now);
  if (node === null) return false;
  const table = createColumnTable();
  table.set(0, toCard(article));
  return compileQuery(node, table.columns)(0);
}

function carryOut({ actions }: Rule, article: Article): Article {
  try {
    return withChange(article, toChange(actions), article.saved);
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    return article;
  }
}
