// What the app understands of the words it was started with.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'playwright/test';
import { argumentsAgain, readArguments } from '../../../electron/shell/arguments.ts';

test('a library folder is found among the switches of the runtime', () => {
  const given = readArguments(['electron', '--no-sandbox', '.', '--library', 'books', '--inspect=0']);
  expect(given.library).toBe(resolve('books'));
});

test('it may be joined with its name', () => {
  expect(readArguments(['layover', '--library=books', 'b']).library).toBe(resolve('books'));
  expect(readArguments(['layover', '--library=']).library).toBeUndefined();
});

test('portable is what is asked to be', () => {
  expect(readArguments(['layover', '--portable']).isPortable).toBe(true);
  expect(readArguments(['layover', 'portable']).isPortable).toBe(false);
});

test('without one, the default is left to the caller', () => {
  expect(readArguments(['electron', '.']).library).toBeUndefined();
});

test('addresses and files are taken in; folders, switches and the library are not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'layover-arguments-'));
  try {
    const page = join(folder, 'page.html');
    writeFileSync(page, '<p>Hello</p>');
    const given = readArguments([
      'electron',
      '--no-sandbox',
      folder,
      '--library',
      page,
      'https://notes.example/a',
      page,
      join(folder, 'none.html'),
    ]);
    expect(await given.wishes()).toEqual([{ address: 'https://notes.example/a' }, { path: page }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file that a desktop names by its address is taken in; one of another machine is passed over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'layover-arguments-'));
  try {
    const page = join(folder, 'a page, 50%.html');
    writeFileSync(page, '<p>Hello</p>');
    const given = readArguments(['/opt/Layover/layover', pathToFileURL(page).href, 'file://elsewhere/share/page.html']);
    expect(await given.wishes()).toEqual([{ path: page }]);
    expect(await given.isWish()).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the app starts again with its switches and its own folder, and not with what was to be taken in', () => {
  const argv = [
    'electron',
    '--no-sandbox',
    '/src/layover',
    '--portable',
    '--take-over',
    'https://a.example',
    '/tmp/page.html',
  ];
  expect(argumentsAgain(argv, '/src/layover')).toEqual(['--no-sandbox', '/src/layover', '--portable']);
  expect(argumentsAgain(argv, null)).toEqual(['--no-sandbox', '--portable']);
  expect(argumentsAgain(['layover', '--library', '/books', 'note.txt'], null)).toEqual(['--library', '/books']);
});

test('what the app is to begin with is named by a switch, and holds for one start', () => {
  expect(readArguments(['layover', '--next-trip']).task).toBe('next-trip');
  expect(readArguments(['layover', '--library', '/books', '--queue']).task).toBe('queue');
  expect(readArguments(['layover', 'page.html']).task).toBeUndefined();
  expect(argumentsAgain(['layover', '--new-save', '--no-sandbox'], null)).toEqual(['--no-sandbox']);
});
