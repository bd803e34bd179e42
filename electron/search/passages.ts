// A text and what was looked for in; the places of its words and phrases out. Pure.
import type { TermUnit } from './segment.ts';
import { cutSnippet, joinOverlaps, type Hit, type Snippet } from './snippet.ts';
import { toTermUnit, type TextQuery, type UnitQuery } from './textQuery.ts';
import { isUnspaced, wordsOf } from './words.ts';

/** What is looked for in the text of articles, of a query: its units that are not excluded and not for another part of articles. */
export function unitsInText(query: TextQuery): readonly TermUnit[] {
  return unitsOf(query)
    .filter(({ field }) => field === null || field === 'text')
    .flatMap((unit) => toTermUnit(unit) ?? []);
}

function unitsOf(query: TextQuery): readonly UnitQuery[] {
  if (query.is === 'unit') return [query];
  return query.is === 'not' ? [] : query.of.flatMap(unitsOf);
}

/** Where the units stand in a text, ascending. */
function hitsIn(text: string, units: readonly TermUnit[]): readonly Hit[] {
  const words = wordsOf(text);
  const hits: Hit[] = [];
  for (const [at, { term, start }] of words.entries()) {
    for (const [number, { terms, isPrefix, instead }] of units.entries()) {
      const last = words[at + terms.length - 1];
      if (last === undefined) continue;
      const isHere =
        terms.length === 1 && instead.length > 0
          ? instead.includes(term)
          : terms.every((wanted, index) => {
              const there = words[at + index]?.term ?? '';
              return isPrefix && index === terms.length - 1 ? there.startsWith(wanted) : there === wanted;
            });
      if (!isHere) continue;
      // Of a pair that was found by its first character, only that one was asked for.
      const isPair = isPrefix && isUnspaced(text.slice(last.start, last.start + 2));
      const end = isPair ? last.start + String.fromCodePoint(text.codePointAt(last.start) ?? 0).length : last.end;
      hits.push({ start, end, unit: number });
    }
  }
  return hits;
}

/** The piece of a text around the thickest cluster of hits; see `cutSnippet`. */
export function passageIn(text: string, units: readonly TermUnit[]): Snippet {
  const normal = text.normalize('NFC');
  return cutSnippet(normal, hitsIn(normal, units));
}

/** Where the units stand in a text as it is: begin and end of each place in UTF-16 units, ascending and apart. */
export function marksIn(text: string, units: readonly TermUnit[]): Uint32Array {
  return Uint32Array.from(joinOverlaps(hitsIn(text, units)).flat());
}
