// What the documents name is there, and every command in them is run: those of the command line here, line by line, the others where the table says.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'playwright/test';
import { openLayover } from '../../../electron/layover.ts';
import { layover } from '../../helpers/commandLine.ts';
import { TRIP_PLAN } from '../trips/plans.ts';

const DOCUMENTS = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs').map((name) => join('docs', name)),
].filter((name) => name.endsWith('.md'));
const texts = DOCUMENTS.map((name) => ({ name, text: readFileSync(name, 'utf8') }));
const SOURCES = spawnSync('git', ['ls-files'], { encoding: 'utf8' }).stdout.split('\n');
const NAMES = new Set(SOURCES.map((file) => basename(file)));

test('every file, folder and document that a document names is there', () => {
  const absent = texts.flatMap(({ name, text }) => {
    const files = [...text.matchAll(/`([\w./*-]+\.(?:ts|tsx|css|mjs|js|yml|html)|[\w-]+(?:\/[\w-]+)*\/)`/g)]
      .map(([, file = '']) => file)
      .filter((file) => !isThere(file));
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)]
      .map(([, file = '']) => file)
      .filter((file) => !existsSync(join(name, '..', file)));
    return [...files, ...links].map((file) => `${name}: ${file}`);
  });
  // What a library, a package or a book holds is told with the names that it has there.
  expect(
    absent.filter((line) => !/^docs\/(?:library-format|export-format|packaging|performance)\.md/.test(line)),
  ).toEqual([]);
});

function isThere(file: string): boolean {
  if (!file.includes('/')) return NAMES.has(file);
  // What is built is there once it was built.
  if (file.startsWith('out/')) return true;
  return ['.', 'electron', 'electron/extract', 'electron/library'].some((room) => existsSync(join(room, file)));
}

/** Where each command of npm that a document names is run. `long`: here, with `LAYOVER_LONG=1`, since it takes minutes. */
const RUN_BY: Readonly<Record<string, string>> = {
  start: 'tests/electron/starting.spec.ts',
  test: 'scripts/testLayover.mjs',
  'run check': 'scripts/testing/checks.mjs',
  'run format': 'scripts/testing/checks.mjs',
  'run pack': 'tests/electron/packaged.spec.ts',
  'run fixture': 'here',
  'run -s layover': 'here',
  'run gallery': 'long',
  'run bench': 'long',
  'run torture': 'long',
  'run quality': 'long',
  'run fit': 'long',
};

test('every command of npm in a document is a script, and is run somewhere', () => {
  const scripts = readFileSync('package.json', 'utf8');
  const named = texts.flatMap(({ text }) =>
    [...text.matchAll(/npm (start|test|run (?:-s )?[a-z]+)/g)].map(([, command = '']) => command),
  );
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((command) => !(command in RUN_BY))).toEqual([]);
  expect(
    named
      .map((command) => command.replace(/^run (?:-s )?/, ''))
      .filter((script) => !scripts.includes(`"${script}": "`)),
  ).toEqual([]);
  const places = Object.values(RUN_BY).filter((place) => place.includes('/'));
  expect(places.filter((place) => !existsSync(place))).toEqual([]);
});

test('what is told of an hour before the train works, line by line', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'layover-docs-'));
  const library = join(folder, 'library');
  const at = (word: string): string => (/^[\w-]+\.\w+$/.test(word) ? join(folder, word) : word);
  copyFileSync('tests/fixtures/pages/newspaper-with-related/page.html', at('page.html'));
  copyFileSync('tests/fixtures/import/pocket.csv', at('pocket.csv'));
  const text = readFileSync('docs/command-line.md', 'utf8');
  const lines = (/```sh\n([^`]+)```/.exec(text)?.[1] ?? '').trim().split('\n');
  expect(lines.length).toBeGreaterThan(15);
  let id = '';
  for (const line of lines) {
    const [program, ...words] = line.split(' ');
    expect(program).toBe('layover');
    if (words[0] === 'check') await makeTrip(library);
    const run = await layover(['--library', library, ...words.map((word) => (word === 'ID' ? id : at(word)))]);
    // Without Electron nothing is called ready, and the exit code says so.
    const isCheck = words[0] === 'check';
    expect({ line, code: run.code, says: isCheck ? '' : run.stderr }).toEqual({
      line,
      code: isCheck ? 1 : 0,
      says: '',
    });
    id ||= /^[0-9a-z-]{6,}/m.exec(run.stdout)?.[0] ?? '';
  }
  rmSync(folder, { recursive: true });
});

async function makeTrip(folder: string): Promise<void> {
  const opened = await openLayover({
    folder,
    workerFile: join('out', 'extractWorker.cjs'),
    now: () => new Date(),
    report: () => undefined,
    events: { libraryChanged: () => undefined, saveChanged: () => undefined, saveDismissed: () => undefined },
  });
  await opened.trips.make({ ...TRIP_PLAN, sources: [] });
  await opened.close();
}

test('a fixture is made, and what is there is found in it again', () => {
  const run = spawnSync('npm', ['run', '-s', 'fixture', '--', 'newspaper-with-related', '--again'], {
    encoding: 'utf8',
    shell: true,
  });
  expect(run.stdout).toContain('The crane at pier two lifted its first load');
  expect(
    spawnSync('npm', ['run', '-s', 'fixture', '--', 'newspaper-with-related', 'README.md'], {
      encoding: 'utf8',
      shell: true,
    }),
  ).toMatchObject({ status: 2 });
});

const LONG = [
  'gallery -- --theme paper --screen board',
  'bench -- safety',
  'torture -- S9',
  'quality -- --quick --only ours',
  'fit -- --folds',
];
if (process.env['LAYOVER_LONG'] === '1') {
  for (const command of LONG) {
    test(`npm run ${command}`, () => {
      test.setTimeout(20 * 60_000);
      expect(spawnSync('npm', ['run', '-s', ...command.split(' ')], { stdio: 'inherit', shell: true }).status).toBe(0);
    });
  }
}
