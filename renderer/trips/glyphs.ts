// Words in, the letters of a row of flaps out, and what a flap shows on its way from one letter to another.

/** How long a row of flaps moves at most, in milliseconds; the style sheet's times add up to less. */
export const FALL_MS = 200;

/** One letter for each flap, blank ones where there is none; letters that are joined stay one word. A word that is too long is cut. */
export function toGlyphs(text: string, count: number, align: 'start' | 'end', isJoined: boolean): readonly string[] {
  if (isJoined) return [text];
  const letters = Array.from(text).slice(0, count);
  const blanks = Array.from({ length: count - letters.length }, () => ' ');
  return align === 'start' ? [...letters, ...blanks] : [...blanks, ...letters];
}

const FIRST = 65;
const LETTERS = 26;

/** The letter half-way round the drum between two; of what is no Latin letter, the one that is. */
export function glyphBetween(old: string, glyph: string): string {
  const places = [old, glyph].map((each) => (/^[A-Z]$/.test(each) ? each.charCodeAt(0) - FIRST : undefined));
  const [from = 4, to = 17] = places;
  const way = (to - from + LETTERS) % LETTERS;
  return String.fromCharCode(FIRST + ((from + Math.ceil(way / 2)) % LETTERS));
}
