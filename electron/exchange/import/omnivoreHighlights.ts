// The Markdown that Omnivore writes of an article's highlights comes in; they go out, and what was written about the whole. A quote stands
// behind `>`; what follows it up to the next one is a line of `#label`s and a note, with blank lines anywhere between.
import type { HighlightDraft } from './finding.ts';

/** Reads it. */
export function readOmnivoreHighlights(markdown: string): {
  readonly highlights: readonly HighlightDraft[];
  readonly note: string;
} {
  const highlights: { quote: string[]; tags: string[]; note: string[]; hasNote: boolean }[] = [];
  const note: string[] = [];
  let isInQuote = false;
  for (const line of markdown.split(/\r\n?|\n/)) {
    const quoted = /^\s{0,3}>\s?/.exec(line);
    let last = highlights.at(-1);
    if (quoted !== null) {
      if (!isInQuote || last === undefined) {
        last = { quote: [], tags: [], note: [], hasNote: false };
        highlights.push(last);
      }
      last.quote.push(line.slice(quoted[0].length).trimEnd());
      isInQuote = true;
      continue;
    }
    isInQuote = false;
    if (last === undefined) {
      note.push(line);
    } else if (/^\s*#[^\s#]/.test(line) && last.tags.length === 0 && !last.hasNote) {
      last.tags = line.trim().slice(1, 10_000).split(/\s#/);
    } else {
      last.note.push(line);
      last.hasNote ||= line.trim() !== '';
    }
  }
  return {
    highlights: highlights.map((each) => ({
      quote: each.quote.join('\n'),
      tags: each.tags,
      note: each.note.join('\n'),
    })),
    note: note.join('\n'),
  };
}
