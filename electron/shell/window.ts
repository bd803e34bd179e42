// The app's one window.
import { app, BrowserWindow, screen, type Session } from 'electron';
import { LOCKED } from './lockdown.ts';
import { join } from 'node:path';
import type { WindowLook } from '../library/windowLook.ts';
import { APP_ORIGIN } from './scheme.ts';
import { fitWindow, LEAST, readWindowPlace, writeWindowPlace } from './windowPlace.ts';

/** A page that dies at its every start is left alone. */
const MOST_RETURNS = 3;
const RETURNS_WITHIN_MS = 60_000;
/** Work of many seconds may end yet. */
const PATIENCE_MS = 5_000;
const REST_MS = 500;

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

/** Writes down where the window is once it has come to rest, and when it is closed. */
function keepPlace(window: BrowserWindow, file: string): void {
  let resting: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(resting);
    if (window.isDestroyed() || window.isMinimized()) return;
    const [isMaximized, isFullScreen] = [window.isMaximized(), window.isFullScreen()];
    writeWindowPlace(file, { bounds: window.getNormalBounds(), isMaximized, isFullScreen });
  };
  const soon = (): void => {
    clearTimeout(resting);
    resting = setTimeout(write, REST_MS);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', write);
  window.on('closed', () => clearTimeout(resting));
}

/** Opens the window where it was left, shown once there is something to see. */
export function openWindow(session: Session, builtFolder: string): BrowserWindow {
  const file = join(app.getPath('userData'), 'window.json');
  const place = readWindowPlace(file);
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  const window = new BrowserWindow({
    ...fitWindow(
      place,
      [main, ...others].map(({ workArea }) => workArea),
    ),
    minWidth: LEAST.width,
    minHeight: LEAST.height,
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
  if (place?.isMaximized === true) window.maximize();
  if (place?.isFullScreen === true) window.setFullScreen(true);
  window.once('ready-to-show', () => window.show());
  keepPlace(window, file);
  comeBack(window);
  endHanging(window);
  return window;
}

/** Loads the app into its window, in a language and a theme; resolves when the document is there. */
export async function loadApp(window: BrowserWindow, { language, system, theme }: WindowLook): Promise<void> {
  await window.loadURL(`${APP_ORIGIN}/?${new URLSearchParams({ lang: language, system, theme }).toString()}`);
}
