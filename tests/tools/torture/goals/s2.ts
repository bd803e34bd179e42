// S2: reading asks nothing of a network, even where what is read was never sanitised.
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright/test';
import { openLibrary } from '../../../../electron/store/library.ts';
import type { RunningApp } from '../../../helpers/electronApp.ts';
import { startRawSite } from '../../../helpers/site.ts';
import { aDraft, someFiles } from '../../../unit/store/drafts.ts';
import { joinParts, type Goal, type Part } from '../goal.ts';
import { leakConstructs } from '../hostile/leaks.ts';
import { OWN_VECTORS } from '../hostile/ownVectors.ts';
import { LEAKS, lackOfVectors, publicVectors } from '../hostile/publicVectors.ts';
import { storedHtml } from '../hostile/storedHtml.ts';
import { readNetLog } from '../netLog.ts';
import { openArticle, readThrough } from '../readThrough.ts';
import { foldersIn, withApp } from '../realApp.ts';

const FORM = {
  short: { savedPages: 4, readMs: 1_000, namedMs: 600, leakPages: 2 },
  long: { savedPages: 200, readMs: 60_000, namedMs: 5_000, leakPages: Infinity },
};
/** Where the session's dead proxy would be. */
const DEAD = /^127\.0\.0\.1:9$/;
const VECTORS_A_PAGE = 40;
const CONTROL_MS = 600;

/** See `docs/promises.md`. */
export const s2: Goal = {
  id: 'S2',
  goal: 'reading is silent',
  figure:
    '0 connections and 0 look-ups for 216 leak addresses, 24 constructs and 200 saved pages, each scrolled, hovered over and printed',
  needs: ['electron'],
  limitMinutes: { short: 5, long: 400 },
  async run({ work, isLong }) {
    const form = isLong ? FORM.long : FORM.short;
    const leaks = publicVectors().get(LEAKS) ?? [];
    const most = leaks.toSorted((a, b) => b.length - a.length).slice(0, form.leakPages);
    const constructs = leakConstructs();
    const folders = await foldersIn(work);
    const library = await openLibrary(folders.library, { now: () => new Date() });
    const add = async (title: string, content: string): Promise<string> =>
      (
        await library.add(aDraft({ title }), {
          ...someFiles(),
          content: `<p>Text.</p>${content}${'<p>More of it.</p>'.repeat(40)}`,
        })
      ).id;
    const raw: string[] = [];
    for (const [index, leak] of most.entries()) raw.push(await add(`Leaks ${index}`, leak));
    for (let from = 0; from < constructs.length; from += 8)
      raw.push(await add(`Constructs ${from}`, constructs.slice(from, from + 8).join('')));
    const saved: string[] = [];
    for (let index = 0; index < form.savedPages; index += 1) {
      const from = (index * VECTORS_A_PAGE) % OWN_VECTORS.length;
      saved.push(
        await add(
          `Saved ${index}`,
          storedHtml(
            [
              ...leaks.slice(index % Math.max(1, leaks.length), (index % Math.max(1, leaks.length)) + 1),
              ...OWN_VECTORS.slice(from, from + VECTORS_A_PAGE),
            ].join('<hr>'),
          ),
        ),
      );
    }
    await library.close();
    const listener = await startRawSite((socket) => socket.destroy());
    try {
      const names = `--host-resolver-rules=MAP * ${new URL(listener.origin).host}, EXCLUDE 127.0.0.1, EXCLUDE *.lookup.test`;
      const pages = [...raw, ...saved];
      // As people start it: the app has rules of its own for names, and no other is given.
      const log = join(work, 'net.json');
      const asked = await withApp(folders, (app) => readAll(app, pages, form.readMs), [`--log-net-log=${log}`]);
      const { lookUps, connects } = readNetLog(log);
      const foreign = connects.filter((to) => !DEAD.test(to));
      // With names that lead to the listener in the place of those rules, so that the session alone is what holds.
      await withApp(folders, (app) => readAll(app, pages, form.namedMs), [names]);
      const quiet = listener.connections;
      const control = join(work, 'control.json');
      const underPolicy = await withApp(
        folders,
        async (app) => {
          await unlock(app.electron);
          await readAll(app, raw, CONTROL_MS);
          const sofar = listener.connections - quiet;
          await takeOffPolicy(app.electron);
          await readAll(app, raw, CONTROL_MS);
          return sofar;
        },
        [names, `--log-net-log=${control}`],
      );
      const leaked = {
        connections: listener.connections - quiet - underPolicy,
        lookUps: readNetLog(control).lookUps.length,
      };
      const lack = lackOfVectors();
      const part = (measured: string, count: number): Part => ({
        measured: `${count} ${measured}`,
        isHeld: count === 0,
      });
      return {
        tried: `${most.length} of ${leaks.length} pages of leak addresses (one has all 216) and ${constructs.length} constructs, put into the library as they came, and ${saved.length} saved pages; each read for ${form.readMs / 1_000} s in the real app, scrolled, hovered over, printed, in the app as it is shipped, and Chromium's own log of its network is read; then once more for ${form.namedMs / 1_000} s with every name leading to a listener that counts connections, in the place of the app's own rule that no name is looked up`,
        ...joinParts([
          part('connections to the listener', quiet),
          part(`names looked up ${[...new Set(lookUps)].slice(0, 3).join(' ')}`.trim(), lookUps.length),
          part(
            `sockets elsewhere than to the dead proxy ${[...new Set(foreign)].slice(0, 3).join(' ')}`.trim(),
            foreign.length,
          ),
          {
            measured: `${asked.length} requests of other schemes than ours, all refused before a socket`,
            isHeld: true,
          },
        ]),
        control: {
          tried: `the same articles with the session's proxy, its refusal of requests and the rule for names off: ${underPolicy} connections under the article's policy alone, ${leaked.connections} without it, ${leaked.lookUps} look-ups in all`,
          hasFired: leaked.connections > 0 && leaked.lookUps > 0,
        },
        ...(lack === undefined ? {} : { leftOut: [`the 216 addresses: ${lack}`] }),
      };
    } finally {
      await listener.close();
    }
  },
};

async function readAll(app: RunningApp, ids: readonly string[], ms: number): Promise<readonly string[]> {
  for (const id of ids) {
    await openArticle(app.window, id);
    await readThrough(app.window, ms);
    await app.electron.evaluate(async ({ BrowserWindow }) => {
      await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({});
    });
  }
  return app.foreignRequests();
}

/** And that as well. */
function takeOffPolicy(electron: ElectronApplication): Promise<void> {
  return electron.evaluate(({ session }) => {
    session.fromPartition('persist:app').webRequest.onHeadersReceived(({ responseHeaders, url }, decide) => {
      const kept = Object.entries(responseHeaders ?? {}).filter(
        ([name]) => name.toLowerCase() !== 'content-security-policy',
      );
      decide(url.includes('/article/') ? { responseHeaders: Object.fromEntries(kept) } : {});
    });
  });
}

/** Takes off what keeps the session from the network; the article's policy stays. */
function unlock(electron: ElectronApplication): Promise<void> {
  return electron.evaluate(async ({ session }) => {
    const own = session.fromPartition('persist:app');
    own.webRequest.onBeforeRequest(null);
    await own.setProxy({ mode: 'direct' });
    await own.closeAllConnections();
  });
}
