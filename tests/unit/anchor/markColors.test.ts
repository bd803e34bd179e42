// Text on a highlight can be read in every theme: the contrast of each pair of colours, by the formula of WCAG 2.2.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';

const read = (file: string): string => readFileSync(join(import.meta.dirname, '../../..', file), 'utf8');

function luminance(color: string): number {
  const full = color.length === 4 ? color.replace(/[\da-f]/g, '$&$&') : color;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const RULE =
  /(?::root\[data-theme='(?<theme>\w+)'\] )?::highlight\(mark-(?<color>yellow|green|blue|red)\) \{\s*background-color: (?<ground>#\w+);\s*color: (?<ink>#\w+);/g;

test('every highlight has text on it with a contrast of at least 4.5 to 1, in the colours of the window', () => {
  const rules = [...read('resources/page.css').matchAll(RULE)].map(({ groups }) => groups ?? {});
  expect(rules).toHaveLength(24);
  const tokens = read('renderer/ui/tokens.css');
  for (const { theme = 'paper', color = '', ground = '', ink = '' } of rules) {
    expect(contrast(ground, ink), `${color} in ${theme}`).toBeGreaterThanOrEqual(4.5);
    const block = tokens.slice(tokens.indexOf(`[data-theme='${theme}'] {`));
    expect(block.slice(0, block.indexOf('}'))).toContain(`--mark-${color}: ${ground};`);
  }
});
