// Passages that were highlighted in another program in; highlights of the article out, each where its words stand in the text. One whose
// words are not there is kept as well, and the reader lists it among those that it cannot find.
import type { Article } from '#contract/article.ts';
import { LONGEST_NOTE, LONGEST_QUOTE, targetOf, type Highlight, type HighlightTarget } from '#contract/highlight.ts';
import type { ImportedHighlight } from '#contract/imports.ts';
import type { ArticleHighlights } from '../articleHighlights.ts';

/** Adds those that the article has not; answers how many. Throws as `ArticleHighlights.add`; what was added until then stays. */
export async function addImportedHighlights(
  article: Article,
  text: string,
  imported: readonly ImportedHighlight[],
  highlights: Pick<ArticleHighlights, 'of' | 'add'>,
): Promise<number> {
  if (imported.length === 0) return 0;
  const known = new Set((await highlights.of(article.id)).map(keyOf));
  let added = 0;
  for (const { quote, note, tags, color } of imported) {
    const words = quote.trim().slice(0, LONGEST_QUOTE);
    const target = words === '' ? undefined : locate(text, words, article.saved);
    if (target === undefined) continue;
    const made = { color: color ?? 'yellow', note: note.slice(0, LONGEST_NOTE), tags, target } as const;
    if (known.has(keyOf(made))) continue;
    await highlights.add(article.id, made);
    known.add(keyOf(made));
    added += 1;
  }
  return added;
}

function keyOf({ target, note }: Pick<Highlight, 'target' | 'note'>): string {
  return `${target.quote.exact.replace(/\s+/g, ' ')}\0${note}`;
}

/** The place of a quote, however white space is folded in it. */
function locate(text: string, words: string, version: string): HighlightTarget {
  const at = text.indexOf(words);
  if (at !== -1) return targetOf(text, { start: at, end: at + words.length }, version);
  const pieces = words.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(pieces.join('\\s+')).exec(text);
  if (found !== null) return targetOf(text, { start: found.index, end: found.index + found[0].length }, version);
  const nowhere = targetOf(words, { start: 0, end: words.length }, version);
  return { ...nowhere, textLength: Math.max(text.length, words.length) };
}
