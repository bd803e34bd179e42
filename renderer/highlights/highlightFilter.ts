// All highlights in, narrowed by words, colours and a tag; the lines of their list out. Pure.
import type { ArticleId } from '#contract/article.ts';
import type { Highlight, HighlightColor, HighlightedArticle } from '#contract/highlight.ts';

/** What is shown of them. */
export interface HighlightFilter {
  /** Every word of it stands in the quote, the note, a tag or the article's title. */
  readonly query: string;
  /** None is all. */
  readonly colors: readonly HighlightColor[];
  /** `null` is any, or none. */
  readonly tag: string | null;
}

/** A line of the list: an article, or one of its highlights. */
export type HighlightLine =
  | { readonly line: 'article'; readonly articleId: ArticleId; readonly title: string; readonly count: number }
  | { readonly line: 'highlight'; readonly highlight: Highlight; readonly title: string };

/** No narrowing. */
export const ALL_HIGHLIGHTS: HighlightFilter = { query: '', colors: [], tag: null };

/** The lines of what passes; articles in the order given, their highlights newest first. */
export function linesOf(
  articles: readonly HighlightedArticle[],
  { query, colors, tag }: HighlightFilter,
): readonly HighlightLine[] {
  const wanted = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const wantedTag = tag === null ? null : fold(tag);
  return articles.flatMap(({ articleId, title, highlights }): readonly HighlightLine[] => {
    const passing = highlights.filter((highlight) => {
      if (colors.length > 0 && !colors.includes(highlight.color)) return false;
      if (wantedTag !== null && !highlight.tags.some((each) => fold(each) === wantedTag)) return false;
      if (wanted.length === 0) return true;
      const text = `${folded(highlight)}\n${fold(title)}`;
      return wanted.every((word) => text.includes(word));
    });
    if (passing.length === 0) return [];
    return [
      { line: 'article', articleId, title, count: passing.length },
      ...passing
        .toSorted((a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : 0))
        .map((highlight) => ({ line: 'highlight' as const, highlight, title })),
    ];
  });
}

/** All tags as they were first written, in the order of the alphabet. */
export function tagsOf(articles: readonly HighlightedArticle[]): readonly string[] {
  const tags = new Map<string, string>();
  for (const { highlights } of articles) {
    for (const tag of highlights.flatMap((each) => each.tags)) if (!tags.has(fold(tag))) tags.set(fold(tag), tag);
  }
  return [...tags.values()].sort((a, b) => a.localeCompare(b));
}

// Ten thousand notes are folded once, not with every letter that is typed.
const foldings = new WeakMap<Highlight, string>();

function folded(highlight: Highlight): string {
  const known = foldings.get(highlight);
  if (known !== undefined) return known;
  const text = fold([highlight.target.quote.exact, highlight.note, ...highlight.tags].join('\n'));
  foldings.set(highlight, text);
  return text;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
