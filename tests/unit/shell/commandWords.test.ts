// Which words are a command for the terminal, and which start the window.
import { resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { commandWords } from '../../../electron/shell/commandWords.ts';
import { COMMAND_NAMES } from '../../../electron/terminal/commandNames.ts';
import { USAGE } from '../../../electron/terminal/readCommand.ts';

const packaged = (...words: string[]): readonly string[] | undefined => commandWords(['/opt/layover', ...words], null);

test('a command is known by its first word, with its own switches before it and those of Chromium left out', () => {
  expect(packaged('list', 'tide', '--json')).toEqual(['list', 'tide', '--json']);
  expect(packaged('--no-sandbox', '--json', '--library', 'save', 'list')).toEqual([
    '--json',
    '--library',
    'save',
    'list',
  ]);
  expect(packaged('--', '--library=books', 'save', 'https://tidewater.example/')).toEqual([
    '--library=books',
    'save',
    'https://tidewater.example/',
  ]);
  expect(packaged('--help')).toEqual(['--help']);
  expect(commandWords(['electron', '--no-sandbox', '.', 'check', '--trip', 'Rome'], resolve('.'))).toEqual([
    'check',
    '--trip',
    'Rome',
  ]);
});

test('files, addresses and links open the window, also one that is called like a command', () => {
  for (const words of [[], ['./list'], ['/home/list'], ['https://list'], ['layover:list'], ['a.html', 'list']])
    expect(packaged(...words)).toBeUndefined();
  expect(packaged('--library', 'list')).toBeUndefined();
  expect(packaged('--new-save')).toBeUndefined();
});

test('every command that is told of is known', () => {
  const told = [...USAGE.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
  expect(new Set([...told, 'help'])).toEqual(new Set(COMMAND_NAMES));
});
