// What a person types to go to an article in; the rows of the titles it stands in out. Looks at every title: some milliseconds for 100,000.
import type { Library } from '../store/library.ts';

const MOST = 40;

/** At most 40 rows, newest saved first. Case and accents do not count. */
export function findTitles(
  { columns, title, bySaved }: Pick<Library['catalogue'], 'columns' | 'title' | 'bySaved'>,
  query: string,
): readonly number[] {
  const wanted = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: number[] = [];
  for (const row of bySaved()) {
    if (found.length === MOST) break;
    const { name, host } = columns.sites[columns.site[row] ?? 0] ?? { name: null, host: null };
    const text = fold(`${title(row)} ${name ?? ''} ${host ?? ''}`);
    if (wanted.every((word) => text.includes(word))) found.push(row);
  }
  return found;
}

function fold(text: string): string {
  // Most titles have no letter that folding would change but in case.
  const lower = text.toLowerCase();
  return !/[^ -~]/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '');
}
