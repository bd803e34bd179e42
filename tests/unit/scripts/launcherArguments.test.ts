// Which app the fallback runtime runs, from the command lines it is given in practice.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'playwright/test';
import { parseArguments } from '../../../scripts/runtime/launcher/arguments.cjs';

let folder = '';
let app = '';
let library = '';

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layover-launcher-'));
  app = join(folder, 'app');
  library = join(folder, 'library');
  mkdirSync(app);
  mkdirSync(library);
  writeFileSync(join(app, 'package.json'), '{}');
});

test.afterEach(() => rmSync(folder, { recursive: true }));

test('finds the app behind the flags, and leaves what follows to the app', () => {
  const other = join(folder, 'other');
  mkdirSync(other);
  writeFileSync(join(other, 'package.json'), '{}');
  expect(parseArguments(['electron', '--no-sandbox', app, '-r', other, '--library', library])).toEqual({
    preloads: [],
    appFolder: app,
  });
});

test('loads what -r and --require name first, and never takes it for the app', () => {
  const flags = ['--inspect=0', '--remote-debugging-port=0'];
  expect(parseArguments(['electron', '-r', app, ...flags, '--require', 'b.js', app])).toEqual({
    preloads: [app, 'b.js'],
    appFolder: app,
  });
});

test('passes over values of flags and folders without a package.json', () => {
  expect(parseArguments(['electron', '--library', library, 'nothing-here', app]).appFolder).toBe(app);
});

test('answers an absolute path', () => {
  expect(parseArguments(['electron', relative(process.cwd(), app)]).appFolder).toBe(app);
});

test('finds no app where none is named, the executable itself not counting', () => {
  expect(parseArguments([app, '--no-sandbox', library]).appFolder).toBeUndefined();
});
