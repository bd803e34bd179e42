// A library that is not where it was when the app starts: the question is asked in the system's language, and quitting makes nothing in its place.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { electronPath } from '../helpers/electronApp.ts';
import { asRoot } from '../helpers/packagedApp.ts';

/** Loaded before the app: writes down what the person is asked, and answers with the last button. */
const answering = (file: string): string => `
const { app, dialog } = require('electron');
dialog.showMessageBox = (question) => {
  require('node:fs').appendFileSync(${JSON.stringify(file)}, JSON.stringify(question));
  return Promise.resolve({ response: question.buttons.length - 1 });
};
`;

test('it is asked for in the language of the system', async () => {
  test.skip(process.platform !== 'linux', 'elsewhere the environment does not say which language the system has');
  const root = mkdtempSync(join(tmpdir(), 'layover-missing-'));
  try {
    const gone = join(root, 'disk', 'library');
    mkdirSync(join(root, 'layover'));
    writeFileSync(
      join(root, 'layover', 'library-folder.json'),
      JSON.stringify({ format: 1, folder: gone, moved: null, failed: null }),
    );
    for (const [language, message, quit] of [
      ['de', 'Die Bibliothek ist nicht, wo sie war', 'Beenden'],
      ['ar', 'المكتبة ليست في مكانها', 'إنهاء'],
      ['fr', 'Your library is not where it was', 'Quit'],
    ] as const) {
      const [asked, program] = [join(root, `${language}.json`), join(root, `${language}.cjs`)];
      writeFileSync(program, answering(asked));
      const words = [...asRoot(), `--user-data-dir=${join(root, 'profile')}`, '-r', program, resolve('.')];
      const env = { ...process.env, XDG_DATA_HOME: root, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: language };
      await once(spawn(electronPath(), words, { env, stdio: 'ignore' }), 'exit');
      const question: unknown = JSON.parse(readFileSync(asked, 'utf8'));
      expect(question).toMatchObject({ message, detail: expect.stringContaining(gone) });
      expect(question).toMatchObject({ buttons: expect.arrayContaining([quit]) });
    }
    expect(existsSync(gone)).toBe(false);
    expect(existsSync(join(root, 'layover', 'library'))).toBe(false);
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
});
