// Related lists as found against related lists as labelled; addresses decide, and dates where a label has one.

/** The labelled lists of one page. */
export interface RelatedLabel {
  readonly set: string;
  readonly id: string;
  readonly lists: readonly {
    readonly heading: string | null;
    readonly entries: readonly { readonly url: string | null; readonly title: string; readonly date?: string }[];
  }[];
}

/** The part of a found list that is scored. */
export interface PredictedList {
  readonly entries: readonly {
    readonly title: string;
    readonly url: string | null;
    readonly added: string | null;
    readonly updated: string | null;
    readonly published: string | null;
  }[];
}

/** Shares from 0 to 1 over all pages together. `datesExact` is of the entries found whose label has a date. */
export interface RelatedScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly datesExact: number;
  readonly pages: number;
  readonly entries: number;
}

/** One page's counts. */
export interface PageCounts {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
  readonly datesRight: number;
  readonly datesTotal: number;
}

/** Scores predictions by page id; a page without a prediction counts as one with no lists. */
export function scoreRelated(
  labels: readonly RelatedLabel[],
  predicted: ReadonlyMap<string, readonly PredictedList[]>,
): RelatedScore {
  let [right, found, truth, datesRight, datesTotal] = [0, 0, 0, 0, 0];
  for (const label of labels) {
    const counts = countPage(label, predicted.get(label.id) ?? []);
    right += counts.right;
    found += counts.right + counts.wrong.length;
    truth += counts.right + counts.missed.length;
    datesRight += counts.datesRight;
    datesTotal += counts.datesTotal;
  }
  const precision = found === 0 ? 1 : right / found;
  const recall = truth === 0 ? 1 : right / truth;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const datesExact = datesTotal === 0 ? 1 : datesRight / datesTotal;
  return { precision, recall, f1, datesExact, pages: labels.length, entries: truth };
}

/** Compares the set of a page's entries, whichever list they stand in, with the labelled set. */
export function countPage(label: RelatedLabel, lists: readonly PredictedList[]): PageCounts {
  const truth = new Map<string, string | undefined>();
  for (const entry of label.lists.flatMap((list) => list.entries)) {
    const key = keyOf(entry.url, entry.title);
    truth.set(key, truth.get(key) ?? entry.date);
  }
  const dates = new Map<string, string[]>();
  for (const entry of lists.flatMap((list) => list.entries)) {
    const key = keyOf(entry.url, entry.title);
    const known = [entry.published, entry.added, entry.updated].flatMap((date) =>
      date === null ? [] : [date.slice(0, 10)],
    );
    dates.set(key, [...(dates.get(key) ?? []), ...known]);
  }
  const hits = [...dates.keys()].filter((key) => truth.has(key));
  const dated = hits.filter((key) => truth.get(key) !== undefined);
  return {
    right: hits.length,
    wrong: [...dates.keys()].filter((key) => !truth.has(key)),
    missed: [...truth.keys()].filter((key) => !dates.has(key)),
    datesRight: dated.filter((key) => dates.get(key)?.includes(truth.get(key) ?? '') === true).length,
    datesTotal: dated.length,
  };
}

/** An address without what does not name the page: scheme, `www.`, fragment, tracking, the last slash; else the title. */
function keyOf(url: string | null, title: string): string {
  if (url === null || !URL.canParse(url))
    return `title:${title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()}`;
  const { hostname, pathname, searchParams } = new URL(url);
  const query = [...searchParams].filter(([name]) => !/^(?:utm_\w+|fbclid|gclid|ref|mbid|intcid|cid|mod)$/i.test(name));
  const search = query.map(([name, value]) => `${name}=${value}`).join('&');
  return `${hostname.replace(/^www\./, '')}${decode(pathname).replace(/\/+$/, '')}${search === '' ? '' : `?${search}`}`;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign is part of the address.
    return path;
  }
}
