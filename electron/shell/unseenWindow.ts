// What answers our own scheme in; windows that nobody sees out, in a session of their own that answers nothing else.
import { BrowserWindow, session, type Session } from 'electron';
import type { Pages } from '../serve/pages.ts';
import { tame } from './browserSession.ts';
import { LOCKED, lockSession } from './lockdown.ts';
import { serveScheme } from './scheme.ts';

/** A window with nothing in it yet. */
export interface UnseenWindow {
  readonly window: BrowserWindow;
  /** Resolves when its process is gone. */
  readonly gone: Promise<void>;
}

/** Makes the session of this name, in memory and for no other window. `refused` is as in `lockSession`. Call once for a name. */
export async function cutOffSession(
  name: string,
  pages: Pages,
  refused?: (url: string, contents: number | undefined) => void,
): Promise<Session> {
  const own = session.fromPartition(name);
  await lockSession(own, refused);
  serveScheme(own, pages);
  return own;
}

/** Opens such a window; `size` is that of what it shows. Whoever opens it destroys it. */
export function openUnseen(
  ofSession: Session,
  size?: { readonly width: number; readonly height: number },
): UnseenWindow {
  const window = new BrowserWindow({
    show: false,
    useContentSize: true,
    ...size,
    webPreferences: {
      ...LOCKED,
      session: ofSession,
      // Draws without a screen.
      offscreen: true,
      disableDialogs: true,
      backgroundThrottling: false,
    },
  });
  const { webContents: contents } = window;
  tame(contents);
  return { window, gone: new Promise((resolve) => contents.once('render-process-gone', () => resolve())) };
}
