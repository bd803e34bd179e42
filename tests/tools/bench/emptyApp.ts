// A page in; the least Electron app that shows it out, for what an app costs before it is one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appArguments } from '../../helpers/electronApp.ts';

/** Writes the app below `root`, with a script as `page.js` beside the page when there is one; answers how it is started. */
export function writeEmptyApp(root: string, html: string, script?: string): readonly string[] {
  const program = join(root, 'empty');
  mkdirSync(program);
  writeFileSync(join(program, 'package.json'), '{"name": "empty", "main": "main.cjs"}');
  writeFileSync(join(program, 'empty.html'), html);
  if (script !== undefined) writeFileSync(join(program, 'page.js'), script);
  writeFileSync(
    join(program, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 860, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(require('node:path').join(__dirname, 'empty.html'));
});
`,
  );
  const asApp = appArguments({ library: root, profile: join(root, 'empty-profile'), remove: () => undefined });
  // The same switches, another program.
  return [...asApp.filter((argument) => argument.startsWith('--') && argument !== '--library'), program];
}
