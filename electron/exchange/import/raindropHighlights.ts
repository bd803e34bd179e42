// The cell in which Raindrop writes highlights comes in; they go out. Where its lines are marked as quote and note these are kept apart;
// otherwise each line is a quote.
import type { HighlightDraft } from './finding.ts';

/** Reads it. */
export function raindropHighlights(text: string): readonly HighlightDraft[] {
  const highlights: { quote: string; note: string }[] = [];
  const isMarked = /^[^\S\n]*highlight:/im.test(text);
  let part: 'quote' | 'note' = 'quote';
  for (const line of text.split(/\r\n?|\n/)) {
    const marked = /^\s*(highlight|note):\s*/i.exec(line);
    const rest = isMarked && marked !== null ? line.slice(marked[0].length) : line;
    const isQuote = marked?.[1]?.toLowerCase() === 'highlight';
    const last = highlights.at(-1);
    if (line.trim() === '') continue;
    if (!isMarked || isQuote || last === undefined) {
      highlights.push({ quote: rest, note: '' });
      part = 'quote';
    } else {
      if (marked !== null) part = 'note';
      last[part] += `${last[part] === '' ? '' : '\n'}${rest}`;
    }
  }
  return highlights;
}
