// What the box says when Layover cannot start: for failures as they really come, in every language.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import { LANGUAGES } from '#contract/language.ts';
import { refusalOf } from '../../../electron/shell/refusal.ts';
import { REFUSALS, type RefusalReason } from '../../../electron/shell/refusalWords.ts';
import { toDiskError } from '../../../electron/store/diskError.ts';
import { openLibrary } from '../../../electron/store/library.ts';

const diskFailure = (code: string): unknown =>
  toDiskError(Object.assign(new Error(code), { code }), 'The library could not be opened');

const thrownBy = (opening: Promise<unknown>): Promise<unknown> =>
  opening.then(
    () => undefined,
    (failure: unknown) => failure,
  );

/** Failures with the reason that each is told for. */
async function failures(folder: string): Promise<readonly (readonly [unknown, RefusalReason])[]> {
  const now = (): Date => new Date();
  const [held, newer] = [join(folder, 'held'), join(folder, 'newer')];
  const library = await openLibrary(held, { now });
  mkdirSync(newer);
  writeFileSync(join(newer, 'library.json'), JSON.stringify({ format: 2, created: now().toISOString() }));
  try {
    return [
      [await thrownBy(openLibrary(held, { now })), 'inUse'],
      [await thrownBy(openLibrary(newer, { now })), 'newer'],
      [await thrownBy(openLibrary(join(folder, 'none'), { now, readOnly: true })), 'gone'],
      [new AppError('locked', 'Elsewhere.', { detail: detail('otherMachine') }), 'elsewhere'],
      [diskFailure('ENOSPC'), 'full'],
      [diskFailure('EROFS'), 'readOnly'],
      [diskFailure('EACCES'), 'forbidden'],
      [diskFailure('ENOTDIR'), 'gone'],
      [diskFailure('EIO'), 'disk'],
    ];
  } finally {
    await library.close();
  }
}

test('each reason has its words in German and Arabic, and in English those of the failure', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'layover-refusal-'));
  try {
    for (const [failure, reason] of await failures(folder)) {
      const english = failure instanceof AppError ? failure.message : '';
      expect(refusalOf(failure, 'en')).toEqual({ title: 'Layover could not open your library', body: english });
      for (const language of ['de', 'ar'] as const) {
        const { title, reasons } = REFUSALS[language];
        expect(refusalOf(failure, language), english).toEqual({ title, body: reasons?.[reason] });
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('another computer is named as it is, and a folder that cannot be written to', () => {
  const elsewhere = new AppError('locked', 'Elsewhere.', { detail: detail('otherMachine', '$& of Ada') });
  expect(refusalOf(elsewhere, 'de').body).toContain('auf dem Computer „$& of Ada“ geöffnet');
  // A name runs its own way in a line from right to left.
  expect(refusalOf(elsewhere, 'ar').body).toContain('«\u2068$& of Ada\u2069»');
  const folder = '/media/stick/Layover data';
  for (const language of LANGUAGES) {
    const { title, body } = refusalOf(new Error('EACCES'), language, folder);
    expect(title).toBe(REFUSALS[language].title);
    expect(body).toContain(folder);
    expect(body).toContain('--portable');
  }
});

test('of anything else it is said that nothing was changed', () => {
  expect(refusalOf(new TypeError('x is not a function'), 'en').body).toBe(
    'Layover could not start. Nothing in your library was changed.',
  );
  for (const failure of [new TypeError('x is not a function'), new AppError('timeout', 'It took too long.')]) {
    expect(refusalOf(failure, 'de').body).toBe(
      'Layover konnte nicht starten. In der Bibliothek wurde nichts geändert.',
    );
    expect(refusalOf(failure, 'ar').body).toBe('تعذّر بدء Layover. لم يتغير شيء في مكتبتك.');
  }
});

test('no two reasons are told alike, none is left in another language, and values have their places', () => {
  for (const language of LANGUAGES) {
    const { title, other, unwritable, reasons } = REFUSALS[language];
    const all = [title, other, unwritable, ...Object.values(reasons ?? {})];
    expect(new Set(all).size).toBe(all.length);
    expect(unwritable).toContain('%folder%');
    if (reasons !== null) expect(reasons.elsewhereNamed).toContain('%name%');
    if (language === 'ar') for (const words of all) expect(words).toMatch(/[\u0621-\u064A]/);
  }
});
