// A PDF comes in; one document goes out: its text as headings and paragraphs, its figures and its pages without text as pictures. Refuses
// what is locked, broken, or longer than books are.
import type { StatedFacts } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { encodeDrawing } from './encodeDrawing.ts';
import type { EmbeddedResource, OpenedFile } from './openedFile.ts';
import { partAddress } from './partNames.ts';
import { figuresOf } from './pdfFigures.ts';
import { openPdfium, type Box, type PdfPage } from './pdfium.ts';
import { toBlocks, toLines, type TextBlock, type TextLine } from './pdfText.ts';

/** What opening a PDF takes besides its bytes. */
export interface PdfTools {
  /** The bytes of `pdfium.wasm`. */
  readonly wasm: Uint8Array;
  /** Time for all drawings together in milliseconds; pages that are not drawn then are named. */
  readonly drawMs: number;
}

interface Figure {
  readonly page: number;
  readonly box: Box;
  /** Name of its resource; `null` when there was no time left to draw it. */
  readonly address: string | null;
  readonly isPage: boolean;
}

const MAX_PAGES = 3000;
/** Drawn so wide as the reading column at two pixels a point. */
const PAGE_PIXELS = 1400;
const MOST_ROWS = 6000;
const LEAST_LETTERS = 12;
const MOST_UNKNOWN = 0.3;

/** Opens the document. Throws `unreadable` and `too-large`. */
export async function openPdf(bytes: Uint8Array, tools: PdfTools): Promise<OpenedFile> {
  const pdf = await openPdfium(bytes, tools.wasm);
  if (pdf.pageCount > MAX_PAGES) {
    throw new AppError(
      'too-large',
      `This PDF has more than ${MAX_PAGES} pages. Nothing was stored; the file is unchanged. Save a part of it and add that.`,
    );
  }
  const lines: TextLine[] = [];
  const heights: number[] = [];
  const figures: Figure[] = [];
  const resources = new Map<string, EmbeddedResource>();
  const drawUntil = performance.now() + tools.drawMs;
  for (let index = 0; index < pdf.pageCount; index += 1) {
    pdf.onPage(index, (page) => {
      heights[index] = page.height;
      const own = toLines(page.glyphs, index);
      const isText = hasText(own, page);
      const boxes = figuresOf(page, isText);
      for (const box of boxes) {
        const isPage = box.top - box.bottom >= page.height;
        const address = partAddress(isPage ? `page-${index + 1}` : `page-${index + 1}-figure-${figures.length + 1}`);
        const isLate = performance.now() > drawUntil;
        if (!isLate) resources.set(address, pictureOf(page, box, isText));
        figures.push({ page: index, box, address: isLate ? null : address, isPage });
      }
      if (isText) lines.push(...own.filter((line) => !isLabel(line, boxes, page)));
    });
  }
  const blocks = toBlocks(lines, heights);
  const title = titleOf(pdf.fact('Title'), blocks);
  const author = pdf.fact('Author');
  const facts: StatedFacts = {
    relatedLists: [],
    ...(title === null ? {} : { title }),
    ...(author === '' ? {} : { byline: author.replace(/\s*;\s*/g, ', ') }),
    ...(/^[a-z]{2,3}(?:-[\w-]+)?$/i.test(pdf.lang) ? { lang: pdf.lang } : {}),
  };
  const text = `<!doctype html><html><body>${htmlOf(blocks, figures)}</body></html>`;
  return {
    documents: [{ kind: 'content', text, address: null, facts, part: null, original: null }],
    resources,
    mediaType: 'application/pdf',
    encoding: null,
  };
}

function hasText(lines: readonly TextLine[], { unknownShare }: PdfPage): boolean {
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return letters >= LEAST_LETTERS && unknownShare <= MOST_UNKNOWN;
}

/** Words within a figure are shown by its picture; a page that is one picture keeps its text beside it. */
function isLabel({ box, text }: TextLine, figures: readonly Box[], { height }: PdfPage): boolean {
  if (text.length > 40) return false;
  const [x, y] = [(box.left + box.right) / 2, (box.bottom + box.top) / 2];
  return figures.some(
    (each) => each.top - each.bottom < height && x > each.left && x < each.right && y > each.bottom && y < each.top,
  );
}

function pictureOf(page: PdfPage, box: Box, isText: boolean): EmbeddedResource {
  const jpeg = isText || box.top - box.bottom < page.height ? undefined : page.onlyJpeg();
  if (jpeg !== undefined) return { bytes: jpeg, mediaType: 'image/jpeg' };
  const scale = Math.min(PAGE_PIXELS / page.width, MOST_ROWS / (box.top - box.bottom));
  return encodeDrawing(page.draw(box, scale));
}

/** What programs write when nobody gave a title is none. */
function titleOf(stated: string, blocks: readonly TextBlock[]): string | null {
  const isNone =
    /^(?:untitled|title|microsoft (?:word|powerpoint)|document\d*$)|\.(?:docx?|pdf|tex|dvi|indd|pptx?|qxd|rtf)$/i.test(
      stated,
    );
  if (stated !== '' && !isNone) return stated;
  const [heading] = blocks.filter(({ page, kind }) => page === 0 && kind !== 'p').sort((a, b) => b.size - a.size);
  return heading?.text.replaceAll('\n', ' ') ?? null;
}

/** A figure stands before the first block of its page that begins below its top. */
function htmlOf(blocks: readonly TextBlock[], figures: readonly Figure[]): string {
  const html: string[] = [];
  const waiting = [...figures];
  const place = (isDue: (figure: Figure) => boolean): void => {
    for (const figure of waiting.filter(isDue)) {
      html.push(figureHtml(figure));
      waiting.splice(waiting.indexOf(figure), 1);
    }
  };
  for (const { kind, text, page, box } of blocks) {
    place((figure) => figure.page < page || (figure.page === page && (figure.isPage || isAbove(figure.box, box))));
    html.push(`<${kind}>${escaped(text).replaceAll('\n', '<br>')}</${kind}>`);
  }
  place(() => true);
  // Items that follow each other are one list.
  return html.join('\n').replace(/(?:<li>.*<\/li>\n?)+/g, (items) => `<ul>${items}</ul>`);
}

function isAbove(figure: Box, text: Box): boolean {
  return text.top <= figure.top && text.left < figure.right && figure.left < text.right;
}

function figureHtml({ page, address, isPage }: Figure): string {
  const name = isPage ? `Page ${page + 1}` : `Figure on page ${page + 1}`;
  if (address === null) {
    return `<p><em>${name} is a picture that there was no time left to draw. It is in the original file.</em></p>`;
  }
  return `<figure><img src="${address}" alt="${name}"></figure>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
