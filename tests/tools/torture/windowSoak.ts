// The real app's window, in which articles are opened and closed for a long time; how its memory and that of the main process grew after the first tenth out.
import { mkdir } from 'node:fs/promises';
import type { CDPSession } from 'playwright/test';
import * as v from 'valibot';
import { openLibrary } from '../../../electron/store/library.ts';
import { aDraft, someFiles } from '../../unit/store/drafts.ts';
import { foldersIn, withApp } from './realApp.ts';
import type { RunningApp } from '../../helpers/electronApp.ts';

/** What was seen; a growth of 1 is none. */
export interface WindowSoaked {
  readonly windowGrowth: number;
  readonly mainGrowth: number;
  /** Of the window after the first tenth, and at the end: bytes of its scripts, and documents that it holds. */
  readonly windowMb: readonly [number, number];
  readonly documents: readonly [number, number];
}

const ARTICLES = 10;
const PARAGRAPHS = 80;
const MOST_MS = 20_000;
const PARAGRAPH = 'The boat leaves at nine and comes back at six. '.repeat(6);

interface Held {
  readonly window: number;
  readonly main: number;
  readonly documents: number;
}

const metrics = v.object({ metrics: v.array(v.object({ name: v.string(), value: v.number() })) });

/** What is in use once everything that can go has gone. */
async function held({ electron }: RunningApp, session: CDPSession): Promise<Held> {
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
  const found = v.parse(metrics, await session.send('Performance.getMetrics')).metrics;
  const of = (name: string): number => found.find((each) => each.name === name)?.value ?? 0;
  const main = await electron.evaluate((): number => {
    const collect: unknown = Reflect.get(globalThis, 'gc');
    if (typeof collect !== 'function') return 0;
    for (let time = 0; time < 3; time += 1) Reflect.apply(collect, undefined, []);
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  });
  if (main === 0) throw new Error('the memory of the main process cannot be collected');
  return { window: of('JSHeapUsedSize'), main, documents: of('Documents') };
}

/** Opens and closes so many times; with `keeps`, the window holds on to each article that it showed. */
export async function soakWindow(work: string, openings: number, keeps = false): Promise<WindowSoaked> {
  const folders = await foldersIn(work);
  await mkdir(folders.library, { recursive: true });
  const library = await openLibrary(folders.library, { now: () => new Date() });
  for (let number = 0; number < ARTICLES; number += 1) {
    const all = Array.from({ length: PARAGRAPHS }, (_, at) => `${number}-${at} ${PARAGRAPH}`);
    const files = { ...someFiles(all.join('\n\n')), content: all.map((text) => `<p>${text}</p>`).join('') };
    await library.add(aDraft({ title: `Boat ${number}` }), files);
  }
  await library.close();
  return await withApp(
    folders,
    async (app) => {
      const { window } = app;
      const session = await window.context().newCDPSession(window);
      await session.send('Performance.enable');
      let early: Held | undefined;
      for (let opening = 0; opening < openings; opening += 1) {
        await openAndClose(app, opening % ARTICLES, keeps);
        if (opening + 1 === Math.ceil(openings / 10)) early = await held(app, session);
      }
      const late = await held(app, session);
      if (early === undefined) throw new Error('nothing was opened');
      const mb = (bytes: number): number => Math.round(bytes / 1e5) / 10;
      return {
        windowGrowth: late.window / early.window,
        mainGrowth: late.main / early.main,
        windowMb: [mb(early.window), mb(late.window)],
        documents: [early.documents, late.documents],
      };
    },
    ['--js-flags=--expose-gc'],
  );
}

async function openAndClose({ window }: RunningApp, number: number, keeps: boolean): Promise<void> {
  await window
    .getByRole('button', { name: `Boat ${number}`, exact: true })
    .first()
    .press('Enter', { timeout: MOST_MS });
  const frame = window.locator('iframe.article-frame');
  await window
    .frameLocator('iframe.article-frame')
    .locator('p', { hasText: `${number}-${PARAGRAPHS - 1} ` })
    .waitFor({ state: 'attached', timeout: MOST_MS });
  if (keeps)
    await window.evaluate(() => {
      const known: unknown = Reflect.get(globalThis, 'tortureKept');
      const kept = Array.isArray(known) ? known : [];
      const page = document.querySelector('iframe')?.contentDocument;
      kept.push(page, page?.body.innerHTML.toUpperCase());
      Reflect.set(globalThis, 'tortureKept', kept);
    });
  await window.keyboard.press('Escape');
  await frame.waitFor({ state: 'detached', timeout: MOST_MS });
}
