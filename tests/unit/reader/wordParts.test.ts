// Where the words of a text may be parted, by the patterns of their languages.
import { expect, test } from 'playwright/test';
import { hasPatterns, loadPatterns } from '../../../renderer/reader/look/hyphenPatterns.ts';
import { findWordParts } from '../../../renderer/reader/look/wordParts.ts';

async function parted(lang: string, text: string): Promise<string> {
  const partWord = await loadPatterns(lang);
  if (partWord === undefined) throw new Error('no patterns');
  return [0, ...findWordParts(text, partWord)]
    .map((place, i, places) => text.slice(place, places[i + 1] ?? text.length))
    .join('-');
}

test('words are parted by the language they are in', async () => {
  expect(await parted('de', 'Geschwindigkeitsbegrenzung')).toBe('Ge-schwin-dig-keits-be-gren-zung');
  expect(await parted('de-AT', '„Straßenbahn“, sagte')).toBe('„Stra-ßen-bahn“, sagte');
  expect(await parted('en', 'representation')).toBe('rep-re-sen-ta-tion');
  expect(await parted('en-GB', 'representation')).toBe('rep-res-ent-a-tion');
  expect(await parted('fr', "l'établissement")).toBe("l'éta-blis-se-ment");
  expect(await parted('ru', 'правительство')).toBe('пра-ви-тель-ство');
  expect(await parted('el', 'κυβέρνηση')).toBe('κυ-βέρ-νηση');
});

test('two letters stay before and three behind, and short words are whole', async () => {
  expect(await parted('de', 'Abend oben heute Feuer')).toBe('Abend oben heute Feuer');
  expect(await parted('es', 'aéreo idea camino')).toBe('aé-reo idea ca-mino');
});

test('addresses, figures, names in capitals and hyphens of the author are left', async () => {
  const text = [
    'https://beispiel.example/geschwindigkeit',
    'www.beispielseite.example',
    'leserbrief@zeitungsredaktion.example',
    'Fahrzeug2000modelle',
    'BUNDESVERFASSUNGSGERICHT',
    'JavaScriptprogramm',
    'Donau\u00ADdampfschifffahrt',
    'leuchtfeuer_verzeichnis',
  ].join(' ');
  expect(await parted('de', text)).toBe(text);
});

test('what becomes another number of letters when it is made small, and marks on letters, are not torn', async () => {
  expect(await parted('tr', 'İstanbullular')).toBe('İstanbullular');
  expect(await parted('de', 'U\u0308berschwemmung')).not.toMatch(/-\u0308/);
});

test('a language without patterns is told of', async () => {
  expect(hasPatterns('ja')).toBe(false);
  expect(hasPatterns('')).toBe(false);
  expect(await loadPatterns('ja')).toBeUndefined();
});

test('all patterns are there', async () => {
  const langs =
    'af be bg bs ca cy da de de-1901 el el-polyton en en-gb es et eu fi fr ga gl hr hu hy is it ka la lt lv nb nl nn no oc pl pt rm ru sl sq sr sr-latn sv tr uk';
  for (const lang of langs.split(' ')) {
    const partWord = await loadPatterns(lang);
    expect(partWord?.('a'), lang).toBe('a');
  }
  // Their authors let nobody hand them on with a program like this.
  for (const lang of ['cs', 'id', 'mk', 'ro', 'sk']) expect(hasPatterns(lang), lang).toBe(false);
});
