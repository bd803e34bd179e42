// The two channels between the window and this process. Only our own top frame is answered.
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { EventName, Events } from '#contract/calls.ts';
import { dispatch, type Routes } from '../serve/router.ts';
import { APP_ORIGIN } from './scheme.ts';

/** Answers calls of this window, as soon as there are routes. Any other sender (a frame, a dead frame, a foreign origin) is refused and reported. */
export function answerCalls(window: BrowserWindow, routes: Promise<Routes>, report: (bug: unknown) => void): void {
  // A path on the disk comes from a file that the person gave, never from a name that the window made up.
  ipcMain.removeHandler('layover:dropped');
  ipcMain.handle('layover:dropped', async (event, path: unknown) => {
    if (!isOwnTopFrame(event, window)) throw new Error('refused');
    return dispatch(await routes, 'save.dropped', { path }, report);
  });
  ipcMain.removeHandler('layover:call');
  ipcMain.handle('layover:call', async (event, name: unknown, input: unknown) => {
    if (!isOwnTopFrame(event, window) || typeof name !== 'string' || name === 'save.dropped') {
      report(new Error('a call from a frame that is not ours was refused'));
      throw new Error('refused');
    }
    return dispatch(await routes, name, input, report);
  });
}

/** Tells the window something; does nothing when it is gone. */
export function tell<K extends EventName>(window: BrowserWindow, name: K, payload: Events[K]): void {
  if (!window.isDestroyed()) window.webContents.send('layover:event', name, payload);
}

function isOwnTopFrame(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === window.webContents.mainFrame && frame.origin === APP_ORIGIN;
}
