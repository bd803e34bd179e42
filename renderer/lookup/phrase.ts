// A word or a few in; the query that looks for just these, one after another, out.

/** Quotes end a phrase, so they are left out; the search knows no others. */
export function phraseOf(word: string): string {
  return `"${word.replace(/["“”„]/g, ' ').trim()}"`;
}
