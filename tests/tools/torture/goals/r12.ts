// R12: files that are broken in any way are read or refused in words, soon.
import { joinParts, type Goal } from '../goal.ts';
import { readMalformed } from '../malformed.ts';

const FILES = { short: 400, long: 10_000 };
const MOST_MS = 5_000;
const MOST_MB = 512;

/** See `docs/promises.md`. */
export const r12: Goal = {
  id: 'R12',
  goal: 'malformed input',
  figure:
    '10,000 generated files each of HTML, JSON, CSV, XML/OPML, MHTML, 100,000 before a release: 0 crashes, 0 unhandled rejections, none > 5 s or > 512 MB',
  needs: [],
  limitMinutes: { short: 5, long: 60 },
  async run({ seed, isLong, share }) {
    let rejections = 0;
    process.on('unhandledRejection', () => (rejections += 1));
    const each = isLong ? FILES.long : Math.ceil(FILES.short * share);
    const all = readMalformed(each, seed);
    // What was rejected and not waited for is told after this turn.
    await new Promise((turn) => setImmediate(turn));
    // The most the process ever held, its own program included.
    const peakMb = process.resourceUsage().maxRSS / 1_024;
    const wrong = all.flatMap((format) => format.wrong);
    const slowestMs = Math.max(...all.map((format) => format.slowestMs));
    const trusting = all.find(({ trustingFails }) => trustingFails > 0)?.trustingFails ?? 0;
    return {
      tried: `${each.toLocaleString('en')} files each of ${all.map(({ format }) => format).join(', ')}: fixtures with bytes changed, cut, doubled, mixed with others and full of what parsers stumble over, one after another in one process, which collects what they left after every hundred`,
      ...joinParts([
        { measured: `${wrong.length} crashes ${wrong.slice(0, 3).join(' / ')}`.trim(), isHeld: wrong.length === 0 },
        { measured: `${rejections} unhandled rejections`, isHeld: rejections === 0 },
        { measured: `slowest ${(slowestMs / 1_000).toFixed(2)} s`, isHeld: slowestMs <= MOST_MS },
        { measured: `at most ${Math.round(peakMb)} MB`, isHeld: peakMb <= MOST_MB },
        { measured: `${all.reduce((sum, { refused }) => sum + refused, 0)} refused in words`, isHeld: true },
      ]),
      control: {
        tried: `JSON.parse on the same JSON files: threw at ${trusting} of ${each}`,
        hasFired: trusting > 0,
      },
    };
  },
};
