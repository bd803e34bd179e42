// The sources of the shell in; what they name that they must not, and what they set up as they must, out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUSES } from '../../../../scripts/packaging/fuses.mjs';

const FORBIDDEN =
  /\b(?:webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|nodeIntegrationInSubFrames|nodeIntegrationInWorker|enableRemoteModule|bypassCSP|allowServiceWorkers|corsEnabled|disableWebSecurity)\b|nodeIntegration:\s*true|contextIsolation:\s*false|sandbox:\s*false|webviewTag:\s*true/g;

/** What each fuse of a package must be. */
const FUSES_AS_THEY_MUST_BE: Readonly<Record<string, boolean>> = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  // The traps that WebAssembly relies on.
  wasmTrapHandlers: true,
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

/** How many fuses whatever is packed is given as they must be, of how many; none where packing does not set them. */
export function fusesSet(root: string): { readonly set: number; readonly of: number } {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const isSetWhenPacked =
    /^afterPack: \.\/scripts\/packaging\/afterPack\.mjs$/m.test(read('electron-builder.yml')) &&
    read('scripts/packaging/afterPack.mjs').includes('setFuses(');
  const names = Object.entries(FUSES_AS_THEY_MUST_BE);
  const good = names.filter(([name, isOn]) => FUSES.some((fuse) => fuse.name === name && fuse.isOn === isOn));
  return { set: isSetWhenPacked ? good.length : 0, of: names.length };
}
