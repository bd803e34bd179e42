// The Linux packages, as far as this machine can make them: electron-builder is run in earnest, and what it would hand to fpm, the tool
// that writes deb and rpm, is kept and read.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'playwright/test';
import { ICON_SIZES } from '../../scripts/packaging/iconFiles.mjs';
import { readyElectron } from '../../scripts/runtime/electronRuntime.mjs';
import { packageCommand, runCaptured } from '../../scripts/setup/child.mjs';
import { OPENED, packagesForLibraries } from '../../scripts/system/libraries.mjs';

test.skip(process.platform !== 'linux', 'deb and rpm are made on Linux');

/** Stands in for fpm: keeps its words, and the desktop entry and the file types, which electron-builder deletes afterwards. */
const FPM = `#!/bin/sh
cd "$(dirname "$0")"
previous=
for word in "$@"; do
  echo "$word" >> words
  case "$word" in
    *.desktop=*) cat "\${word%%=*}" > entry ;;
    *.xml=*) cat "\${word%%=*}" > types ;;
  esac
  if [ "$previous" = --package ]; then echo package > "$word"; fi
  previous="$word"
done
`;

test('a deb has icons of all sizes, a desktop entry with categories, files and links that Layover opens, and its dependencies', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'layover-installer-'));
  try {
    mkdirSync(join(folder, 'app/resources'), { recursive: true });
    writeFileSync(join(folder, 'app/layover'), '');
    writeFileSync(join(folder, 'fpm'), FPM);
    chmodSync(join(folder, 'fpm'), 0o755);
    const words = ['--linux', 'deb', '--x64', '--publish=never', `--prepackaged=${join(folder, 'app')}`];
    const { code, output } = await runCaptured(
      process.execPath,
      [packageCommand('electron-builder'), ...words, `--config.directories.output=${join(folder, 'dist')}`],
      { env: { ...process.env, USE_SYSTEM_FPM: 'true', PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` } },
    );
    expect(code, output).toBe(0);
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    for (const size of ICON_SIZES) {
      expect(read('words')).toContain(
        `${size}x${size}.png=/usr/share/icons/hicolor/${size}x${size}/apps/layover.png\n`,
      );
    }
    expect(read('words')).toContain('--license\nMIT\n');
    expect(read('words')).toContain('-d\nlibgtk-3-0\n');
    expect(read('words')).toContain('--deb-recommends\nspeech-dispatcher\n');
    const named = [...read('words').matchAll(/^-d\n(.+)$/gm)].map(([, name = '']) => name.split(' | ')[0] ?? '');
    expect(await leftOut(named), 'packages that the program needs and that nobody asks for').toEqual([]);
    const entry = read('entry');
    expect(entry).toContain('\nExec=/opt/Layover/layover %U\n');
    expect(entry).toContain('\nCategories=Network;News;Office;\n');
    expect(entry).toContain('\nActions=NewSave;Queue;NextTrip;\n');
    for (const [action, task] of [
      ['NewSave', 'new-save'],
      ['Queue', 'queue'],
      ['NextTrip', 'next-trip'],
    ])
      expect(entry).toMatch(
        new RegExp(`\\[Desktop Action ${action}\\]\nName=[^\n]+\n(?:Name\\[..\\]=[^\n]+\n)*Exec=layover --${task}\n`),
      );
    const types = /^MimeType=(.*);$/m.exec(entry)?.[1]?.split(';') ?? [];
    expect(types).toEqual(
      expect.arrayContaining([
        'text/html',
        'application/x-mimearchive',
        'application/epub+zip',
        'application/x-layover',
        'x-scheme-handler/layover',
      ]),
    );
    expect(new Set(types).size).toBe(types.length);
    // Only what is Layover's own: what a web page is the system knows.
    expect(read('types').match(/type="[^"]+"|pattern="[^"]+"/g)).toEqual([
      'type="application/x-layover"',
      'pattern="*.layover"',
      'type="application/x-webarchive"',
      'pattern="*.webarchive"',
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The Debian packages of the libraries that the program links to or opens, but for those that come with the packages that are named. */
async function leftOut(named: readonly string[]): Promise<readonly string[]> {
  const program = readyElectron()?.executable;
  if (program === undefined || !existsSync('/usr/bin/dpkg-query')) {
    test
      .info()
      .annotations.push({ type: 'not looked at', description: 'packages of libraries: no dpkg on this system' });
    return [];
  }
  const linked = (await runCaptured('ldd', [program])).output;
  const libraries = [...linked.matchAll(/^\s*(\S+) => \//gm)].map(([, name = '']) => name);
  const { packages } = packagesForLibraries([...libraries, ...OPENED]);
  const needs = new Map<string, readonly string[]>();
  const format = '${Package}\t${Pre-Depends}, ${Depends}\n';
  for (const line of (await runCaptured('dpkg-query', ['-W', `-f=${format}`])).output.split('\n')) {
    const [name = '', depends = ''] = line.split('\t');
    needs.set(
      name,
      depends.split(/[,|]/).map((each) => each.trim().split(/[ :]/)[0] ?? ''),
    );
  }
  const coming = new Set(named);
  for (const name of coming) for (const needed of needs.get(name) ?? []) coming.add(needed);
  return packages.filter((name) => !coming.has(name));
}
