// A text in, the same as HTML out, its words marked by which other texts have them. Everything is escaped. Pure.

const WORD = /[\p{L}\p{N}_]+/gu;
const RUN = 4;

/** Every run of four words of a text, lower case; the whole text when it is shorter. */
export function runsOf(text: string): ReadonlySet<string> {
  return new Set(toRuns([...text.matchAll(WORD)].map(([word]) => word)));
}

/**
 * Marks words. `classOf` is told, for each of `others`, whether that has the word as part of a run of four, and answers the
 * class to mark it with or `undefined` to leave it plain.
 */
export function markText(
  text: string,
  others: readonly [ReadonlySet<string>, ReadonlySet<string>?],
  classOf: (isInFirst: boolean, isInSecond: boolean) => string | undefined,
): string {
  const words = [...text.matchAll(WORD)];
  const runs = toRuns(words.map(([word]) => word));
  const covers = others.map((known) => {
    const cover = words.map(() => false);
    runs.forEach((run, i) => {
      if (known?.has(run) === true) cover.fill(true, i, i + RUN);
    });
    return cover;
  });
  const classes = words.map((_, i) => classOf(covers[0]?.[i] === true, covers[1]?.[i] === true));
  let html = '';
  let place = 0;
  words.forEach((word, i) => {
    const name = classes[i];
    const end = word.index + word[0].length;
    if (name !== undefined && classes[i - 1] !== name) {
      html += `${escapeHtml(text.slice(place, word.index))}<mark class="${escapeHtml(name)}">`;
      place = word.index;
    }
    if (name !== undefined && classes[i + 1] !== name) {
      html += `${escapeHtml(text.slice(place, end))}</mark>`;
      place = end;
    }
  });
  return html + escapeHtml(text.slice(place));
}

/** Escapes text for HTML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

function toRuns(words: readonly string[]): string[] {
  const lower = words.map((word) => word.toLowerCase());
  return Array.from({ length: Math.max(1, lower.length - RUN + 1) }, (_, i) => lower.slice(i, i + RUN).join(' '));
}
