// `npm run bench`: measures the app and its rooms and prints every figure beside a floor or a peer of the same run. No figure fails it.
import { availableParallelism } from 'node:os';
import { measureCapture } from './capture.ts';
import { formatFigures, toJson, type Figure } from './figures.ts';
import { parseOptions, USAGE, type Bench, type BenchOptions } from './options.ts';
import { seedLibrary, type SeededLibrary } from './seedLibrary.ts';
import { measureStore } from './store.ts';

const MEASURES: Readonly<Record<Exclude<Bench, 'capture'>, (seeded: SeededLibrary) => Promise<readonly Figure[]>>> = {
  store: measureStore,
};

const options = parseOptions(process.argv.slice(2));
if (options === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const figures = await measure(options);
  const machine = { cores: availableParallelism(), node: process.version, platform: process.platform };
  process.stdout.write(options.isJson ? toJson(figures, machine) : formatFigures(figures));
}

async function measure({ benches, sizes, pages }: BenchOptions): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const needsLibrary = benches.length === 0 || benches.some((bench) => bench !== 'capture');
  for (const size of needsLibrary ? sizes : []) {
    const seeded = await seedLibrary(size);
    for (const bench of benches) {
      if (bench === 'capture') continue;
      process.stderr.write(`${bench}, ${size} articles…\n`);
      figures.push(...(await MEASURES[bench](seeded)));
    }
  }
  if (benches.includes('capture')) figures.push(...(await measureCapture(pages)));
  return figures;
}
