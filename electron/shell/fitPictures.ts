// Stored pictures in; the same no wider than asked for out, made one after another, each in a window of its own that nobody sees and whose session
// answers nothing but our own scheme. So the window in which one reads never holds a large picture decoded; a picture that cannot be made smaller is not.
import type { Session } from 'electron';
import type { Pages } from '../serve/pages.ts';
import { APP_ORIGIN } from './scheme.ts';
import { cutOffSession, openUnseen } from './unseenWindow.ts';

/** What making them takes. */
export interface FitOptions {
  /** What answers our own scheme. */
  readonly pages: Pages;
  readonly report: (bug: unknown) => void;
}

/** By the name of its file below `assets/` and a width in pixels; `undefined` when it is not wider, or cannot be made so in time. */
export type FitPicture = (file: string, width: number) => Promise<Uint8Array<ArrayBuffer> | undefined>;

const LIMIT_MS = 20_000;
const KEPT_BYTES = 64 * 1024 * 1024;

/** Makes the way to such windows. What was made is kept up to 64 MiB, the last longest. */
export function createPictureFitter({ pages, report }: FitOptions): FitPicture {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  let keptBytes = 0;
  let own: Promise<Session> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function make(file: string, width: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { window, gone } = openUnseen(await (own ??= cutOffSession('picture-fitting', pages)));
    const { webContents: contents } = window;
    let timer: NodeJS.Timeout | undefined;
    const ended = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), LIMIT_MS);
      void gone.then(() => resolve(undefined));
    });
    const code = `fitPicture(${JSON.stringify(`/assets/${file}`)}, ${width})`;
    const answered = contents.loadURL(`${APP_ORIGIN}/check/`).then(() => contents.executeJavaScript(code));
    // It may never answer once its process is gone.
    answered.catch(() => undefined);
    try {
      const answer: unknown = await Promise.race([answered, ended]);
      return answer instanceof Uint8Array ? new Uint8Array(answer) : undefined;
    } finally {
      clearTimeout(timer);
      // What it has decoded goes with it alone.
      window.destroy();
    }
  }

  function keep(key: string, bytes: Uint8Array<ArrayBuffer>): void {
    kept.set(key, bytes);
    keptBytes += bytes.byteLength;
    for (const [oldest, { byteLength }] of kept) {
      if (keptBytes <= KEPT_BYTES) return;
      kept.delete(oldest);
      keptBytes -= byteLength;
    }
  }

  async function fit(file: string, width: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const key = `${file} ${width}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    try {
      const bytes = await make(file, width);
      if (bytes !== undefined) keep(key, bytes);
      return bytes;
    } catch (failure) {
      report(failure);
      return undefined;
    }
  }

  return (file, width) => {
    const fitted = last.then(() => fit(file, width));
    last = fitted;
    return fitted;
  };
}
