// What an article is found again by: the addresses it was found at and the one its page states, or the part of the file it was.
import type { Article } from '#contract/article.ts';
import { canonicalAddress } from '../../capture/address.ts';
import type { ArticleKeys } from '../../store/catalogue/row.ts';

/** Where an article was found says which one it is; some sites state one address for many pages, so that counts less. */
export function keysOf({ source, furtherPages, part, canonicalUrl }: Article): ArticleKeys {
  // A source may also be the name of a file.
  const found = [source, ...furtherPages.map(({ address }) => address)].flatMap(webAddress);
  return {
    own: [...new Set([...found, ...(part === null ? [] : [partKey(part)])])],
    stated: webAddress(canonicalUrl)[0] ?? null,
  };
}

function webAddress(address: string | null): readonly string[] {
  return address !== null && /^https?:/.test(address) ? [canonicalAddress(address)] : [];
}

/** The key of a document that was opened from a file, by `Article.part`. */
export function partKey(part: string): string {
  return `part ${part}`;
}
