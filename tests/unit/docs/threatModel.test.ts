// What docs/threat-model.md names is there, and every goal about what gets in is named by it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';

const text = readFileSync('docs/threat-model.md', 'utf8');
const GOALS = 'tests/tools/torture/goals';

test('every file and every goal that the threat model names exists', () => {
  const files = [...text.matchAll(/`((?:tests|electron|docs)[^`\s]*)`/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(30);
  // The table of promises is there once the harness has been run.
  expect(files.filter((file) => file !== 'docs/promises.md' && !existsSync(file))).toEqual([]);
  const goals = [...text.matchAll(/\b[SR]\d{1,2}\b/g)].map(([goal]) => `${GOALS}/${goal.toLowerCase()}.ts`);
  expect(goals.filter((file) => !existsSync(file))).toEqual([]);
});

test('every wall says what tries it, and no goal about what gets in is left out', () => {
  const rows = text.split('\n').filter((line) => line.startsWith('| ') && line.split('|').length === 5);
  const unshown = rows.filter(
    (row) => !/^\| (?:attack|who|---)/.test(row) && !/`tests\/|\b[SR]\d/.test(row.split('|')[3] ?? ''),
  );
  expect(unshown.filter((row) => text.indexOf(row) > text.indexOf('## The walls'))).toEqual([]);
  const goals = readdirSync(GOALS).filter((name) => /^s\d+\.ts$/.test(name));
  expect(goals.filter((name) => !new RegExp(`\\b${name.slice(0, -3).toUpperCase()}\\b`).test(text))).toEqual([]);
  expect(text.split('\n').length).toBeLessThanOrEqual(120);
});
