// The real app with an article open somewhere in its middle; how long the window takes to be back there after its process was killed out.
import { mkdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import type { ArticleId } from '#contract/article.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { appFolders, startApp, type AppFolders, type RunningApp } from '../../helpers/electronApp.ts';
import { aDraft, articlesOf, someFiles } from '../../unit/store/drafts.ts';

const TITLE = 'The echo survey';
const PARAGRAPHS = 60;
const PLACE = 'Paragraph 40.';
const MOST_MS = 30_000;
const HANGING_MS = 15_000;
const LOOK_MS = 25;

/** What was seen of one kill after another. */
export interface Returns {
  readonly backMs: readonly number[];
  /** Where the reader stood after each. */
  readonly places: readonly string[];
  /** Whether the article is in the library at the end. */
  readonly isThere: boolean;
}

/** A script for the window: the paragraph at the top of the article; empty when there is none. */
const TOP = `(() => {
  const body = document.querySelector('iframe')?.contentDocument?.body;
  const words = (each) => each.textContent.replaceAll('\u00AD', '');
  const top = [...(body?.querySelectorAll('p') ?? [])].find((each) => words(each).startsWith('Paragraph') && each.getBoundingClientRect().bottom > 26);
  return /^Paragraph \\d+\\./.exec(top === undefined ? '' : words(top))?.[0] ?? '';
})()`;

function topOf(app: RunningApp): Promise<string> {
  return app.electron
    .evaluate(
      ({ BrowserWindow }, script) =>
        BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript(script)
          .catch(() => ''),
      TOP,
    )
    .then((found: unknown) => v.parse(v.fallback(v.string(), ''), found));
}

async function waitFor(app: RunningApp, place: string): Promise<number | undefined> {
  const begun = performance.now();
  while (performance.now() - begun < MOST_MS) {
    if ((await Promise.race([topOf(app), pause(1_000, '')])) === place) return performance.now() - begun;
    await pause(LOOK_MS);
  }
  return undefined;
}

/** The app, running on a library of its own with an article open in its middle. */
interface Reading {
  readonly folders: AppFolders;
  readonly id: ArticleId;
  readonly app: RunningApp;
}

/** Opens an article and reads up to its middle. */
async function readOn(): Promise<Reading> {
  const folders = appFolders();
  await mkdir(folders.library, { recursive: true });
  const library = await openLibrary(folders.library, { now: () => new Date() });
  const all = Array.from(
    { length: PARAGRAPHS },
    (_, at) => `Paragraph ${at + 1}. ${'The boat leaves at nine and comes back at six. '.repeat(6)}`,
  );
  const { id } = await library.add(aDraft({ title: TITLE }), {
    ...someFiles(all.join('\n\n')),
    content: all.map((text) => `<p>${text}</p>`).join(''),
  });
  await library.close();
  const app = await startApp(folders);
  await app.window.getByRole('button', { name: TITLE, exact: true }).press('Enter', { timeout: MOST_MS });
  await app.window
    .frameLocator('iframe')
    .locator('p', { hasText: PLACE })
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));
  // The place is kept a moment after the person came to rest.
  await waitFor(app, PLACE);
  await pause(3_000);
  return { folders, id, app };
}

/** Whether the article is still in its library; removes all of it. */
async function isStillThere({ folders, id }: Reading): Promise<boolean> {
  const library = await openLibrary(folders.library, { now: () => new Date() });
  const found = await articlesOf(library);
  await library.close();
  folders.remove();
  return found.some((article) => article.id === id);
}

/** Kills the process of the window so many times, with so long between that each is a new accident. */
export async function killWindow(kills: number): Promise<Returns> {
  const reading = await readOn();
  const { app } = reading;
  const [backMs, places]: [number[], string[]] = [[], []];
  for (let kill = 0; kill < kills; kill += 1) {
    await app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const gone = new Promise<void>((done) => contents?.once('render-process-gone', () => done()));
      process.kill(contents?.getOSProcessId() ?? 0, 'SIGKILL');
      return gone;
    });
    backMs.push((await waitFor(app, PLACE)) ?? Number.POSITIVE_INFINITY);
    places.push(await topOf(app));
  }
  const closed = app.electron.waitForEvent('close');
  await app.electron.evaluate(({ app: own }) => own.quit());
  await closed;
  return { backMs, places, isThere: await isStillThere(reading) };
}

/** What was seen of one hang. */
export interface Hang {
  /** From when it was noticed until its process was ended, or until nobody waited any longer. */
  readonly endedMs: number;
  /** From then on until the window was at the same place; `null` when it was not. */
  readonly backMs: number | null;
  readonly isThere: boolean;
}

/**
 * Has the window hang once in a script without end, with what looks after it or without. Chromium does not mind a window that hangs while a debugger, such as the one that
 * drives this, is attached; so that it does is said in its place.
 */
export async function hangWindow(isCared: boolean): Promise<Hang> {
  const reading = await readOn();
  const { app } = reading;
  const begun = performance.now();
  const isGone = await app.electron.evaluate(
    async ({ BrowserWindow }, { cared, mostMs }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) return false;
      if (!cared) window.removeAllListeners('unresponsive');
      const gone = new Promise<boolean>((done) => {
        window.webContents.once('render-process-gone', () => done(true));
        setTimeout(() => done(false), mostMs);
      });
      window.webContents.executeJavaScript('for (;;);').catch(() => undefined);
      window.emit('unresponsive');
      return gone;
    },
    { cared: isCared, mostMs: HANGING_MS },
  );
  const endedMs = performance.now() - begun;
  const backMs = isGone ? ((await waitFor(app, PLACE)) ?? null) : null;
  const closed = app.electron.waitForEvent('close');
  // What hangs does not quit.
  if (isGone) await app.electron.evaluate(({ app: own }) => own.quit());
  else app.electron.process().kill('SIGKILL');
  await closed;
  return { endedMs, backMs, isThere: await isStillThere(reading) };
}
