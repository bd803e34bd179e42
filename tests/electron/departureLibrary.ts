// Nothing in; a library of articles that differ in all that a departure check looks at out: scripts, typefaces, pictures, comments, length.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import type { ArticleId, StoredImage } from '#contract/article.ts';
import type { CheckStatus } from '#contract/trip.ts';
import { countWords } from '../../electron/extract/plainText.ts';
import { layoutOf } from '../../electron/store/layout.ts';
import { openLibrary, type Library } from '../../electron/store/library.ts';
import { png } from '../unit/capture/pictures.ts';
import { aDraft, someFiles } from '../unit/store/drafts.ts';

/** An article, and what is true of it. */
export interface Packed {
  readonly id: ArticleId;
  readonly title: string;
  /** Its stored pictures, as they are shown. */
  readonly pictures: readonly string[];
  readonly hasComments: boolean;
  /** Its only picture was cut off before it was saved. */
  readonly isHalf: boolean;
  /** What a check must find while nobody touches it. */
  readonly status: CheckStatus;
  readonly missingImages: number;
}

interface Plan {
  readonly title: string;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly paragraphs: readonly string[];
  /** Put between the paragraphs; each is a kind of picture. */
  readonly pictures?: readonly Picture[];
  /** Content beside the paragraphs, and its text. */
  readonly more?: { readonly html: string; readonly text: string };
  readonly comments?: string;
  readonly isHalf?: boolean;
  readonly missing?: number;
  readonly status?: CheckStatus;
  readonly missingImages?: number;
}

interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** It is that of a film. */
  readonly isPoster?: boolean;
}

const ENGLISH = 'The boat leaves the harbour at nine, and nobody aboard has a signal before the morning after.';
const ARABIC = 'تغادر السفينة الميناء في التاسعة، ولا إشارة لأحد قبل صباح اليوم التالي.';
const HEBREW = 'הספינה עוזבת את הנמל בתשע, ולאף אחד אין קליטה עד הבוקר שאחריו.';
const JAPANESE = '船は九時に港を出る。翌朝まで電波は届かない。';
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><rect width="120" height="80" fill="#357"/></svg>';

/** A picture of which the lower half never came. */
function halfPicture(): Uint8Array {
  const [width, height] = [120, 80];
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * at) % 251);
  const whole = encode({ width, height, data, channels: 3 });
  return whole.subarray(0, whole.length / 2);
}

const image = (width: number): Picture => ({ bytes: png(width, 90), mediaType: 'image/png' });
const lines = (count: number, text: string): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${text} (${at + 1})`);

/** `hasJapanese` says whether this system has a typeface for it. */
const plans = (hasJapanese: boolean): readonly Plan[] => [
  { title: 'A plain one', paragraphs: lines(12, ENGLISH), pictures: [image(160), image(161)] },
  { title: 'One picture', paragraphs: lines(3, ENGLISH), pictures: [image(170)] },
  { title: 'Arabic', lang: 'ar', dir: 'rtl', paragraphs: lines(8, ARABIC), pictures: [image(162)] },
  { title: 'Hebrew', lang: 'he', dir: 'rtl', paragraphs: lines(8, HEBREW) },
  {
    title: 'Japanese',
    lang: 'ja',
    paragraphs: lines(6, JAPANESE),
    ...(hasJapanese ? {} : { status: 'broken' }),
  },
  { title: 'Long', paragraphs: lines(250, ENGLISH), pictures: Array.from({ length: 12 }, (_, at) => image(200 + at)) },
  { title: 'Text alone', paragraphs: lines(20, ENGLISH) },
  {
    title: 'Typefaces',
    paragraphs: lines(3, ENGLISH),
    more: {
      html: '<h2>Headed</h2><p><em>Slanted</em> <strong>heavy</strong> un<b>believ</b>able <code>coded()</code></p><pre><code>one\ntwo</code></pre><table><tbody><tr><td>left</td><td>right</td></tr></tbody></table><p><ruby>ship<rp>(</rp><rt>reading</rt><rp>)</rp></ruby></p><details><summary>Folded</summary><p>unfolded</p></details>',
      text: 'Headed\n\nSlanted heavy unbelievable coded()\n\none\ntwo\n\nleft\tright\n\nship\n\nFolded\n\nunfolded',
    },
    pictures: [image(163)],
  },
  { title: 'Discussed', paragraphs: lines(5, ENGLISH), comments: '<p>I was aboard.</p>', pictures: [image(164)] },
  {
    title: 'Kinds of pictures',
    paragraphs: lines(4, ENGLISH),
    pictures: [{ bytes: new TextEncoder().encode(SVG), mediaType: 'image/svg+xml' }, image(165)],
  },
  { title: 'A film', paragraphs: lines(4, ENGLISH), pictures: [{ ...image(166), isPoster: true }] },
  {
    title: 'Many pictures',
    paragraphs: lines(2, ENGLISH),
    pictures: Array.from({ length: 8 }, (_, at) => image(300 + at)),
  },
  {
    title: 'One is missing',
    paragraphs: lines(4, ENGLISH),
    pictures: [image(167)],
    missing: 1,
    status: 'imagesMissing',
    missingImages: 1,
  },
  {
    title: 'No picture at all',
    paragraphs: lines(4, ENGLISH),
    // Its bytes are those that were saved; they are no picture.
    pictures: [{ bytes: new TextEncoder().encode('A picture of nothing.'), mediaType: 'image/png' }],
    status: 'textOnly',
    missingImages: 1,
  },
  {
    title: 'Half a picture',
    paragraphs: lines(4, ENGLISH),
    // As earlier versions kept it: whole, by what the report says.
    pictures: [{ bytes: halfPicture(), mediaType: 'image/png' }],
    isHalf: true,
    status: 'imagesMissing',
    missingImages: 1,
  },
  {
    title: 'From elsewhere',
    paragraphs: lines(4, ENGLISH),
    more: { html: '<p><img src="https://else.example/p.png" alt="" width="9" height="9"></p>', text: '' },
    pictures: [image(169)],
    status: 'imagesMissing',
    missingImages: 1,
  },
];

/** Makes it in an empty folder; the last article is as the first versions wrote it, without sums. */
export async function makeDepartureLibrary(folder: string, hasJapanese: boolean): Promise<readonly Packed[]> {
  let at = Date.parse('2026-03-01T10:00:00.000Z');
  const library = await openLibrary(folder, { now: () => new Date((at += 1_000)) });
  const packed: Packed[] = [];
  for (const plan of plans(hasJapanese)) packed.push(await add(library, plan));
  const old = await add(library, {
    title: 'Of the first version',
    paragraphs: lines(6, ENGLISH),
    pictures: [image(171)],
  });
  await library.close();
  const facts = join(layoutOf(folder).article(old.id), 'article.json');
  writeFileSync(facts, readFileSync(facts, 'utf8').replace(/"sums": \{[^}]*\},\s*/, ''));
  return [...packed, old];
}

async function add(library: Library, plan: Plan): Promise<Packed> {
  const images: StoredImage[] = [];
  const shown: string[] = [];
  for (const [index, { bytes, mediaType, isPoster }] of (plan.pictures ?? []).entries()) {
    const { hash, file } = await library.putAsset(bytes, mediaType);
    const url = `https://harbour.example/${plan.title}/${index}`;
    images.push({ url, hash, file, mediaType, sizeBytes: bytes.byteLength, width: 120, height: 80 });
    const drawn = `<img src="../../../assets/${file}" alt="" width="120" height="80">`;
    shown.push(isPoster === true ? `<p class="embed"><a href="${url}">${drawn}Film</a></p>` : `<p>${drawn}</p>`);
  }
  const missing = Array.from({ length: plan.missing ?? 0 }, (_, index) => ({
    url: `https://harbour.example/gone/${index}`,
    code: 'http-status' as const,
    reason: 'It is gone.',
  }));
  const paragraphs = plan.paragraphs.map((text, index) => `<p>${text}</p>${shown[index] ?? ''}`);
  const content = [...paragraphs, ...shown.slice(paragraphs.length), plan.more?.html ?? ''].join('\n');
  const text = [...plan.paragraphs, plan.more?.text ?? ''].join('\n\n');
  const { lang = 'en', dir = 'ltr', title, comments } = plan;
  const [imagesFound, imagesStored] = [images.length + missing.length, images.length];
  const report = { words: countWords(text, lang), imagesFound, imagesStored, embeds: 0, missing, missingPages: null };
  const draft = aDraft({ title, lang, dir, images, report, comments: comments === undefined ? 0 : 1 });
  const { id } = await library.add(draft, { ...someFiles(text), content, comments: comments ?? null });
  return {
    id,
    title,
    pictures: images.map(({ file }) => file),
    hasComments: comments !== undefined,
    isHalf: plan.isHalf === true,
    status: plan.status ?? 'ready',
    missingImages: plan.missingImages ?? 0,
  };
}
