// The real app with an article open somewhere in its middle; how long the window takes to be back there after its process was killed out.
import { mkdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { openLibrary } from '../../../electron/store/library.ts';
import { appFolders, startApp, type RunningApp } from '../../helpers/electronApp.ts';
import { aDraft, articlesOf, someFiles } from '../../unit/store/drafts.ts';

const TITLE = 'The echo survey';
const PARAGRAPHS = 60;
const PLACE = 'Paragraph 40.';
const MOST_MS = 30_000;
const LOOK_MS = 25;

/** What was seen of one kill after another. */
export interface Returns {
  readonly backMs: readonly number[];
  /** Where the reader stood after each. */
  readonly places: readonly string[];
  /** Articles in the library at the end. */
  readonly articles: number;
}

/** The paragraph at the top of the article's window; empty when there is none. */
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

/** Kills the process of the window so many times, with so long between that each is a new accident. */
export async function killWindow(kills: number): Promise<Returns> {
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
  const after = await openLibrary(folders.library, { now: () => new Date() });
  const articles = (await articlesOf(after)).filter((article) => article.id === id).length;
  await after.close();
  folders.remove();
  return { backMs, places, articles };
}
