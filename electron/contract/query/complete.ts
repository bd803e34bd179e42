// What is being typed in a query; the ways it could go on out, with the piece of the text that they would take the place of. Pure.
import { CLOSED_VALUES, FILTER_NAMES, type FilterName } from './filterValues.ts';

/** What the library itself has to offer. */
export interface Vocabulary {
  readonly sites: readonly CountedValue[];
  readonly langs: readonly CountedValue[];
  readonly tags: readonly CountedValue[];
}

/** A value, and how many articles have it. */
export interface CountedValue {
  readonly value: string;
  readonly count: number;
}

/** A way to go on. */
export interface Completion {
  /** What would stand there instead. */
  readonly text: string;
  /** [start, end) of the piece it takes the place of. */
  readonly at: readonly [number, number];
  /** How many articles have it; `null` where nobody counted. */
  readonly count: number | null;
}

const MOST = 8;

/** At most eight completions of the word the caret stands in or behind, best first; none for a word that begins no filter. */
export function complete(text: string, caret: number, { sites, langs, tags }: Vocabulary): readonly Completion[] {
  const typed = /(?:^|[\s(])-?([^\s()"]*)$/u.exec(text.slice(0, caret))?.[1] ?? '';
  const rest = /^[^\s()"]*/u.exec(text.slice(caret))?.[0] ?? '';
  const at: readonly [number, number] = [caret - typed.length, caret + rest.length];
  const [name = '', value] = typed.split(/:(.*)/s);
  if (value === undefined) {
    if (name.length < 2) return [];
    const begun = FILTER_NAMES.filter((each) => each.startsWith(name.toLowerCase()));
    return begun.map((each) => ({ text: `${each}:`, at, count: null }));
  }
  const filter = FILTER_NAMES.find((each) => each === name.toLowerCase());
  if (filter === undefined) return [];
  const closed = CLOSED_VALUES[filter]?.map((each): CountedValue => ({ value: each, count: -1 }));
  const own: Readonly<Partial<Record<FilterName, readonly CountedValue[]>>> = { site: sites, lang: langs, tag: tags };
  const values = closed ?? own[filter] ?? [];
  const wanted = fold(value);
  const ranked = values
    .map((each, order) => ({ ...each, order, place: fold(each.value).indexOf(wanted) }))
    .filter(({ place }) => place >= 0)
    // What begins so comes before what only has it somewhere, and then the commonest.
    .sort((a, b) => Math.sign(a.place) - Math.sign(b.place) || b.count - a.count || a.order - b.order);
  return ranked
    .slice(0, MOST)
    .map((each) => ({ text: `${filter}:${quoted(each.value)}`, at, count: each.count < 0 ? null : each.count }));
}

function quoted(value: string): string {
  return /[\s()]/.test(value) ? `"${value}"` : value;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
