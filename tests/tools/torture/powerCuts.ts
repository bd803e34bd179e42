// A program that works on a small ext4 of its own in; what the next start finds after the power was cut out. The disk is an image, and its copy, taken
// while it is mounted and nothing writes any more, is what a machine finds that lost its power: what only memory held is not in it.
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { startChild, type Child } from '../../unit/store/childProcess.ts';
import { seededRandom } from '../../unit/store/drafts.ts';
import { expectAcknowledged, lookThrough } from '../../unit/store/kills.ts';

const IMAGE_MB = 32;
/** What was said before the program was stopped is read by then. */
const READ_MS = 30;

/** How ext4 treats a rename over a file whose bytes are not written yet. */
export type MountOption = 'defaults' | 'noauto_da_alloc';

/** What came of many cuts. */
export interface Cuts {
  readonly cuts: number;
  readonly acknowledged: number;
  readonly wrong: readonly string[];
}

/** Cuts the power of a library at work so many times. */
export async function cutLibrary(work: string, option: MountOption, cuts: number, seed: number): Promise<Cuts> {
  const program = join(work, 'child.cjs');
  await buildProgram('tests/unit/store/childProgram.ts', program);
  const wrong: string[] = [];
  const random = seededRandom(seed);
  let acknowledged = 0;
  for (let cut = 1; cut <= cuts; cut += 1) {
    await cutOnce(work, program, option, seed * 1_000 + cut, random, async (child, folder) => {
      try {
        acknowledged += expectAcknowledged(
          new Map(),
          child.lines,
          await lookThrough(join(folder, 'library')),
          `cut ${cut}`,
        );
      } catch (failure) {
        wrong.push(`cut ${cut}: ${String(failure).slice(0, 300)}`);
      }
    });
  }
  return { cuts, acknowledged, wrong };
}

/** How many of at most so many cuts lost something that lowdb, as it comes, had acknowledged; the first loss ends it. */
export async function cutStock(
  work: string,
  cuts: number,
  seed: number,
): Promise<{ readonly cuts: number; readonly lost: string | undefined }> {
  const program = join(work, 'stock.cjs');
  await buildProgram('tests/tools/torture/programs/stockLoop.ts', program);
  const random = seededRandom(seed);
  for (let cut = 1; cut <= cuts; cut += 1) {
    let lost: string | undefined;
    await cutOnce(work, program, 'defaults', cut, random, async (child, folder) => {
      const said = child.lines.flatMap((line) => (line.says === 'has' ? [Number(line.title)] : [])).at(-1) ?? 0;
      const text = await readFile(join(folder, 'library/count.json'), 'utf8').catch(() => 'no file');
      const found = Number(/"count": (\d+)/.exec(text)?.[1] ?? 0);
      if (found < said) lost = `${said} acknowledged, ${found} found`;
    });
    if (lost !== undefined) return { cuts: cut, lost };
  }
  return { cuts, lost: undefined };
}

async function cutOnce(
  work: string,
  program: string,
  option: MountOption,
  seed: number,
  random: () => number,
  look: (child: Child, folder: string) => Promise<void>,
): Promise<void> {
  const [image, copy, on, after] = ['disk', 'disk-after', 'on', 'after'].map((name) => join(work, name));
  if (image === undefined || copy === undefined || on === undefined || after === undefined) throw new Error('no names');
  await Promise.all([mkdir(on, { recursive: true }), mkdir(after, { recursive: true })]);
  run('truncate', '-s', '0', image);
  run('truncate', '-s', `${IMAGE_MB}m`, image);
  run('mkfs.ext4', '-q', '-F', image);
  run('mount', '-o', `loop,${option}`, image, on);
  let child: Child | undefined;
  try {
    await mkdir(join(on, 'library'));
    // The folder itself was there before.
    run('sync', '-f', on);
    child = startChild(program, join(on, 'library'), seed, 'work');
    await child.opened;
    await child.said(3);
    await pause(random() * 500);
    child.stop();
    await pause(READ_MS);
    await copyFile(image, copy, constants.COPYFILE_FICLONE);
  } finally {
    await child?.kill();
    run('umount', on);
  }
  run('mount', '-o', `loop,${option}`, copy, after);
  try {
    await look(child, after);
  } finally {
    run('umount', after);
    await rm(copy);
  }
}

function run(program: string, ...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
}
