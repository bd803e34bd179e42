// Columns as they cross to the window: each of few parts crosses at once, where many small objects and arrays would each be copied by themselves.
import { BYTES_PER_ROW, columnsOver, copyColumns, type ArticleColumns, type Site } from './columns.ts';

/** All columns in one buffer, without room to grow. */
export interface PackedColumns {
  readonly size: number;
  /** `BYTES_PER_ROW` for each row, to whole numbers of eight. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** `sites`, `langs` and `tagSets` as JSON. */
  readonly names: string;
  /** All rows that are there, newest saved first; see `orderBySaved`. */
  readonly bySaved: Uint32Array;
}

/** The lists of names of columns. */
type Names = Pick<ArticleColumns, 'sites' | 'langs' | 'tagSets'>;

/** Packs them; what they are written in goes on being written in. */
export function packColumns(columns: ArticleColumns, bySaved: Uint32Array): PackedColumns {
  const { size } = columns;
  const numbers = new Float64Array(Math.ceil((size * BYTES_PER_ROW) / 8));
  copyColumns(columns, numbers.buffer, 0, size);
  // What carries it copies the whole buffer of every array that it is given.
  return { size, numbers, names: packNames(columns), bySaved: bySaved.slice() };
}

/** The columns as they were packed, over the same buffer. */
export function unpackColumns({ size, numbers, names }: PackedColumns): ArticleColumns {
  return columnsOver(numbers.buffer, numbers.byteOffset, size, { size, ...unpackNames(names) });
}

/** The lists of names as one text. */
export function packNames({ sites, langs, tagSets }: Names): string {
  return JSON.stringify({ sites, langs, tagSets });
}

/** The lists as they were packed. Throws `SyntaxError` for another text. */
export function unpackNames(text: string): Names {
  const names: unknown = JSON.parse(text);
  return {
    sites: listIn(names, 'sites').map(toSite),
    langs: listIn(names, 'langs').map(toText),
    tagSets: listIn(names, 'tagSets').map((tags) => (Array.isArray(tags) ? tags.map(String) : [])),
  };
}

function listIn(names: unknown, name: keyof Names): readonly unknown[] {
  const list: unknown = typeof names === 'object' && names !== null ? Reflect.get(names, name) : undefined;
  return Array.isArray(list) ? list : [];
}

function toSite(site: unknown): Site {
  if (typeof site !== 'object' || site === null) return { name: null, host: null };
  return { name: toText(Reflect.get(site, 'name')), host: toText(Reflect.get(site, 'host')) };
}

function toText(text: unknown): string | null {
  return typeof text === 'string' ? text : null;
}
