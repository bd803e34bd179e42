// An article's address in; what is really there once it is opened as the reader opens it out. It looks into the frame from outside; nothing
// in the frame can run. Sets itself no limit of time: whoever asks does.
import type { MeasuredLook, MeasuredPage, MeasuredPicture } from '#contract/measuredPage.ts';
import { dress } from '../reader/look/dress.ts';
import { loadPictures } from '../reader/frame/pictures.ts';
import { whenParsed } from '../reader/frame/whenParsed.ts';
import { missingGlyphs } from './glyphs.ts';
import { laidOutText } from './laidOutText.ts';

const DECODED_AT_ONCE = 4;
const NOTHING: MeasuredPage = {
  isArticle: false,
  lacksComments: false,
  text: '',
  pictures: [],
  failedFonts: [],
  missingGlyphs: [],
};

/** Opens it in the place of the one before, and resolves when it has settled: its fonts are there, its pictures decoded, two frames drawn. */
export async function measureArticle(id: string, look: MeasuredLook): Promise<MeasuredPage> {
  const page = await open(`/article/${id}/`);
  const content = page?.querySelector('.content') ?? null;
  if (page === undefined || content === null) return NOTHING;
  dress(page, look);
  // What is folded up can be unfolded on the way.
  for (const details of page.querySelectorAll('details')) details.open = true;
  loadPictures(page);
  await page.fonts.ready;
  const pictures = await measurePictures(page);
  await twoFrames();
  // The pictures' places may have brought in text, and so fonts.
  await page.fonts.ready;
  return {
    isArticle: true,
    lacksComments: page.querySelector('.comments-lost') !== null,
    text: laidOutText(content),
    pictures,
    failedFonts: failedFonts(page),
    missingGlyphs: missingGlyphs(page),
  };
}

async function open(address: string): Promise<Document | undefined> {
  document.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  // A bar to scroll by is no part of the picture.
  frame.setAttribute('scrolling', 'no');
  frame.src = address;
  document.body.append(frame);
  await new Promise<void>((resolve) => whenParsed(frame, resolve));
  return frame.contentDocument ?? undefined;
}

async function measurePictures(page: Document): Promise<readonly MeasuredPicture[]> {
  const images = [...page.querySelectorAll('img')];
  const found = new Map<string, MeasuredPicture>();
  const waiting = images.values();
  async function work(): Promise<void> {
    for (const image of waiting) {
      const path = pathOf(image);
      const isDecoded = await decodes(image);
      const isShown = isDecoded && image.getClientRects().length > 0;
      const before = found.get(path);
      found.set(path, {
        path,
        isPoster: image.closest('.embed') !== null || before?.isPoster === true,
        isShown: isShown && before?.isShown !== false,
      });
    }
  }
  await Promise.all(Array.from({ length: DECODED_AT_ONCE }, work));
  return [...found.values()];
}

async function decodes(image: HTMLImageElement): Promise<boolean> {
  try {
    await image.decode();
    return image.naturalWidth > 0 && image.naturalHeight > 0;
  } catch {
    // It did not come, or is no picture that can be drawn.
    return false;
  }
}

/** As it stands in the document, for it may be anything. */
function pathOf(image: HTMLImageElement): string {
  try {
    return new URL(image.src).pathname;
  } catch {
    return image.getAttribute('src') ?? '';
  }
}

function failedFonts(page: Document): readonly string[] {
  const failed = [...page.fonts].filter(({ status }) => status === 'error');
  return [...new Set(failed.map(({ family, style, weight }) => `${family.replaceAll('"', '')} ${style} ${weight}`))];
}

function twoFrames(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
