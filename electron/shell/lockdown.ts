// Everything a window may not do is denied here, once, for every session and every web contents there will ever be.
// The rules follow Electron's security checklist (docs/tutorial/security.md).
import { app, type Session, type WebPreferences } from 'electron';
import { isOwnAddress } from './scheme.ts';

/** What every window has, whatever it shows. */
export const LOCKED: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
};

/** Sessions in which pages of strangers are opened; each has its own rules for what may be asked for. */
const browsing = new WeakSet<Session>();

/** Lets the contents of a session go from page to page of the web. */
export function letBrowse(session: Session): void {
  browsing.add(session);
}

/** Denies navigation, windows and webviews for all contents to come. Call before the first window. */
export function lockContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    const deny = browsing.has(contents.session) ? denyOffWeb : denyForeign;
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', deny);
    contents.on('will-frame-navigate', deny);
    contents.on('will-redirect', deny);
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/**
 * Has Chromium look up no name, whatever asks for it. A page's hints (`dns-prefetch`) have names looked up past its policy and its session's proxy, and
 * Electron 25 does so in spite of the switch against it. Nothing here needs a name: our scheme has none, and a page that is opened to be saved, or a newer
 * version, is fetched through a proxy at an address, which judges its names itself. Rules that the program was started with stand. Call before the app is ready.
 */
export function lookUpNoNames(): void {
  app.commandLine.appendSwitch('dns-prefetch-disable');
  if (!app.commandLine.hasSwitch(RULES)) app.commandLine.appendSwitch(RULES, 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
}

const RULES = 'host-resolver-rules';

function denyForeign(event: { readonly url: string; preventDefault(): void }): void {
  if (!isOwnAddress(event.url)) event.preventDefault();
}

function denyOffWeb(event: { readonly url: string; preventDefault(): void }): void {
  if (!/^(?:https?:|about:|blob:|data:)/i.test(event.url)) event.preventDefault();
}

/** Denies a session everything that a page can ask for beside requests: permissions, devices, the screen, files to keep. */
export function denyAsking(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * Cuts a session off: every request outside our own scheme is cancelled, and a dead proxy stands behind that, because
 * some connections (a frame that its policy refuses) are opened before a request can be cancelled. `refused` hears of each with the contents that
 * asked for it.
 */
export async function lockSession(
  session: Session,
  refused: (url: string, contents: number | undefined) => void = () => {},
): Promise<void> {
  denyAsking(session);
  session.webRequest.onBeforeRequest(({ url, webContentsId }, decide) => {
    if (!isAllowed(url)) refused(url, webContentsId);
    decide({ cancel: !isAllowed(url) });
  });
  await session.setProxy({ proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' });
}

function isAllowed(url: string): boolean {
  return isOwnAddress(url) || (!app.isPackaged && url.startsWith('devtools://'));
}
