// Which articles wait to be read, and in which order: those under way first, then the rest, newest saved first. Pure.
import type { ArticleCard } from '#contract/article.ts';

/** Not read and not archived. */
export function isWaiting({ reading }: ArticleCard): boolean {
  return reading.read === null && !reading.archived;
}

/** Begun and not finished. */
export function isStarted(card: ArticleCard): boolean {
  return isWaiting(card) && card.reading.progress > 0;
}

/** Minutes that are left of it, at least 1. */
export function minutesLeft({ minutes, reading }: ArticleCard): number {
  return Math.max(1, Math.round(minutes * (1 - reading.progress)));
}

/** The queue in two parts; both keep the order of `cards`. */
export function orderQueue(cards: readonly ArticleCard[]): {
  readonly started: readonly ArticleCard[];
  readonly next: readonly ArticleCard[];
} {
  const waiting = cards.filter(isWaiting);
  return { started: waiting.filter(isStarted), next: waiting.filter((card) => !isStarted(card)) };
}
