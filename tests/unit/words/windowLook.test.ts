// Which language and theme the window is opened in, before the library is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from 'playwright/test';
import { matchLanguage } from '#contract/language.ts';
import { isShellWords, SHELL_WORDS } from '#contract/shellWords.ts';
import { readWindowLook } from '../../../electron/library/windowLook.ts';

const test = base.extend<{ folder: string }>({
  // Playwright reads its fixtures from the parameter's pattern, so it has to be one.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'layover-language-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

test('the first language of the system that there is is taken, whatever its region', () => {
  expect(matchLanguage(['fr-CA', 'de-AT', 'en-US'])).toBe('de');
  expect(matchLanguage(['ar_EG.UTF-8'])).toBe('ar');
  expect(matchLanguage(['AR'])).toBe('ar');
  expect(matchLanguage(['arn', 'den', 'C'])).toBe('en');
  expect(matchLanguage([])).toBe('en');
});

test('a chosen language goes before that of the system, which is told as well', async ({ folder }) => {
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ format: 1, language: 'ar' }));
  expect(readWindowLook(folder, ['de-DE'])).toMatchObject({ language: 'ar', system: 'de' });
});

for (const [name, content] of [
  ['says to follow the system', '{"format":1,"language":"system"}'],
  ['is older than the setting', '{"format":1,"theme":"night"}'],
  ['names a language there is not', '{"format":1,"language":"tlh"}'],
  ['is torn', '{"format":1,"langu'],
  ['holds no object', 'null'],
] as const) {
  test(`a settings file that ${name} leaves the language to the system`, async ({ folder }) => {
    writeFileSync(join(folder, 'settings.json'), content);
    expect(readWindowLook(folder, ['de-DE'])).toMatchObject({ language: 'de', system: 'de' });
  });
}

test('a library that is not there yet is opened in the language of the system', async ({ folder }) => {
  expect(readWindowLook(join(folder, 'none'), ['ar'])).toEqual({ language: 'ar', system: 'ar', theme: 'system' });
});

test('the theme of the settings is told, and the system’s where they name none there is', ({ folder }) => {
  const file = join(folder, 'settings.json');
  writeFileSync(file, '{"format":1,"theme":"night"}');
  expect(readWindowLook(folder, []).theme).toBe('night');
  writeFileSync(file, '{"format":1,"theme":"neon"}');
  expect(readWindowLook(folder, []).theme).toBe('system');
});

test('words for dialogs are taken only whole and short', () => {
  expect(isShellWords(SHELL_WORDS)).toBe(true);
  expect(isShellWords({ ...SHELL_WORDS, saveFiles: '' })).toBe(false);
  expect(isShellWords({ ...SHELL_WORDS, saveFiles: 'x'.repeat(201) })).toBe(false);
  expect(isShellWords({ saveFiles: 'Save' })).toBe(false);
  expect(isShellWords(null)).toBe(false);
});
