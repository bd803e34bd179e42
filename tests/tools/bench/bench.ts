// `npm run bench -- capture [PAGES]`: measures the real app on a site of this machine and prints what it cost, beside a floor of the same run.
import { measureCapture } from './capture.ts';

const [what, count = '200'] = process.argv.slice(2);
const pages = Number(count);
if (what !== 'capture' || !Number.isInteger(pages) || pages < 1) {
  process.stderr.write('use: npm run bench -- capture [PAGES]\n');
  process.exitCode = 2;
} else {
  process.stdout.write(await measureCapture(pages));
}
