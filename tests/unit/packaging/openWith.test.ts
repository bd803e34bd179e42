// What the Windows installer is told to write down of the files that other programs open too, with its macros put in as NSIS does.
import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';

const MACROS = new Map(
  [...readFileSync('scripts/packaging/openWith.nsh', 'utf8').matchAll(/^!macro (.+)\n([^]*?)^!macroend$/gm)].map(
    ([, head = '', body = '']) => {
      const [name = '', ...parameters] = head.split(' ');
      return [name, { parameters, lines: body.trim().split(/\n\s*/) }];
    },
  ),
);

function put(name: string, values: readonly string[] = []): readonly string[] {
  const macro = MACROS.get(name);
  if (macro === undefined) throw new Error(`there is no macro ${name}`);
  return macro.lines.flatMap((line) => {
    const full = macro.parameters.reduce((text, name, at) => text.replaceAll(`\${${name}}`, values[at] ?? ''), line);
    const [, inner, rest = ''] = /^!insertmacro (\S+)(.*)$/.exec(full) ?? [];
    return inner === undefined
      ? [full]
      : put(
          inner,
          rest
            .trim()
            .split(' ')
            .map((word) => word.replaceAll('"', '')),
        );
  });
}

test('Layover is offered for the same files as on a Mac, takes the place of no program, and leaves nothing behind', () => {
  const configuration = readFileSync('electron-builder.yml', 'utf8');
  expect(configuration).toContain('\n  include: scripts/packaging/openWith.nsh\n');
  const mac = configuration.slice(configuration.indexOf('\nmac:'), configuration.indexOf('\nlinux:'));
  const wanted = [...mac.matchAll(/ext: \[?([a-z, ]+)[\],]/g)]
    .flatMap(([, names = '']) => names.split(/, ?/))
    .filter((name) => !/ |^$/.test(name));
  const installed = put('customInstall');
  const offered = installed.flatMap(
    (line) =>
      /^WriteRegNone SHELL_CONTEXT "Software\\Classes\\\.(\w+)\\OpenWithProgids" "Layover\.Document"$/.exec(
        line,
      )?.[1] ?? [],
  );
  expect(offered.length).toBeGreaterThan(8);
  expect(offered.toSorted()).toEqual(wanted.toSorted());
  // All else that is written is Layover's own.
  const others = installed.filter((line) => !line.startsWith('WriteRegNone'));
  expect(others.filter((line) => !line.includes(' "Software\\Classes\\Layover.Document'))).toEqual([]);
  expect(others.at(-1)).toContain(`\\shell\\open\\command" "" '"$appExe" "%1"'`);
  expect(put('customUnInstall')).toEqual([
    ...offered.map(
      (name) => `DeleteRegValue SHELL_CONTEXT "Software\\Classes\\.${name}\\OpenWithProgids" "Layover.Document"`,
    ),
    'DeleteRegKey SHELL_CONTEXT "Software\\Classes\\Layover.Document"',
  ]);
});
