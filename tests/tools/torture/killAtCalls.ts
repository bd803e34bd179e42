// A folder in; what came of processes that were killed in their system calls out: single changes, and an import that is begun again.
import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLibrary } from '../../../electron/store/library.ts';
import { prepareTrials } from './changeTrials.ts';
import { CHANGES } from './programs/changes.ts';
import { callSites, someSites, withFault, WRITE_CALLS } from './traced.ts';

/** What came of many kills. */
export interface CallKills {
  /** Calls on the library that a process was killed in. */
  readonly kills: number;
  /** Calls that were there to be killed in. */
  readonly calls: number;
  readonly wrong: readonly string[];
}

/** Kills each change in at most so many of its calls. */
export async function killChanges(work: string, seed: number, most: number): Promise<CallKills> {
  const trials = await prepareTrials(work);
  const wrong: string[] = [];
  let [kills, calls] = [0, 0];
  for (const change of CHANGES) {
    const sites = await trials.sites(change, WRITE_CALLS);
    calls += sites.length;
    for (const site of someSites(sites, most, seed)) {
      const { problem, hasStruck } = await trials.run(change, site, 'signal=SIGKILL');
      if (hasStruck) kills += 1;
      if (problem !== undefined) wrong.push(`${change} killed in ${site.call} ${site.nth}: ${problem}`);
    }
  }
  return { kills, calls, wrong };
}

/** Whether a program that acknowledges before it writes is caught by the same kills. */
export async function isHastyCaught(work: string): Promise<boolean> {
  const trials = await prepareTrials(work);
  const sites = await trials.sites('update', ['rename']);
  for (const site of sites) {
    const { end, isMade } = await trials.run('hasty-update', site, 'signal=SIGKILL');
    if (end.said.includes('has') && !isMade) return true;
  }
  return false;
}

const ROWS = 8;

/** Kills an import in at most so many of its calls, and begins it again each time. */
export async function killImports(work: string, seed: number, most: number): Promise<CallKills> {
  const program = join(process.env['QUALITY_ROOT'] ?? '.', 'out/cli.cjs');
  const [library, file, log] = [join(work, 'imported'), join(work, 'part_000000.csv'), join(work, 'import.log')];
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `Title ${at},https://s${at}.example/p,${1388534400 + at},t,unread`,
  );
  await writeFile(file, ['title,url,time_added,tags,status', ...rows].join('\n'));
  const words = ['--library', library, 'import', file];
  const renew = async (): Promise<void> => {
    await rm(library, { recursive: true, force: true });
    await mkdir(library);
  };
  await renew();
  const sites = await callSites({ program, words, log }, WRITE_CALLS, library);
  const wrong: string[] = [];
  let kills = 0;
  for (const site of someSites(sites, most, seed)) {
    await renew();
    const { struck } = await withFault({ program, words, log }, site, 'signal=SIGKILL');
    if (struck.some((line) => line.includes(library))) kills += 1;
    const { status, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
    const opened = await openLibrary(library, { now: () => new Date(), readOnly: true });
    const asked = opened.saves.list().map(({ source }) => (source.from === 'address' ? source.address : ''));
    const isWhole = asked.length === ROWS && new Set(asked).size === ROWS && opened.unreadable.length === 0;
    await opened.close();
    if (status !== 0 || !isWhole)
      wrong.push(`import killed in ${site.call} ${site.nth}: ended with ${status}, ${asked.length} rows, ${stderr}`);
  }
  return { kills, calls: sites.length, wrong };
}
