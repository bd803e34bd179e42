// A library that is not where it was when the app starts: the question is asked in the system's language, and quitting makes nothing in its place. One that
// cannot be opened: why is told in the person's language.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { REFUSALS } from '../../electron/shell/refusalWords.ts';
import { electronPath } from '../helpers/electronApp.ts';
import { asRoot } from '../helpers/packagedApp.ts';

/** Loaded before the app: writes down what the person is asked, and answers with the last button. */
const answering = (file: string): string => `
const { dialog } = require('electron');
dialog.showErrorBox = (title, body) => {
  require('node:fs').appendFileSync(${JSON.stringify(file)}, JSON.stringify({ title, body }));
};
dialog.showMessageBox = (question) => {
  require('node:fs').appendFileSync(${JSON.stringify(file)}, JSON.stringify(question));
  return Promise.resolve({ response: question.buttons.length - 1 });
};
`;

/** Starts the app in a system of this language, which has its libraries below `root`, until it ends; answers with what the person was told. */
async function told(
  root: string,
  language: string,
  more: readonly string[] = [],
  place: NodeJS.ProcessEnv = {},
): Promise<unknown> {
  const [asked, program] = [join(root, `${language}.json`), join(root, `${language}.cjs`)];
  writeFileSync(program, answering(asked));
  const words = [...asRoot(), `--user-data-dir=${join(root, 'profile')}`, '-r', program, resolve('.'), ...more];
  const env = { ...process.env, ...place, XDG_DATA_HOME: root, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: language };
  await once(spawn(electronPath(), words, { env, stdio: 'ignore' }), 'exit');
  return JSON.parse(readFileSync(asked, 'utf8'));
}

test('one of which it is no longer known where it lies is asked for, at every start, and none is made in its place', async () => {
  test.skip(process.platform !== 'linux', 'elsewhere the environment does not say which language the system has');
  const root = mkdtempSync(join(tmpdir(), 'layover-unknown-'));
  try {
    const file = join(root, 'layover', 'library-folder.json');
    mkdirSync(join(root, 'layover'));
    for (const spoil of [() => writeFileSync(file, '{"format":1,"fol'), () => mkdirSync(file)]) {
      rmSync(file, { force: true });
      spoil();
      for (const [language, message] of [
        ['en', 'It is no longer known where your library lies'],
        ['de', 'Wo die Bibliothek liegt, ist nicht mehr bekannt'],
      ] as const) {
        const question = await told(root, language);
        expect(question).toMatchObject({ message, detail: expect.stringContaining(file) });
        rmSync(join(root, `${language}.json`));
      }
    }
    expect(readdirSync(join(root, 'layover'))).toEqual(['library-folder.json']);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

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
      const question = await told(root, language);
      expect(question).toMatchObject({ message, detail: expect.stringContaining(gone) });
      expect(question).toMatchObject({ buttons: expect.arrayContaining([quit]) });
    }
    expect(existsSync(gone)).toBe(false);
    expect(existsSync(join(root, 'layover', 'library'))).toBe(false);
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('why it cannot be opened is told in the language it is set to, and else in that of the system', async () => {
  test.skip(process.platform !== 'linux', 'elsewhere the environment does not say which language the system has');
  const root = mkdtempSync(join(tmpdir(), 'layover-refused-'));
  try {
    const newer = join(root, 'newer');
    mkdirSync(newer);
    writeFileSync(join(newer, 'library.json'), JSON.stringify({ format: 2, created: '2026-01-01T00:00:00.000Z' }));
    writeFileSync(join(newer, 'settings.json'), JSON.stringify({ format: 1, language: 'ar' }));
    const { title, reasons } = REFUSALS.ar;
    expect(await told(root, 'en', ['--library', newer])).toEqual({ title, body: reasons?.newer });

    // The folder's way leads around.
    const loop = join(root, 'loop');
    symlinkSync('loop', loop);
    expect(await told(root, 'de', ['--library', join(loop, 'library')])).toEqual({
      title: 'Layover konnte die Bibliothek nicht öffnen',
      body: REFUSALS.de.reasons?.disk,
    });

    // One that is carried along and can keep nothing beside its program leaves nothing elsewhere either.
    const stick = join(root, 'stick');
    mkdirSync(stick);
    writeFileSync(join(stick, 'Layover data'), 'A file is in the way.');
    rmSync(join(root, 'profile'), { recursive: true });
    expect(await told(root, 'fr', [], { APPIMAGE: join(stick, 'Layover.AppImage') })).toEqual({
      title: 'Layover could not open your library',
      body: expect.stringContaining(`beside its program, in ${join(stick, 'Layover data')}, but cannot write there`),
    });
    // Electron makes the folder itself, before it reads any program.
    expect(readdirSync(join(root, 'profile'))).toEqual([]);
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
});
