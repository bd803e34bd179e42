// An address in; the page as the person sees it out, from a window in which they can sign in or solve what it asks. Nothing of it stays
// behind: the session lives in memory and goes with the window.
import { BrowserWindow, Menu } from 'electron';
import { LOCKED } from './lockdown.ts';
import type { RenderedPage } from '../capture/renderedPage.ts';
import { toErrorReport } from '#contract/errors.ts';
import type { ShellWords } from '#contract/shellWords.ts';
import { parseAddress } from '../capture/address.ts';
import { openBrowserSession, tame } from './browserSession.ts';
import { BRING_IN_LAZY, FLATTEN, PAGE_WORLD } from './pageScripts.ts';
import { pageBytes } from './renderPage.ts';

const MAX_BYTES = 512 * 1024 * 1024;
const KEY = process.platform === 'darwin' ? '⌘S' : 'Ctrl+S';

/** Saves of the windows that are open, the latest last. */
const saves = new Set<() => void>();

/** Saves the page that was opened last, as the system's menu asks for it; nothing when none is open. */
export function saveOpenPage(): void {
  [...saves].at(-1)?.();
}

/** Opens the window, in which `privateHost` may be a private one; resolves with what the person saved, or with `null` when they closed it. Throws `AppError('bad-input')` for what is no web address. */
export async function openPage(
  address: string,
  privateHost: string | null,
  parent: BrowserWindow,
  words: ShellWords,
): Promise<RenderedPage | null> {
  const url = parseAddress(address);
  const browser = await openBrowserSession({ privateHost, maxBytes: MAX_BYTES });
  const [width, height] = parent.getContentSize();
  const window = new BrowserWindow({
    width: Math.max(800, (width ?? 0) - 80),
    height: Math.max(600, (height ?? 0) - 40),
    title: titleOf(url.host, words),
    webPreferences: {
      ...LOCKED,
      session: browser.session,
    },
  });
  const contents = window.webContents;
  tame(contents);
  // Many sign-in pages and links ask for a window of their own; this one is enough.
  contents.setWindowOpenHandler(({ url: next }) => {
    void contents.loadURL(next).catch(() => undefined);
    return { action: 'deny' };
  });
  window.on('page-title-updated', (event, title) => {
    event.preventDefault();
    window.setTitle(titleOf(title, words));
  });
  let save = (): void => undefined;
  try {
    return await new Promise((resolve, reject) => {
      save = () => {
        saves.delete(save);
        window.setTitle(words.savingPage);
        bytesOf(window).then(resolve, (failure: unknown) => {
          if (window.isDestroyed()) {
            reject(failure);
            return;
          }
          // What the person has signed in to must not be lost with it.
          saves.add(save);
          window.setTitle(toErrorReport(failure).message);
        });
      };
      saves.add(save);
      window.setMenu(
        Menu.buildFromTemplate([{ label: `${words.savePage} (${KEY})`, accelerator: 'CmdOrCtrl+S', click: save }]),
      );
      contents.on('before-input-event', (event, { type, key, control, meta }) => {
        const isMod = process.platform === 'darwin' ? meta : control;
        if (type !== 'keyDown' || key.toLowerCase() !== 's' || !isMod) return;
        event.preventDefault();
        save();
      });
      window.on('closed', () => resolve(null));
      // What could not be loaded is seen in the window.
      void contents.loadURL(url.href).catch(() => undefined);
    });
  } finally {
    saves.delete(save);
    if (!window.isDestroyed()) window.destroy();
    await browser.clear();
  }
}

async function bytesOf({ webContents }: BrowserWindow): Promise<RenderedPage> {
  await webContents.executeJavaScriptInIsolatedWorld(PAGE_WORLD, [{ code: BRING_IN_LAZY }]);
  await webContents.executeJavaScriptInIsolatedWorld(PAGE_WORLD, [{ code: FLATTEN }]);
  return { bytes: await pageBytes(webContents), address: webContents.getURL() };
}

function titleOf(page: string, { savePageInTitle }: ShellWords): string {
  return `${KEY}: ${savePageInTitle} — ${page}`;
}
