// `npm run bench`: measures the app and its rooms and prints every figure beside a floor or a peer of the same run. No figure fails it.
import { parseOptions, USAGE } from './options.ts';
import { measureCapture } from './capture.ts';
import { seedLibrary } from './seedLibrary.ts';

const options = parseOptions(process.argv.slice(2));
if (options === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  for (const size of options.benches.length === 0 ? options.sizes : []) {
    const started = performance.now();
    const { folder, sizes } = await seedLibrary(size);
    process.stderr.write(`${folder} ${JSON.stringify(sizes)} ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  }
  if (options.benches.includes('capture')) process.stdout.write(await measureCapture(options.pages));
}
