// `npm start` as a person types it: the app comes up with what it was given, and ends when the terminal says so.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { appFolders } from '../helpers/electronApp.ts';

test('npm start opens the app, which saves a file that it is given, and Ctrl-C closes it', async () => {
  const folders = appFolders();
  const page = resolve('tests/fixtures/pages/news/page.html');
  const words = ['start', '-s', '--', '--library', folders.library, `--user-data-dir=${folders.profile}`, page];
  // A group of its own: Ctrl-C goes to all that was started.
  const started = spawn('npm', words, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((done) => started.on('close', done));
  const articles = join(folders.library, 'articles');
  await expect
    .poll(() => (existsSync(articles) ? readdirSync(articles, { recursive: true }).map(String) : []), {
      timeout: 40_000,
    })
    .toContainEqual(expect.stringMatching(/content\.html$/));
  if (started.pid !== undefined) process.kill(-started.pid, 'SIGINT');
  await ended;
  expect(existsSync(join(folders.library, 'lock.json'))).toBe(false);
  folders.remove();
});
