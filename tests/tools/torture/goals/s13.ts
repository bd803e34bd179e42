// S13: what a page keeps in a browser while it is saved is gone afterwards, and nothing is written but what the library keeps.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron } from 'playwright/test';
import { buildProgram } from '../../../helpers/buildProgram.ts';
import { startSite } from '../../../helpers/site.ts';
import type { Rendering } from '../../../electron/renderProgram.ts';
import { joinParts, type Goal } from '../goal.ts';

declare const rendering: Rendering;

const MARK = 'torture-mark-9f3c1a';
const LIMITS = { totalMs: 40_000, loadMs: 8_000, quietMs: 5_000 };
const PAGE = `<title>Keeper</title><p id="out">Seen before:</p><script type="module">
  const say = (text) => document.getElementById('out').append(' [' + text + ']');
  const found = [];
  if (document.cookie.includes('mark=')) found.push('cookie');
  if (localStorage.getItem('mark')) found.push('storage');
  if ((await caches.keys()).length > 0) found.push('caches');
  if ((await indexedDB.databases()).length > 0) found.push('database');
  if ((await navigator.serviceWorker?.getRegistrations() ?? []).length > 0) found.push('worker');
  document.cookie = 'mark=${MARK}; max-age=9999999';
  localStorage.setItem('mark', '${MARK}');
  sessionStorage.setItem('mark', '${MARK}');
  await (await caches.open('mark')).put('/kept', new Response('${MARK}')).catch(() => undefined);
  await new Promise((done) => { const open = indexedDB.open('mark'); open.onupgradeneeded = () => open.result.createObjectStore('mark').put('${MARK}', 1); open.onsuccess = open.onerror = done; });
  await navigator.serviceWorker?.register('/worker.js').then(() => say('worker registered'), () => say('worker refused'));
  await fetch('/cached').then((answer) => answer.text());
  say(found.length === 0 ? 'nothing' : found.join('+'));
  say('kept');
</script>`;

/** See `docs/promises.md`. */
export const s13: Goal = {
  id: 'S13',
  goal: 'saving leaves nothing',
  figure:
    'cookies, storage, cache and service workers of a page after its save: none; a second save finds a clean browser; 0 files outside the library',
  needs: ['electron'],
  limitMinutes: { short: 4, long: 4 },
  async run({ work }) {
    const [program, temporary, profile] = [join(work, 'program'), join(work, 'tmp'), join(work, 'profile')];
    for (const folder of [program, temporary, profile]) await mkdir(folder);
    await buildProgram('tests/electron/renderProgram.ts', join(program, 'render.cjs'));
    writeFileSync(join(program, 'package.json'), JSON.stringify({ name: 'render', main: 'render.cjs' }));
    const site = await startSite({
      '/': { headers: { 'set-cookie': `server=${MARK}; Max-Age=9999999` }, body: PAGE },
      '/worker.js': {
        headers: { 'content-type': 'text/javascript' },
        body: `/* ${MARK} */ self.addEventListener('fetch', () => {})`,
      },
      '/cached': {
        headers: { 'cache-control': 'max-age=9999999', 'content-type': 'text/plain' },
        body: MARK.repeat(5_000),
      },
    });
    const before = listAll(work);
    const electron = await _electron.launch({
      executablePath: process.env['LAYOVER_ELECTRON'] ?? '',
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`, program],
      env: Object.fromEntries([
        ...Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
        ['TMPDIR', temporary],
      ]),
    });
    const texts: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const page = await electron.evaluate((_electron, [address, limits]) => rendering.render(address, limits), [
        site.url('/'),
        LIMITS,
      ] as const);
      texts.push('text' in page ? page.text : page.code);
    }
    await electron.close();
    await site.close();
    const asked = site.requests.filter((path) => path === '/cached').length;
    const files = listAll(work).filter((file) => !before.includes(file));
    const marked = files.filter((file) => readFileSync(join(work, file)).includes(MARK));
    const outside = files.filter((file) => !file.startsWith('profile/'));
    writeFileSync(join(profile, 'control'), `x${MARK}x`);
    const isSeen = listAll(work).some((file) => readFileSync(join(work, file)).includes(MARK));
    const clean = texts.filter((text) => text.includes('[nothing]') && text.includes('[kept]')).length;
    return {
      tried:
        'a page that keeps cookies, storage, caches, a database and a service worker, opened twice by the page renderer in real Electron; its profile and its temporary folder looked through',
      ...joinParts([
        { measured: `${clean} of 2 found a clean browser`, isHeld: clean === 2 },
        { measured: `${asked} of 2 asked the site again for what may be cached`, isHeld: asked === 2 },
        {
          measured: `${marked.length} files with something of the page ${marked.slice(0, 3).join(' ')}`.trim(),
          isHeld: marked.length === 0,
        },
        {
          measured: `${outside.length} files left outside of the profile ${outside.slice(0, 3).join(' ')}`.trim(),
          isHeld: outside.length === 0,
        },
      ]),
      control: {
        tried: `a file with something of the page in the profile: it was ${isSeen ? '' : 'not '}seen; the page did keep what it could`,
        hasFired: isSeen && texts.every((text) => text.includes('[kept]')),
      },
    };
  },
};

/** Files below a folder, by their paths in it. */
function listAll(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => existsSync(join(folder, name)) && statSync(join(folder, name)).isFile(),
  );
}
