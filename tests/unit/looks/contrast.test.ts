// What a person can tell apart, measured from the tokens themselves, in every theme.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { LEAST, PAIRS } from './pairs.ts';
import { contrast, readRules, tokensOf } from './sheet.ts';

const project = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const filesOf = (name: RegExp): readonly string[] =>
  readdirSync(join(project, 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => `renderer/${path}`);
const tokenRules = readRules(read('renderer/ui/tokens.css'));
const pageSheets = ['resources/page.css', 'resources/languages.css'];
const pageRules = pageSheets.flatMap((path) => readRules(read(path)));

const THEMES = ['paper', 'sepia', 'night', 'black', 'contrast', 'eink'];

for (const theme of THEMES) {
  const tokens = tokensOf(tokenRules, theme);
  const least = (as: 'text' | 'line'): number =>
    as === 'text' && theme === 'contrast' ? LEAST.textOfContrast : LEAST[as];

  test(`all that is drawn can be told from its ground in ${theme}`, () => {
    const faint = PAIRS.flatMap(({ drawn, ground, as }) => {
      const found = contrast(tokens.get(drawn) ?? '', tokens.get(ground) ?? '');
      return found >= least(as)
        ? []
        : [`${theme}: ${drawn} on ${ground} is ${found.toFixed(2)}, ${as} has ${least(as)}`];
    });
    expect(faint).toEqual([]);
  });

  test(`marked text can be read in ${theme}`, () => {
    // Chromium 114 knows no tokens in highlights, so their colours stand in the sheet; the last rule that is for the theme counts.
    const marks = new Map<string, ReadonlyMap<string, string>>();
    for (const { selectors, declarations } of pageRules) {
      for (const selector of selectors) {
        const mark = /^(?::root(?:\[data-theme(?:='(\w+)')?\])?\s*)?::highlight\(([\w-]+)\)$/.exec(selector);
        const [, of = theme, name] = mark ?? [];
        if (name !== undefined && of === theme) marks.set(name, new Map([...(marks.get(name) ?? []), ...declarations]));
      }
    }
    expect([...marks.keys()]).toEqual(expect.arrayContaining(['hit', 'current-hit']));
    const valueOf = (value = ''): string => tokens.get(/^var\(--([\w-]+)\)$/.exec(value)?.[1] ?? '') ?? value;
    const faint = [...marks].flatMap(([name, declarations]) => {
      const ink = valueOf(declarations.get('color') ?? tokens.get('ink-text'));
      const ground = declarations.get('background-color');
      if (ground === undefined) return [];
      const found = contrast(ink, valueOf(ground));
      return found >= least('text') ? [] : [`${theme}: ${name} is ${found.toFixed(2)}`];
    });
    expect(faint).toEqual([]);
  });
}

test('every theme says the same names', () => {
  const [first = [], ...others] = THEMES.map((theme) =>
    [...tokensOf(tokenRules, theme).keys()].filter((name) => name !== 'motion'),
  );
  for (const names of others) expect(names.toSorted()).toEqual(first.toSorted());
});

test('every name that a sheet uses is there', () => {
  // Set by the window on the document, or by React Aria on a popover.
  const set = ['text-size', 'measure', 'leading', 'script-leading', 'trigger-width'];
  const sheets = [...filesOf(/\.css$/), ...pageSheets];
  const known = new Set([
    ...set,
    ...sheets.flatMap((path) => [...read(path).matchAll(/(?<![\w(-])--([\w-]+)\s*:/g)].map(([, name = '']) => name)),
    // Set by components.
    ...filesOf(/\.tsx?$/).flatMap((path) =>
      [...read(path).matchAll(/['"]--([\w-]+)['"]/g)].map(([, name = '']) => name),
    ),
  ]);
  const unknown = sheets.flatMap((path) =>
    [...read(path).matchAll(/var\(--([\w-]+)/g)].flatMap(([, name = '']) =>
      known.has(name) ? [] : [`${path}: --${name}`],
    ),
  );
  expect(unknown).toEqual([]);
});

test('nothing but the tokens and the marks names a colour', () => {
  const named = pageRules.flatMap(({ selectors, declarations }) =>
    selectors.some((selector) => selector.includes('::highlight'))
      ? []
      : [...declarations]
          .filter(([name, value]) => !name.startsWith('--') && /#[0-9a-f]{3}/i.test(value))
          .map(([name, value]) => `${selectors.join(', ')} { ${name}: ${value} }`),
  );
  expect(named).toEqual([]);
});
