// The app's one window.
import { BrowserWindow, type Session } from 'electron';
import { LOCKED } from './lockdown.ts';
import { join } from 'node:path';
import type { WindowLanguage } from '../windowLanguage.ts';
import { APP_ORIGIN } from './scheme.ts';

/** A page that dies at its every start is left alone. */
const MOST_RETURNS = 3;
const RETURNS_WITHIN_MS = 60_000;

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
  return window;
}

/** Loads the app into its window, in a language; resolves when the document is there. */
export async function loadApp(window: BrowserWindow, { language, system }: WindowLanguage): Promise<void> {
  await window.loadURL(`${APP_ORIGIN}/?${new URLSearchParams({ lang: language, system }).toString()}`);
}
