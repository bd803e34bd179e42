// The system's keys for media, taken for a window while it reads something out and at no other time. What is read out is no medium to Chromium,
// so its own handling of these keys does not help.
import { app, globalShortcut, type BrowserWindow } from 'electron';
import type { MediaKey } from '#contract/calls.ts';
import { tell } from './ipc.ts';

const KEYS = {
  MediaPlayPause: 'playPause',
  MediaNextTrack: 'next',
  MediaPreviousTrack: 'previous',
  MediaStop: 'stop',
} as const satisfies Readonly<Record<string, MediaKey>>;

/** Makes the function that takes the keys for a window, or lets them go; a key that another program has stays there. They are let go with the window, too. */
export function createMediaKeys(window: BrowserWindow): (isOn: boolean) => void {
  const letGo = (): void => {
    for (const accelerator of Object.keys(KEYS)) globalShortcut.unregister(accelerator);
  };
  window.on('closed', letGo);
  // A window that died or was loaded anew says nothing any more.
  window.webContents.on('render-process-gone', letGo);
  window.webContents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) letGo();
  });
  app.on('will-quit', letGo);
  return (isOn) => {
    letGo();
    if (!isOn) return;
    for (const [accelerator, key] of Object.entries(KEYS)) {
      globalShortcut.register(accelerator, () => tell(window, 'media.pressed', { key }));
    }
  };
}
