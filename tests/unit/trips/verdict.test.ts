// What may be said of an article that was checked: ready only when nothing at all stands against it, whatever is combined.
import { expect, test } from 'playwright/test';
import type { CheckEvidence } from '#contract/trip.ts';
import { judge, type Findings } from '../../../electron/trips/verdict.ts';
import { seededRandom } from '../store/drafts.ts';

const EVIDENCE: CheckEvidence = {
  words: 600,
  wordsShown: 600,
  pictures: 3,
  picturesShown: 3,
  posters: 1,
  postersShown: 1,
  failedFonts: [],
  missingGlyphs: [],
  damaged: [],
  picture: null,
};

const WHOLE: Findings = {
  report: { words: 600, imagesFound: 3, imagesStored: 3, embeds: 0, missing: [], missingPages: null, sizeBytes: 9_000 },
  evidence: EVIDENCE,
  way: 'opened',
  damagedParts: [],
  lostPictures: 0,
  hasParts: false,
  strayPictures: 0,
  refused: [],
  isSignInPage: false,
  isUnchanged: true,
  failure: null,
};

const GONE = { url: 'https://a.example/p.png', code: 'http-status', reason: 'It is gone.' } as const;

/** Each is one lack, put into whatever was found before it; `status` is what it alone makes of a whole article, `null` for nothing. */
const LACKS: Readonly<Record<string, readonly [status: string | null, (found: Findings) => Findings]>> = {
  'nothing was opened': [null, (found) => ({ ...found, way: 'files' })],
  'it changed meanwhile': [null, (found) => ({ ...found, isUnchanged: false })],
  'it failed': ['broken', (found) => ({ ...found, failure: { code: 'timeout', message: 'It never came to rest.' } })],
  'its content is damaged': ['broken', (found) => ({ ...found, damagedParts: ['content.html'] })],
  'its comments are lost': ['broken', (found) => ({ ...found, damagedParts: ['comments.html'] })],
  'pages are missing': [
    'broken',
    (found) => {
      const missingPages = {
        first: 2,
        last: 3,
        url: 'https://a.example/2',
        code: 'http-status',
        reason: 'No.',
      } as const;
      return { ...found, report: { ...found.report, missingPages } };
    },
  ],
  'its stored text is shorter': [
    'broken',
    (found) => ({ ...found, report: { ...found.report, words: found.evidence.words + 10 } }),
  ],
  'words are not shown': ['broken', (found) => withEvidence(found, { wordsShown: found.evidence.words - 7 })],
  'it is empty': [
    'broken',
    (found) => ({
      ...withEvidence(found, { words: 0, wordsShown: 0, pictures: 0, picturesShown: 0 }),
      report: { ...found.report, words: 0, imagesFound: 0, imagesStored: 0 },
    }),
  ],
  'it asks to sign in': ['needsSignIn', (found) => ({ ...found, isSignInPage: true })],
  'a picture was never fetched': [
    'imagesMissing',
    (found) => ({
      ...withEvidence(found, { pictures: 4 }),
      report: { ...found.report, imagesFound: 4, missing: [GONE] },
      lostPictures: 1,
    }),
  ],
  'a picture is damaged': [
    'imagesMissing',
    (found) => ({ ...withEvidence(found, { picturesShown: 2 }), lostPictures: 1 }),
  ],
  'a picture is not drawn': ['imagesMissing', (found) => withEvidence(found, { picturesShown: 2 })],
  'no picture is drawn': ['textOnly', (found) => withEvidence(found, { picturesShown: 0 })],
  'a picture stands in it that is not its own': ['imagesMissing', (found) => ({ ...found, strayPictures: 1 })],
  'the poster of a film is not drawn': ['broken', (found) => withEvidence(found, { postersShown: 0 })],
  'a typeface failed': ['broken', (found) => withEvidence(found, { failedFonts: ['Literata'] })],
  'a glyph is missing': ['broken', (found) => withEvidence(found, { missingGlyphs: ['漢'] })],
  'something was refused': ['broken', (found) => ({ ...found, refused: ['https://a.example/'] })],
};

function withEvidence(found: Findings, evidence: Partial<CheckEvidence>): Findings {
  return { ...found, evidence: { ...found.evidence, ...evidence } };
}

test('what is whole is ready, also without pictures and also without text', () => {
  expect(judge(WHOLE)).toEqual({ status: 'ready', missingImages: 0, problem: null });
  const textAlone = { ...WHOLE.report, imagesFound: 0, imagesStored: 0 };
  const bare = withEvidence(
    { ...WHOLE, report: textAlone },
    { pictures: 0, picturesShown: 0, posters: 0, postersShown: 0 },
  );
  expect(judge(bare)?.status).toBe('ready');
  const gallery = withEvidence({ ...WHOLE, report: { ...WHOLE.report, words: 0 } }, { words: 0, wordsShown: 0 });
  expect(judge(gallery)?.status).toBe('ready');
  expect(judge(withEvidence(WHOLE, { wordsShown: 594 }))?.status).toBe('ready');
});

test('each lack alone is told as what it is, and what is broken says why', () => {
  for (const [name, [status, lack]] of Object.entries(LACKS)) {
    const verdict = judge(lack(WHOLE));
    expect(verdict?.status ?? null, name).toBe(status);
    if (status === 'broken' || status === 'needsSignIn') expect(verdict?.problem?.message, name).toMatch(/\.$/);
    if (status === 'imagesMissing') expect(verdict?.missingImages, name).toBe(1);
    if (status === 'textOnly') expect(verdict?.missingImages, name).toBe(3);
  }
});

test('no lacks together make an article ready', () => {
  const any = seededRandom(9);
  const lacks = Object.entries(LACKS);
  for (let round = 0; round < 5_000; round += 1) {
    const chosen = lacks.filter(() => any() < 0.2).sort(() => any() - 0.5);
    if (chosen.length === 0) continue;
    const found = chosen.reduce((before, [, [, lack]]) => lack(before), WHOLE);
    expect(judge(found)?.status, chosen.map(([name]) => name).join(', ')).not.toBe('ready');
  }
});
