// The real app, running, and started once more with an address; how long it takes until the first one has that address out, from when the second process was asked for.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron } from 'playwright/test';
import { appArguments, electronPath } from '../../helpers/electronApp.ts';
import { foldersIn } from './realApp.ts';

/** What was seen. */
export interface HandedOver {
  /** Of each second start; the start of its process is part of it. */
  readonly tookMs: readonly number[];
  /** Right before each: from when a process of Electron was asked for until the first line of a program of one line ran in it. */
  readonly bareMs: readonly number[];
  /** Addresses that the first one had at the end, each of its own start. */
  readonly taken: number;
  /** Second starts that ended by themselves, with 0. */
  readonly ended: number;
  /** The same for a start that has a profile of its own, so that it knows nothing of the first: whether the first got its address. */
  readonly isStrangerTaken: boolean;
}

const MOST_MS = 15_000;

/** Starts the app a second time so many times, one after another. */
export async function handOver(work: string, times: number): Promise<HandedOver> {
  const folders = await foldersIn(work);
  // Only of the library that is nobody's choice there is one app for all starts.
  const words = (profile: string): string[] => {
    const all = appArguments({ ...folders, profile });
    return all.slice(0, all.indexOf('--library'));
  };
  const envAt = (home: string): NodeJS.ProcessEnv => ({ ...process.env, XDG_DATA_HOME: home });
  const home = join(work, 'home');
  await mkdir(home, { recursive: true });
  const env = Object.fromEntries(Object.entries(envAt(home)).map(([name, value]) => [name, value ?? '']));
  const electron = await _electron.launch({ executablePath: electronPath(), args: words(folders.profile), env });
  const page = await electron.firstWindow();
  await page.getByLabel('Address of a page to save').waitFor();
  const has = (address: string): Promise<boolean> =>
    page.evaluate(
      async (wanted) => JSON.stringify(await window.layover.call('save.list', undefined)).includes(wanted),
      address,
    );
  // Nothing listens there; that it is asked for is enough.
  const addressOf = (number: number): string => `http://127.0.0.1:9/handed-over-${number}`;
  const [tookMs, bareMs]: [number[], number[]] = [[], []];
  let ended = 0;
  for (let time = 0; time < times; time += 1) {
    bareMs.push(await startBare(join(work, 'bare'), words(join(work, 'bareProfile'))));
    const begun = performance.now();
    const second = spawn(electronPath(), [...words(folders.profile), addressOf(time)], {
      env: envAt(home),
      stdio: 'ignore',
    });
    const end: Promise<unknown[]> = once(second, 'exit');
    while (!(await has(addressOf(time))) && performance.now() - begun < MOST_MS)
      await new Promise((done) => setTimeout(done, 5));
    tookMs.push(performance.now() - begun);
    const [code] = await end;
    if (code === 0) ended += 1;
  }
  const elsewhere = join(work, 'elsewhere');
  const stranger = spawn(electronPath(), [...words(join(work, 'profile2')), addressOf(times)], {
    env: envAt(elsewhere),
    stdio: 'ignore',
  });
  await new Promise((done) => setTimeout(done, 2 * Math.max(...tookMs)));
  const isStrangerTaken = await has(addressOf(times));
  const strangerEnd = once(stranger, 'exit');
  stranger.kill('SIGKILL');
  await strangerEnd;
  const found = await Promise.all(tookMs.map((_, time) => has(addressOf(time))));
  const closed = electron.waitForEvent('close');
  await electron.evaluate(({ app }) => app.quit());
  await closed;
  return { tookMs, bareMs, taken: found.filter(Boolean).length, ended, isStrangerTaken };
}

/** What an Electron takes to begin at all on this machine and at this moment. */
async function startBare(folder: string, words: readonly string[]): Promise<number> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"name": "bare", "version": "0.0.0", "main": "main.cjs"}');
  await writeFile(join(folder, 'main.cjs'), "process.stdout.write('begun'); require('electron').app.exit(0);");
  const begun = performance.now();
  // The last word is the app's folder.
  const bare = spawn(electronPath(), [...words.slice(0, -1), folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  const end: Promise<unknown[]> = once(bare, 'exit');
  await Promise.race([once(bare.stdout, 'data'), end]);
  const took = performance.now() - begun;
  await end;
  return took;
}
