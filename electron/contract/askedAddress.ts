// Where on the web an article is asked for again.
import type { Article } from './article.ts';

/** The address it was asked for by before the one it states, since a page that asks to sign in may call itself by another; `undefined` when it was not on the web. */
export function askedAddress({ source, canonicalUrl }: Pick<Article, 'source' | 'canonicalUrl'>): string | undefined {
  return [source, canonicalUrl].find((each): each is string => each !== null && isWebAddress(each));
}

/** Whether a text is an address of the web. */
export function isWebAddress(text: string): boolean {
  return /^https?:/.test(text);
}
