// The command line of the packaged program, without a display: it says and does what the one of Node does, and leaves nothing behind but the library.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { layover, runToEnd, type Run } from '../helpers/commandLine.ts';
import { appFolders, type AppFolders } from '../helpers/electronApp.ts';
import { NIGHT_LINES, nightLinesRoutes } from '../helpers/nightLines.ts';
import { asRoot, packagedProgram } from '../helpers/packagedApp.ts';
import { startSite } from '../helpers/site.ts';

const POST = resolve(import.meta.dirname, '../fixtures/text/post.txt');

let folders: AppFolders;

test.beforeEach(() => {
  folders = appFolders();
});

test.afterEach(() => folders.remove());

function start(words: readonly string[]): ChildProcessWithoutNullStreams {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const home = join(dirname(folders.library), 'home');
  return spawn(packagedProgram(), [...asRoot(), ...words], {
    env: { ...env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
  });
}

/** What Chromium says of a machine without a message bus is taken away. */
async function packaged(words: readonly string[], input: string | Uint8Array | null = ''): Promise<Run> {
  const run = await runToEnd(start(words), input);
  return { ...run, stderr: run.stderr.replaceAll(/^\[\d+:.*bus\.cc.*\n/gm, '') };
}

test('saving, listing, showing and verifying answer as the command line of Node does, with its exit codes', async () => {
  test.setTimeout(90_000);
  const site = await startSite(nightLinesRoutes);
  const at = (name: string): string[] => ['--library', join(dirname(folders.library), name)];
  const save = ['save', '--private', site.url('/night-lines'), POST, '--json'];
  const [one, other] = [await packaged([...at('one'), ...save]), await layover([...at('other'), ...save])];
  await site.close();
  const own = /"(?:id|saved|savedAt|added)": "[^"]*"|umo[a-z2-7]{13}/g;
  expect({ ...one, stdout: one.stdout.replaceAll(own, '') }).toEqual({
    ...other,
    stdout: other.stdout.replaceAll(own, ''),
  });
  expect(one).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(NIGHT_LINES.title) });

  const commands: readonly (readonly [readonly string[], number, (string | Uint8Array)?])[] = [
    [['list', '--json'], 0],
    [['verify'], 0],
    [['extract', '-'], 0, readFileSync(POST)],
    [['show', 'nothing'], 1],
    [['check', '--trip', 'Lisbon'], 1],
    [['list', '--batch'], 2],
  ];
  for (const [words, code, input = ''] of commands) {
    const run = await packaged([...at('one'), ...words], input);
    expect(run).toEqual(await layover([...at('one'), ...words], input));
    expect(run.code).toBe(code);
  }
  expect(existsSync(join(dirname(folders.library), 'home'))).toBe(false);
});

test('it ends when it is done, whatever becomes of its input and its reader', async () => {
  const words = ['--library', folders.library, 'list'];
  await layover(['--library', folders.library, 'save', POST]);
  const started = performance.now();
  const run = await packaged(words, null);
  console.log(`the packaged program took ${Math.round(performance.now() - started)} ms to list a library`);
  expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('The Strike That Nobody Planned') });
  const unread = start(words);
  unread.stdout.destroy();
  expect(await runToEnd(unread, null)).toMatchObject({ code: 0 });
});
