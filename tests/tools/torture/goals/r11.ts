// R11: a big import that is killed again and again ends with every row there exactly once.
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importKilled } from '../../../unit/importing/killedImports.ts';
import { joinParts, type Goal, type Part } from '../goal.ts';

const ROWS = 10_000;
const MOST_TIMES = 1.2;
const SIZES = { short: { rows: 4_000, kills: 8 }, long: { rows: ROWS, kills: 20 } };

function timeOf(words: readonly string[]): number {
  const begun = performance.now();
  spawnSync(process.execPath, [...words], { stdio: 'ignore' });
  return (performance.now() - begun) / 1_000;
}

/** Imports three rows of which the one in the middle has no address. */
async function importBadRow(folder: string, program: string): Promise<Part> {
  await mkdir(folder);
  const file = join(folder, 'part_000000.csv');
  await writeFile(
    file,
    'title,url,time_added,tags,status\nGood,https://a.example/1,1388534400,,unread\nBad,not an address,1388534401,,unread\nGood,https://a.example/2,1388534402,,unread',
  );
  const { status, stdout } = spawnSync(process.execPath, [program, '--library', folder, 'import', file], {
    encoding: 'utf8',
  });
  return {
    measured: `with a bad row between two good ones it ends with ${status}: ${stdout.split('\n')[1] ?? 'and says nothing'}`,
    isHeld: status === 0 && stdout.includes('2 on their way') && /1 (left out|failed)/.test(stdout),
  };
}

/** See `docs/promises.md`. */
export const r11: Goal = {
  id: 'R11',
  goal: 'big import',
  figure:
    '10,000 entries killed at 20 random points and begun again: exactly 10,000 there, 0 twice, tags and dates kept, in all ≤ 1.2 × one go, ≤ 300 MB, window usable; one bad row never stops it, a report lists it',
  needs: [],
  limitMinutes: { short: 4, long: 10 },
  async run({ seed, isLong, work }) {
    const { rows, kills } = isLong ? SIZES.long : SIZES.short;
    const program = join(process.env['QUALITY_ROOT'] ?? '.', 'out/cli.cjs');
    const timed = async (name: string, times: number) => {
      const folder = join(work, name);
      await mkdir(folder);
      const begun = performance.now();
      const found = await importKilled({ folder, program, rows, kills: times, seed });
      return { found, seconds: (performance.now() - begun) / 1_000 };
    };
    const once = await timed('once', 0);
    const { found, seconds } = await timed('killed', kills);
    const startSeconds = timeOf([program, '--help']);
    const withoutStarts = seconds - kills * startSeconds;
    const bad = await importBadRow(join(work, 'bad'), program);
    return {
      tried: `a table of ${rows.toLocaleString('en')} rows, the import killed ${found.killed} times at ${found.places} different places`,
      ...joinParts([
        {
          measured: `${found.rows} rows, ${found.rows - found.different} twice, ${found.withTags} with their tag`,
          isHeld: found.rows === rows && found.different === rows && found.withTags === rows,
        },
        { measured: `killed ${found.killed} of ${kills} times`, isHeld: found.killed === kills },
        {
          measured: `the last one ended with ${found.code} ${found.complaint}`.trim(),
          isHeld: found.code === 0 && found.complaint === '',
        },
        bad,
        {
          measured: `${seconds.toFixed(1)} s in all with ${kills + 1} starts, ${once.seconds.toFixed(1)} s in one go: ${(seconds / once.seconds).toFixed(1)} ×; without the ${startSeconds.toFixed(2)} s that each further start of the program takes before it does anything, ${(withoutStarts / once.seconds).toFixed(1)} ×`,
          isHeld: seconds <= MOST_TIMES * once.seconds,
        },
      ]),
      leftOut: ['memory and the window meanwhile (`npm run bench -- import` measures them)'],
    };
  },
};
