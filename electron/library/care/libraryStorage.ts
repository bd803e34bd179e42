// What everything in a library holds in; what takes how much room, and what would be free without it, out. Pure.
import type { ArticleId } from '#contract/article.ts';
import type { ArticleColumns } from '#contract/columns.ts';
import type { ArticleStorage, CapState, LibraryStorage, SiteStorage } from '#contract/storage.ts';
import { whatCouldGo, type CapAnswer } from './capPolicy.ts';
import type { HeldCopy, Holding, Holdings } from '../../store/holdings.ts';
import type { Library } from '../../store/library.ts';

/** What is said of a library. */
export interface StorageView {
  readonly catalogue: Pick<Library['catalogue'], 'columns' | 'idOf' | 'rowOf' | 'title'>;
  readonly holdings: Holdings;
  readonly capBytes: number | null;
  readonly isHighlighted: (id: ArticleId) => boolean;
}

const MOST_LARGEST = 100;
// Stand for a picture that nobody shows yet, and for one that several show.
const NOBODY = -1;
const SEVERAL = -2;

/** Adds up. */
export function toStorage({ catalogue, holdings, capBytes, isHighlighted }: StorageView): LibraryStorage {
  const { articles, copies, trash, assetBytes } = holdings;
  const sumOf = (assets: Iterable<number>): number => {
    let sum = 0;
    for (const asset of assets) sum += assetBytes[asset] ?? 0;
    return sum;
  };
  const copiesOf = new Map<number, HeldCopy[]>();
  for (const copy of copies) {
    const row = catalogue.rowOf(copy.id);
    if (row !== undefined) copiesOf.set(row, [...(copiesOf.get(row) ?? []), copy]);
  }
  const all = (row: number, holding: Holding): readonly Holding[] => [holding, ...(copiesOf.get(row) ?? [])];

  const sites = siteNumbers(catalogue.columns);
  const ownerOf = new Int32Array(assetBytes.length).fill(NOBODY);
  const siteOf = new Int32Array(assetBytes.length).fill(NOBODY);
  const claim = (owners: Int32Array, owner: number, { assets }: Holding): void => {
    for (const asset of assets) {
      owners[asset] = owners[asset] === NOBODY || owners[asset] === owner ? owner : SEVERAL;
    }
  };
  for (const [row, holding] of articles) {
    for (const each of all(row, holding)) {
      claim(ownerOf, row, each);
      claim(siteOf, sites.of(row), each);
    }
  }
  const shown = new Set([...articles.values()].flatMap(({ assets }) => assets));
  const ofCopies = new Set(copies.flatMap(({ assets }) => assets).filter((asset) => !shown.has(asset)));
  const ofTrash = new Set(
    trash.flatMap(({ assets }) => assets).filter((asset) => !shown.has(asset) && !ofCopies.has(asset)),
  );
  // What the trash shows as well is not free before it is empty.
  for (const holding of trash) {
    claim(ownerOf, SEVERAL, holding);
    claim(siteOf, SEVERAL, holding);
  }

  const bySite = new Map<
    number,
    { articles: number; bytes: number; freedBytes: number; readonly assets: Set<number> }
  >();
  const measured: { readonly row: number; readonly bytes: number; readonly freedBytes: number }[] = [];
  for (const [row, holding] of articles) {
    const held = all(row, holding);
    const own = held.reduce((sum, { bytes }) => sum + bytes, 0);
    const assets = new Set(held.flatMap((each) => each.assets));
    const alone = [...assets].filter((asset) => ownerOf[asset] === row);
    measured.push({ row, bytes: own + sumOf(assets), freedBytes: own + sumOf(alone) });
    const site = bySite.get(sites.of(row)) ?? { articles: 0, bytes: 0, freedBytes: 0, assets: new Set<number>() };
    bySite.set(sites.of(row), site);
    site.articles += 1;
    site.bytes += own;
    site.freedBytes += own;
    for (const asset of assets) site.assets.add(asset);
  }
  const part = (items: readonly Holding[], assets: Iterable<number> = []): number =>
    items.reduce((sum, { bytes }) => sum + bytes, 0) + sumOf(assets);
  const parts = {
    articles: { count: articles.size, bytes: part([...articles.values()]) },
    pictures: { count: shown.size, bytes: sumOf(shown) },
    copies: { count: copies.length, bytes: part(copies, ofCopies) },
    trash: { count: holdings.trashed, bytes: part(trash, ofTrash) },
    highlights: holdings.highlights,
  };
  const countedBytes = parts.articles.bytes + parts.pictures.bytes + parts.copies.bytes + parts.highlights.bytes;
  const { feedBytes, importBytes, derivedBytes, otherBytes } = holdings;
  return {
    ...parts,
    feedBytes,
    importBytes,
    derivedBytes,
    otherBytes,
    totalBytes: countedBytes + parts.trash.bytes + feedBytes + importBytes + derivedBytes + otherBytes,
    freeBytes: holdings.freeBytes,
    sites: Array.from(bySite, ([number, { assets, ...site }]): SiteStorage => ({
      site: sites.names[number] ?? null,
      articles: site.articles,
      bytes: site.bytes + sumOf(assets),
      freedBytes: site.freedBytes + sumOf([...assets].filter((asset) => siteOf[asset] === number)),
    })).sort((a, b) => b.bytes - a.bytes),
    largest: measured
      .sort((a, b) => b.bytes - a.bytes || a.row - b.row)
      .slice(0, MOST_LARGEST)
      .map((each): ArticleStorage => ({ ...each, id: catalogue.idOf(each.row), title: catalogue.title(each.row) })),
    cap:
      capBytes === null
        ? null
        : capState(capBytes, countedBytes, (overBytes) => overLimit({ catalogue, holdings, isHighlighted }, overBytes)),
  };
}

/** What could go of a library that is so many bytes over its limit. */
export function overLimit(
  { catalogue, holdings, isHighlighted }: Omit<StorageView, 'capBytes'>,
  overBytes: number,
): CapAnswer {
  return whatCouldGo({
    ...holdings,
    columns: catalogue.columns,
    rowOf: (id) => catalogue.rowOf(id),
    isHighlighted: (row) => isHighlighted(catalogue.idOf(row)),
    overBytes,
  });
}

function capState(capBytes: number, bytes: number, couldGo: (overBytes: number) => CapAnswer): CapState {
  const overBytes = Math.max(0, bytes - capBytes);
  const { rows, copies, freedBytes } = couldGo(overBytes);
  return { capBytes, overBytes, articles: rows.length, copies: copies.length, freedBytes };
}

/** Sites by what people call them: the host, or else the name. */
function siteNumbers({ sites, site }: ArticleColumns): {
  readonly names: readonly (string | null)[];
  readonly of: (row: number) => number;
} {
  const numbers = new Map<string | null, number>();
  const ofPair = sites.map(({ host, name }) => {
    const number = numbers.get(host ?? name) ?? numbers.size;
    numbers.set(host ?? name, number);
    return number;
  });
  return { names: [...numbers.keys()], of: (row) => ofPair[site[row] ?? 0] ?? 0 };
}
