// Articles in; what is really there of each when it is opened without a network out, in a window that nobody sees and whose session answers
// nothing but our own scheme. Whatever an article does to its window, it ends in time and the next one gets another.
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { NativeImage, Session } from 'electron';
import * as v from 'valibot';
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import type { Measured, MeasurePages, PageMeasurer } from '../trips/measuring.ts';
import { measuredPage } from '../trips/measuring.ts';
import type { Pages } from '../serve/pages.ts';
import { APP_ORIGIN } from './scheme.ts';
import { cutOffSession, openUnseen, type UnseenWindow } from './unseenWindow.ts';

/** What opening articles takes. */
export interface MeasureOptions {
  readonly builtFolder: string;
  /** What answers our own scheme. */
  readonly pages: Pages;
  /** How long an article may take, in milliseconds; half a minute unless given. */
  readonly limitMs?: number;
}

const LIMIT_MS = 30_000;
/** The first screen, of which the picture is taken at half its size. */
const SCREEN = { width: 640, height: 400 };
const PICTURE_WIDTH = 320;
/** A window keeps what it has decoded, up to half a gigabyte; a new one takes as long as two articles. */
const ARTICLES_A_WINDOW = 40;
/** For so long the typefaces are believed to be what they were. */
const STAMP_MS = 1_000;

/** Makes the way to such windows. */
export function createMeasurePages({ builtFolder, pages, limitMs = LIMIT_MS }: MeasureOptions): MeasurePages {
  const refused = new Map<number, string[]>();
  let cutOff: Promise<Session> | undefined;
  let stamp: { readonly at: number; readonly text: Promise<string> } | undefined;

  const openSession = (): Promise<Session> =>
    cutOffSession('departure-check', pages, (url, contents) => refused.get(contents ?? -1)?.push(url));

  return {
    stamp() {
      const now = performance.now();
      if (stamp === undefined || now - stamp.at > STAMP_MS) stamp = { at: now, text: stampOf(builtFolder) };
      return stamp.text;
    },
    open() {
      // Whoever checks wants to know what they are now.
      stamp = undefined;
      return openMeasurer({ session: () => (cutOff ??= openSession()), refused, limitMs });
    },
  };
}

/** Of each file that all articles are drawn with: its name, its size and when it was written. */
async function stampOf(builtFolder: string): Promise<string> {
  const fonts = (await readdir(join(builtFolder, 'fonts'))).sort().map((name) => join('fonts', name));
  const files = await Promise.all(
    [...fonts, join('resources', 'page.css')].map(async (name) => {
      const { size, mtimeMs } = await stat(join(builtFolder, name));
      return [name, size, mtimeMs];
    }),
  );
  const drawnBy = [process.versions['electron'], process.platform];
  return createHash('sha256')
    .update(JSON.stringify([drawnBy, files]))
    .digest('base64url')
    .slice(0, 12);
}

interface MeasurerOptions {
  readonly session: () => Promise<Session>;
  /** By the contents that asked. */
  readonly refused: Map<number, string[]>;
  readonly limitMs: number;
}

function openMeasurer({ session, refused, limitMs }: MeasurerOptions): PageMeasurer {
  let opened: Promise<UnseenWindow> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let shown = 0;

  /** With the page of the check in it. */
  async function open(): Promise<UnseenWindow> {
    const unseen = openUnseen(await session(), SCREEN);
    const { webContents: contents } = unseen.window;
    const { id } = contents;
    refused.set(id, []);
    contents.once('destroyed', () => refused.delete(id));
    await contents.loadURL(`${APP_ORIGIN}/check/`);
    return unseen;
  }

  async function destroy(): Promise<void> {
    const open = opened;
    opened = undefined;
    // One that could not be opened is not there.
    (await open?.catch(() => undefined))?.window.destroy();
  }

  async function look(code: string): Promise<Measured> {
    const { window, gone } = await (opened ??= open());
    const { webContents: contents } = window;
    const answered = contents.executeJavaScript(code);
    // It may never answer once its process is gone.
    answered.catch(() => undefined);
    const answer: unknown = await Promise.race([answered, gone.then(() => Promise.reject(failed()))]);
    const page = v.parse(measuredPage, answer);
    const picture = page.isArticle ? pngOf(await contents.capturePage()) : null;
    const foreign = refused.get(contents.id)?.splice(0) ?? [];
    shown += 1;
    if (shown % ARTICLES_A_WINDOW === 0) await destroy();
    return { page, refused: foreign, picture };
  }

  async function measure(code: string, signal: AbortSignal): Promise<Measured> {
    let timer: NodeJS.Timeout | undefined;
    let onAbort = (): void => undefined;
    const ended = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(tooSlow(limitMs)), limitMs);
      onAbort = () => reject(cancelled());
      if (signal.aborted) onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
    });
    try {
      return await Promise.race([ended, look(code)]);
    } catch (failure) {
      await destroy();
      throw failure instanceof AppError ? failure : failed(failure);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  }

  return {
    measure(id, style, signal) {
      const measured = last.then(() =>
        measure(`measureArticle(${JSON.stringify(id)}, ${JSON.stringify(style)})`, signal),
      );
      last = measured.catch(() => undefined);
      return measured;
    },
    async close() {
      await last;
      await destroy();
    },
  };
}

function pngOf(image: NativeImage): Uint8Array | null {
  return image.isEmpty() ? null : image.resize({ width: PICTURE_WIDTH }).toPNG();
}

function tooSlow(ms: number): AppError {
  return new AppError(
    'timeout',
    `The article did not come to rest within ${Math.round(ms / 1000)} seconds when it was opened.`,
    { detail: detail('slowArticle', '', Math.round(ms / 1000)) },
  );
}

function failed(cause?: unknown): AppError {
  return new AppError('unreadable', 'The article made the window fail in which it was opened to be checked.', {
    cause,
    detail: detail('failedArticle'),
  });
}

function cancelled(): AppError {
  return new AppError('cancelled', 'The check was ended. Nothing was changed.');
}
