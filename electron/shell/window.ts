// The app's one window.
import { BrowserWindow, type Session } from 'electron';
import { LOCKED } from './lockdown.ts';
import { join } from 'node:path';
import type { WindowLanguage } from '../library/windowLanguage.ts';
import { APP_ORIGIN } from './scheme.ts';

/** A page that dies at its every start is left alone. */
const MOST_RETURNS = 3;
const RETURNS_WITHIN_MS = 60_000;
/** Work of many seconds may end yet. */
const PATIENCE_MS = 5_000;

/** Loads the window anew when its process was killed or has crashed; it then shows what the person had before them, as after a start. */
function comeBack(window: BrowserWindow): void {
  const returns: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const now = performance.now();
    while (now - (returns[0] ?? now) > RETURNS_WITHIN_MS) returns.shift();
    if (reason === 'clean-exit' || returns.length >= MOST_RETURNS) return;
    returns.push(now);
    window.webContents.reload();
  });
}

/**
 * Ends the process of a window that no longer answers, from the time on that Chromium says so, unless it answers again within some seconds; it then comes
 * back as one that was killed. Not while somebody looks into it with a debugger, which may have stopped it.
 */
function endHanging(window: BrowserWindow): void {
  const { webContents } = window;
  let ending: NodeJS.Timeout | undefined;
  const stay = (): void => clearTimeout(ending);
  window.on('unresponsive', () => {
    stay();
    ending = setTimeout(() => {
      if (window.isDestroyed() || webContents.isDevToolsOpened() || webContents.debugger.isAttached()) return;
      webContents.forcefullyCrashRenderer();
    }, PATIENCE_MS);
  });
  window.on('responsive', stay);
  window.on('closed', stay);
  webContents.on('render-process-gone', stay);
}

/** Opens the window, shown once there is something to see. */
export function openWindow(session: Session, builtFolder: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Layover',
    backgroundColor: '#faf7f1',
    icon: join(builtFolder, 'resources', 'icon.png'),
    webPreferences: {
      ...LOCKED,
      session,
      preload: join(builtFolder, 'preload.cjs'),
    },
  });
  window.once('ready-to-show', () => window.show());
  comeBack(window);
  endHanging(window);
  return window;
}

/** Loads the app into its window, in a language; resolves when the document is there. */
export async function loadApp(window: BrowserWindow, { language, system }: WindowLanguage): Promise<void> {
  await window.loadURL(`${APP_ORIGIN}/?${new URLSearchParams({ lang: language, system }).toString()}`);
}
