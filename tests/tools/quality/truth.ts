// The public data sets in ../shared/extraction: pages with what people said is right about them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/** The sets, in the order they are shown. */
export const SET_NAMES = ['sh', 'wcxb', 'traf', 'zh', 'rdb', 'pl'] as const;

/** Name of a data set; its folder has the same name. */
export type SetName = (typeof SET_NAMES)[number];

// An absent field was not judged; an empty one says that the page has none.
const OneOrMany = v.union([v.string(), v.array(v.string())]);
const TruthLine = v.object({
  id: v.string(),
  set: v.picklist(SET_NAMES),
  url: v.nullish(v.string()),
  html: v.string(),
  type: v.string(),
  text: v.optional(v.string()),
  with: v.optional(v.array(v.string())),
  without: v.optional(v.array(v.string())),
  title: v.optional(v.string()),
  author: v.optional(OneOrMany),
  date: v.optional(v.string()),
  siteName: v.optional(v.string()),
  lang: v.optional(v.string()),
  image: v.optional(v.string()),
});

/** One page and its truth; absent fields were not judged, empty ones say that the page has none. */
export type TruthPage = v.InferOutput<typeof TruthLine>;

/** The folder of the data sets, or `undefined` where it is absent. */
export function findDataFolder(root: string): string | undefined {
  const folder = join(root, '../shared/extraction');
  return existsSync(folder) ? folder : undefined;
}

/** Reads the truth of a set, sorted by id. Throws on a line that is not such a page. */
export function readTruth(folder: string, set: SetName): TruthPage[] {
  return readFileSync(join(folder, set, 'truth.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => v.parse(TruthLine, JSON.parse(line)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Reads a page's HTML; all sets are stored as UTF-8. */
export function readPage(folder: string, page: TruthPage): string {
  return readFileSync(join(folder, page.html), 'utf8');
}
