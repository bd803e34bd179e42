// `npm run bench`: measures the app and its rooms and prints every figure beside a floor or a peer of the same run. No figure fails it.
import { availableParallelism } from 'node:os';
import { measureBulk } from './bulk.ts';
import { measureCapture } from './capture.ts';
import { formatFigures, toJson, type Figure } from './figures.ts';
import { appFolders } from '../../helpers/electronApp.ts';
import { measureFeeds } from './feeds.ts';
import { measureHighlights } from './highlights.ts';
import { measureImport } from './importing.ts';
import { inventQueries } from './querySet.ts';
import { measureExportFile } from './exportFile.ts';
import { measureStart } from './start.ts';
import { parseOptions, USAGE, type Bench, type BenchOptions } from './options.ts';
import { prepareLibrary, type PreparedLibrary } from './preparedLibrary.ts';
import { measurePackaged } from './packaged.ts';
import { measureReader } from './reader.ts';
import { measureRebuild } from './rebuild.ts';
import { measureIndex, measureSearch } from './search.ts';
import { seedLibrary, type SeededLibrary } from './seedLibrary.ts';
import { measureSafety } from './safety.ts';
import { measureStore } from './store.ts';
import { measureTimeline } from './timeline.ts';
import { measureTrip } from './trip.ts';

/** What makes what it is measured on by itself. */
const LIBRARYLESS = [
  'timeline',
  'reader',
  'bulk',
  'highlights',
  'capture',
  'feeds',
  'trip',
] as const satisfies readonly Bench[];
type LibrarylessBench = (typeof LIBRARYLESS)[number];

/** What is measured on a library that the app has opened once. */
type PreparedBench = Exclude<Bench, 'store' | 'index' | LibrarylessBench>;

const PREPARED: Readonly<
  Record<PreparedBench, (library: PreparedLibrary) => Promise<readonly Figure[]> | readonly Figure[]>
> = {
  search: measureSearch,
  start: ({ seeded: { posts }, folder }) => measureStart({ folder, size: posts.saved, queries: inventQueries(posts) }),
  packaged: ({ seeded: { posts }, folder }) => measurePackaged({ folder, size: posts.saved }),
  rebuild: measureRebuild,
  import: measureImport,
  safety: measureSafety,
};

function isPrepared(bench: Bench): bench is PreparedBench {
  return Object.hasOwn(PREPARED, bench);
}

const options = parseOptions(process.argv.slice(2));
if (options === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const figures: Figure[] = [];
  for await (const some of measure(options)) {
    figures.push(...some);
    // What takes an hour in all is told as it comes.
    if (!options.isJson) process.stdout.write(`${formatFigures(some)}\n`);
  }
  const machine = { cores: availableParallelism(), node: process.version, platform: process.platform };
  if (options.isJson) process.stdout.write(toJson(figures, machine));
}

async function* measure({ benches, sizes, pages }: BenchOptions): AsyncGenerator<readonly Figure[]> {
  const needsLibrary =
    benches.length === 0 || benches.some((bench) => LIBRARYLESS.every((without) => without !== bench));
  if (benches.includes('start')) yield await measureEmpty(measureStartOfEmpty);
  if (benches.includes('packaged')) yield await measureEmpty((folder) => measurePackaged({ folder, size: 0 }));
  for (const size of needsLibrary ? sizes : []) {
    const seeded = await seedLibrary(size);
    if (benches.includes('store')) yield await measureStore(seeded);
    if (benches.includes('index')) yield await measureIndex(seeded);
    yield* measurePrepared(seeded, benches);
  }
  for (const size of benches.includes('timeline') ? sizes : []) yield await measureTimeline(size);
  if (benches.includes('import')) yield await measureExportFile();
  if (benches.includes('reader')) yield await measureReader();
  if (benches.includes('bulk')) yield await measureBulk();
  if (benches.includes('highlights')) yield await measureHighlights();
  if (benches.includes('capture')) yield await measureCapture(pages);
  if (benches.includes('feeds')) yield await measureFeeds();
  if (benches.includes('trip')) yield await measureTrip();
}

function measureStartOfEmpty(folder: string): Promise<readonly Figure[]> {
  return measureStart({ folder, size: 0, queries: [] });
}

async function measureEmpty(measureFolder: (folder: string) => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  const folders = appFolders();
  try {
    return await measureFolder(folders.library);
  } finally {
    folders.remove();
  }
}

async function* measurePrepared(seeded: SeededLibrary, benches: readonly Bench[]): AsyncGenerator<readonly Figure[]> {
  const asked = benches.flatMap((bench) => (isPrepared(bench) ? [bench] : []));
  if (asked.length === 0) return;
  process.stderr.write(`Preparing a library of ${seeded.posts.saved} articles…\n`);
  const library = await prepareLibrary(seeded);
  try {
    for (const bench of asked) yield await PREPARED[bench](library);
  } finally {
    library.remove();
  }
}
