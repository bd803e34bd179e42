// The report of an import that a person saves: why each row is not here, in the words of their language.
import { expect, test } from 'playwright/test';
import { ERROR_CODES } from '#contract/errors.ts';
import type { ImportLine, ReportWords } from '#contract/imports.ts';
import { reportRow, skippedLine } from '../../../electron/library/importing/importReport.ts';
import { failures as german } from '../../../renderer/words/de/failures.ts';
import { importing as inGerman } from '../../../renderer/words/de/importing.ts';
import { importing as inEnglish } from '../../../renderer/words/en/importing.ts';

const ENGLISH: ReportWords = { skips: inEnglish.skips, failures: null };
const GERMAN: ReportWords = { skips: inGerman.skips, failures: german };
const SKIPPED = skippedLine({ row: 3, file: 'pocket.csv', label: 'A row', skip: 'bad-address' });
const FAILED: ImportLine = {
  ...SKIPPED,
  outcome: 'failed',
  skip: null,
  failure: { code: 'no-content', message: 'There is nothing to read in “a.html”.' },
};

test('what was left out or failed is said in the language of the window, in English as exactly as it was reported', () => {
  const start = ['3', 'pocket.csv', 'A row', ''];
  expect(reportRow(SKIPPED, ENGLISH)).toEqual([...start, 'skipped', 'Its address is none of the web.']);
  expect(reportRow(SKIPPED, GERMAN)).toEqual([...start, 'skipped', 'Ihre Adresse ist keine aus dem Web.']);
  expect(reportRow(FAILED, ENGLISH)).toEqual([...start, 'failed', 'There is nothing to read in “a.html”.']);
  expect(reportRow(FAILED, GERMAN)).toEqual([...start, 'failed', german['no-content']]);
  expect(Object.keys(german).sort()).toEqual([...ERROR_CODES].sort());
});
