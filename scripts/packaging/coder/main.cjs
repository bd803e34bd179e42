// Run as an app by Electron: the built program, an empty folder for a library and a folder for code in; the program started as a person starts it, and
// what V8 has compiled by then of every file that it loaded, as FILE.bin in that folder. Exit code 1, and the reason, when it cannot.
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { createRequire, wrap } = require('node:module');
const { Script } = require('node:vm');
const { app } = require('electron');

const own = process.argv.slice(process.argv.findIndex((word) => path.resolve(word) === __dirname) + 1);
const [program = '', library = '', folder = ''] = own;
/** By then a small library is open and the first screen stands. */
const STARTED_MS = 4_000;

/** @type {Map<string, Script>} */
const scripts = new Map();
const load = createRequire(program);
// As `electron/shell/codeCache.ts` loads them.
load.extensions['.cjs'] = (module, file) => {
  const script = new Script(wrap(readFileSync(file, 'utf8')), { filename: file });
  scripts.set(file, script);
  script.runInThisContext().call(module.exports, module.exports, createRequire(file), module, file, path.dirname(file));
};

process.argv.splice(1, process.argv.length, '--library', library);
app.once('browser-window-created', (_event, window) => {
  window.webContents.once('did-finish-load', () => {
    setTimeout(() => {
      for (const [file, script] of scripts) {
        writeFileSync(path.join(folder, `${path.basename(file)}.bin`), script.createCachedData());
      }
      app.exit(scripts.size > 1 ? 0 : 1);
    }, STARTED_MS);
  });
});
load(program);
