// Every message of every language: well-formed, with the values of the English one, with all plural forms of its language, translated.
import { expect, test } from 'playwright/test';
import { ar } from '../../../renderer/words/ar/catalogue.ts';
import { de } from '../../../renderer/words/de/catalogue.ts';
import { en } from '../../../renderer/words/en/catalogue.ts';
import { dissect, listMessages } from './messages.ts';

const CATALOGUES = { en, de, ar } as const;

// Names, what is printed on keys, forms without a word, and words that German took from the same places.
const SAME =
  /^(?:appName|paper\.(?:markdown|bibtex)|fonts\.\w+|settings\.version|firstRun\.placeholder|importing\.formats\.\w+|keys\.(?:alt|escape))$/;
const SAME_IN_GERMAN =
  /^(?:kinds\.(?:video|audio)|themes\.sepia|details\.text|looks\.textSizeValue|rules\.name|storage\.capUnit|trips\.(?:name|sourceFeed)|tripBoard\.columns\.status)$/;
const SAME_IN_ARABIC = /^keys\.(?:ctrl|shift|delete|enter|backspace|home|end)$/;

const TRANSLATIONS = [
  ['de', de, SAME_IN_GERMAN],
  ['ar', ar, SAME_IN_ARABIC],
] as const;

const english = new Map(listMessages(en));

for (const [locale, catalogue] of Object.entries(CATALOGUES)) {
  test(`every message in ${locale} is well-formed and has all plural forms of the language`, () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const lacking = listMessages(catalogue).flatMap(([path, message]) =>
      dissect(message, locale)
        .plurals.flatMap((forms) => categories.filter((category) => !forms.includes(category)))
        .map((category) => `${path}: ${category}`),
    );
    expect(lacking).toEqual([]);
  });

  test(`no message in ${locale} is empty or has space at its ends`, () => {
    const odd = listMessages(catalogue).filter(([, message]) => message === '' || message !== message.trim());
    expect(odd).toEqual([]);
  });
}

for (const [locale, catalogue, sameHere] of TRANSLATIONS) {
  test(`every message in ${locale} has the name and the values of an English one`, () => {
    const translated = listMessages(catalogue);
    expect(translated.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted());
    const different = translated.filter(
      ([path, message]) =>
        dissect(message, locale).values.join() !== dissect(english.get(path) ?? '', 'en').values.join(),
    );
    expect(different).toEqual([]);
  });

  test(`no message in ${locale} is still in English`, () => {
    const same = listMessages(catalogue).filter(([path, message]) => {
      const hasWords = dissect(message, locale).literals.some((literal) => /\p{L}{2}/u.test(literal));
      const mayBeSame = SAME.test(path) || sameHere.test(path);
      return hasWords && message === english.get(path) && !mayBeSame;
    });
    expect(same).toEqual([]);
  });
}
