// Which pages of an article are missing, in words.
import type { MissingPages } from '#contract/article.ts';
import { words } from './words.ts';

/** A sentence without its full stop: "Pages 3 to 5 are missing". */
export function missingPagesLine({ first, last }: MissingPages): string {
  if (last === null) return words.card.missingRest({ page: first });
  return last <= first ? words.card.missingPage({ page: first }) : words.card.missingPages({ first, last });
}
