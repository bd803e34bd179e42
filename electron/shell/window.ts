// The app's one window.
import { BrowserWindow, type Session } from 'electron';
import { LOCKED } from './lockdown.ts';
import { join } from 'node:path';
import type { WindowLanguage } from '../windowLanguage.ts';
import { APP_ORIGIN } from './scheme.ts';

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
  return window;
}

/** Loads the app into its window, in a language; resolves when the document is there. */
export async function loadApp(window: BrowserWindow, { language, system }: WindowLanguage): Promise<void> {
  await window.loadURL(`${APP_ORIGIN}/?${new URLSearchParams({ lang: language, system }).toString()}`);
}
