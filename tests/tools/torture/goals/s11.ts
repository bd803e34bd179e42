// S11: texts that stand for far more than they are end soon, in little memory, and make nobody read a file.
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { buildProgram } from '../../../helpers/buildProgram.ts';
import { joinParts, type Goal } from '../goal.ts';
import { TEXT_BOMBS } from '../textBombs.ts';

const MOST = { ms: 2_000, mb: 150 };
/** Refused in words, or read; anything else is a crash. */
const ENDS = ['read', 'range', 'unreadable', 'too-large', 'no-content', 'bad-input', 'timeout'];
const AFTER_MS = 60_000;
const said = v.object({ end: v.string(), ms: v.number(), mb: v.number(), hasFile: v.boolean() });

interface End extends v.InferOutput<typeof said> {
  readonly name: string;
}

/** See `docs/promises.md`. */
export const s11: Goal = {
  id: 'S11',
  goal: 'bombs in text',
  figure:
    'billion laughs, quadratic, 10 MB of references, 200,000 deep, files as entities in RSS, Atom, OPML, SVG: an answer in ≤ 2 s and ≤ 150 MB, no file read',
  needs: [],
  limitMinutes: { short: 5, long: 8 },
  async run({ work, isLong }) {
    const program = join(work, 'readBomb.cjs');
    await buildProgram('tests/tools/torture/programs/readBomb.ts', program);
    const file = join(work, 'bomb');
    const ends: End[] = [];
    for (const { name, kind, make, isOwn } of TEXT_BOMBS) {
      if (isOwn && !isLong) continue;
      await writeFile(file, make());
      ends.push({ name, ...runOne(program, kind, file) });
    }
    const crashed = ends.filter(({ end }) => !ENDS.includes(end));
    const slow = ends.filter(({ ms }) => ms > MOST.ms);
    const fat = ends.filter(({ mb }) => mb > MOST.mb);
    const read = ends.filter(({ hasFile }) => hasFile);
    const list = (some: readonly End[], say: (end: End) => string): string =>
      some.length === 0 ? '' : `: ${some.map((end) => `${end.name} ${say(end)}`).join(', ')}`;
    const slowest = ends.toSorted((a, b) => b.ms - a.ms)[0];
    const fattest = ends.toSorted((a, b) => b.mb - a.mb)[0];
    await writeFile(file, '<p>root:x:0:0</p>');
    const control = runOne(program, 'page', file);
    return {
      tried: `${ends.length} texts, each by the parser that reads such texts in the app, in a process of its own; time of the processor, memory beyond what the program and the text took`,
      ...joinParts([
        {
          measured: `${crashed.length} without an answer${list(crashed, ({ end }) => end)}`,
          isHeld: crashed.length === 0,
        },
        {
          measured: `${slow.length} slower than 2 s${list(slow, ({ ms }) => `${ms.toFixed(0)} ms`)}`,
          isHeld: slow.length === 0,
        },
        {
          measured: `${fat.length} with more than 150 MB${list(fat, ({ mb }) => `${mb.toFixed(0)} MB`)}`,
          isHeld: fat.length === 0,
        },
        { measured: `${read.length} read a file`, isHeld: read.length === 0 },
        {
          measured: `slowest ${slowest?.name ?? ''} ${slowest?.ms.toFixed(0) ?? ''} ms, largest ${fattest?.name ?? ''} ${fattest?.mb.toFixed(0) ?? ''} MB`,
          isHeld: true,
        },
      ]),
      control: { tried: 'a page that has the first line of such a file in it: it was seen', hasFired: control.hasFile },
    };
  },
};

function runOne(program: string, kind: string, file: string): Omit<End, 'name'> {
  const { stdout, stderr, signal, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=512', '--stack-size=3900', program, kind, file],
    { encoding: 'utf8', timeout: AFTER_MS },
  );
  if (status !== 0) return { end: `${signal ?? status} ${stderr.slice(-200)}`, ms: 0, mb: 0, hasFile: false };
  return v.parse(said, JSON.parse(stdout));
}
