// The sources of the shell in; what they name that they must not, and what they set up as they must, out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FORBIDDEN =
  /\b(?:webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|nodeIntegrationInSubFrames|nodeIntegrationInWorker|enableRemoteModule|bypassCSP|allowServiceWorkers|corsEnabled|disableWebSecurity)\b|nodeIntegration:\s*true|contextIsolation:\s*false|sandbox:\s*false|webviewTag:\s*true/g;

/** The fuses of the package's configuration, each with what it must be; the ninth is left as Electron has it. */
const FUSES: Readonly<Record<string, string>> = {
  runAsNode: 'false',
  enableCookieEncryption: 'true',
  enableNodeOptionsEnvironmentVariable: 'false',
  enableNodeCliInspectArguments: 'false',
  enableEmbeddedAsarIntegrityValidation: 'true',
  onlyLoadAppFromAsar: 'true',
  loadBrowserProcessSpecificV8Snapshot: 'false',
  grantFileProtocolExtraPrivileges: 'false',
};

/** What the sources name that they must not, with the file. */
export function forbiddenWords(root: string): readonly string[] {
  const folders = ['electron', 'electron/shell'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  return files.flatMap((file) => forbiddenIn(file, readFileSync(join(root, file), 'utf8')));
}

/** The same of one text, for a control. */
export function forbiddenIn(file: string, text: string): readonly string[] {
  return [...text.matchAll(FORBIDDEN)].map(([word]) => `${file}: ${word}`);
}

/** Windows that are made without the options that all have, by file. */
export function unlockedWindows(root: string): readonly string[] {
  const folder = join(root, 'electron/shell');
  return readdirSync(folder).filter((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return /new (?:BrowserWindow|WebContentsView|BrowserView)\(/.test(text) && !text.includes('...LOCKED');
  });
}

/** How many fuses the package is told to have as they must be, of how many. */
export function fusesSet(root: string): { readonly set: number; readonly of: number } {
  const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const names = Object.entries(FUSES);
  // No line turns off the ninth, the traps that WebAssembly relies on.
  const isTrapLeft = !/wasmTrapHandlers:\s*false/.test(text);
  const set = names.filter(([name, value]) => new RegExp(`^\\s+${name}: ${value}\\s*$`, 'm').test(text)).length;
  return { set: set + (isTrapLeft ? 1 : 0), of: names.length + 1 };
}
