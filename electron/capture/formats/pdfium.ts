// The bytes of a PDF come in; its pages go out as glyphs, boxes of figures and drawings, by PDFium as WebAssembly. Refuses what PDFium
// cannot open, with its reason. Lengths are points (1/72 inch) from the lower left corner of the page.
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';

/** A rectangle; `top` is above `bottom`. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A character with its place; a line break has none. */
export interface Glyph {
  readonly text: string;
  /** The box of its font's full height; `null` for breaks and spaces that only the layout shows. */
  readonly box: Box | null;
  /** Counter-clockwise, in radians. */
  readonly angle: number;
}

/** What stands on a page beside its text. */
export interface PageObject {
  readonly kind: 'image' | 'path' | 'form' | 'other';
  readonly box: Box;
}

/** Pixels, four bytes each: red, green, blue, and one without meaning. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A page; its numbers are only good until the next page is opened. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** The share of characters, 0 to 1, whose font does not tell what they mean. */
  readonly unknownShare: number;
  readonly objects: readonly PageObject[];
  /** Draws a part of the page on white at so many pixels a point. */
  readonly draw: (part: Box, scale: number) => Drawing;
  /** The bytes of the page's only image when they are a JPEG as they lie in the file. */
  readonly onlyJpeg: () => Uint8Array | undefined;
}

/** An opened document. */
export interface PdfDocument {
  readonly pageCount: number;
  /** An entry of the document's information, such as `Title`; empty when there is none. */
  readonly fact: (name: string) => string;
  readonly lang: string;
  /** Opens a page, counted from 0, for as long as `use` runs; `undefined` when it is broken. */
  readonly onPage: <T>(index: number, use: (page: PdfPage) => T) => T | undefined;
}

const WRONG_PASSWORD = 4;
const UNKNOWN_SECURITY = 5;
const LINE_BREAK = /[\r\n]/;
const MAX_OBJECTS = 20_000;
const KINDS: Readonly<Record<number, PageObject['kind']>> = { 2: 'path', 3: 'image', 5: 'form' };

/** Opens a document with the bytes of `pdfium.wasm`. Throws `unreadable`. */
export async function openPdfium(bytes: Uint8Array, wasm: Uint8Array): Promise<PdfDocument> {
  const wasmBinary = new Uint8Array(wasm).buffer;
  const pdfium = await init({ wasmBinary });
  pdfium.PDFiumExt_Init();
  const { wasmExports } = pdfium.pdfium;
  const data = wasmExports.malloc(bytes.length);
  pdfium.pdfium.HEAPU8.set(bytes, data);
  const document = pdfium.FPDF_LoadMemDocument(data, bytes.length, '');
  if (document === 0) throw refusal(pdfium.FPDF_GetLastError());
  return {
    pageCount: pdfium.FPDF_GetPageCount(document),
    fact: (name) => readText(pdfium, (buffer, size) => pdfium.FPDF_GetMetaText(document, name, buffer, size)),
    lang: readText(pdfium, (buffer, size) => pdfium.FPDFCatalog_GetLanguage(document, buffer, size)),
    onPage: (index, use) => {
      const page = pdfium.FPDF_LoadPage(document, index);
      if (page === 0) return undefined;
      const text = pdfium.FPDFText_LoadPage(page);
      const scratch = wasmExports.malloc(64);
      try {
        return use(pageOf(pdfium, page, text, scratch));
      } finally {
        wasmExports.free(scratch);
        pdfium.FPDFText_ClosePage(text);
        pdfium.FPDF_ClosePage(page);
      }
    },
  };
}

function pageOf(pdfium: WrappedPdfiumModule, page: number, text: number, scratch: number): PdfPage {
  const width = pdfium.FPDF_GetPageWidthF(page);
  const height = pdfium.FPDF_GetPageHeightF(page);
  const { glyphs, unknownShare } = readGlyphs(pdfium, text, scratch);
  const objects = readObjects(pdfium, page, scratch);
  return {
    width,
    height,
    glyphs,
    unknownShare,
    objects: objects.map(({ object }) => object),
    draw: (part, scale) => draw(pdfium, page, { width, height, part, scale }),
    onlyJpeg: () => {
      const images = objects.filter(({ object }) => object.kind === 'image');
      const [only, ...more] = images;
      if (only === undefined || more.length > 0 || pdfium.FPDFPage_GetRotation(page) !== 0) return undefined;
      return readJpeg(pdfium, only.handle);
    },
  };
}

function readGlyphs(
  pdfium: WrappedPdfiumModule,
  text: number,
  scratch: number,
): Pick<PdfPage, 'glyphs' | 'unknownShare'> {
  const glyphs: Glyph[] = [];
  const count = Math.max(0, pdfium.FPDFText_CountChars(text));
  let unknown = 0;
  let shown = 0;
  for (let index = 0; index < count; index += 1) {
    const code = pdfium.FPDFText_GetUnicode(text, index);
    const character = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    if (LINE_BREAK.test(character)) {
      glyphs.push({ text: '\n', box: null, angle: 0 });
      continue;
    }
    if (character === ' ' || pdfium.FPDFText_IsGenerated(text, index) === 1) {
      glyphs.push({ text: character === '' ? '' : character, box: null, angle: 0 });
      continue;
    }
    shown += 1;
    if (pdfium.FPDFText_HasUnicodeMapError(text, index) === 1 || code === 0xfffd || code === 0) unknown += 1;
    const hasBox = pdfium.FPDFText_GetLooseCharBox(text, index, scratch);
    const box = hasBox ? readFloats(pdfium, scratch) : null;
    glyphs.push({
      // The end of a line where PDFium saw a word broken off.
      text: code === 2 ? '\u00AD' : character,
      box: box === null ? null : { left: box[0], top: box[1], right: box[2], bottom: box[3] },
      angle: pdfium.FPDFText_GetCharAngle(text, index),
    });
  }
  return { glyphs, unknownShare: shown === 0 ? 0 : unknown / shown };
}

function readObjects(
  pdfium: WrappedPdfiumModule,
  page: number,
  scratch: number,
): readonly { readonly handle: number; readonly object: PageObject }[] {
  const found: { readonly handle: number; readonly object: PageObject }[] = [];
  const count = Math.min(MAX_OBJECTS, pdfium.FPDFPage_CountObjects(page));
  for (let index = 0; index < count; index += 1) {
    const handle = pdfium.FPDFPage_GetObject(page, index);
    const kind = KINDS[pdfium.FPDFPageObj_GetType(handle)] ?? 'other';
    if (kind === 'other') continue;
    if (!pdfium.FPDFPageObj_GetBounds(handle, scratch, scratch + 4, scratch + 8, scratch + 12)) continue;
    const [left, bottom, right, top] = readFloats(pdfium, scratch);
    found.push({ handle, object: { kind, box: { left, bottom, right, top } } });
  }
  return found;
}

function readFloats(pdfium: WrappedPdfiumModule, at: number): readonly [number, number, number, number] {
  const read = (offset: number): number => pdfium.pdfium.getValue(at + offset, 'float');
  return [read(0), read(4), read(8), read(12)];
}

/** Twice asked, first for the size: how PDFium hands out UTF-16. */
function readText(pdfium: WrappedPdfiumModule, ask: (buffer: number, size: number) => number): string {
  const size = ask(0, 0);
  if (size <= 2 || size > 65_536) return '';
  const buffer = pdfium.pdfium.wasmExports.malloc(size);
  ask(buffer, size);
  const text = pdfium.pdfium.UTF16ToString(buffer);
  pdfium.pdfium.wasmExports.free(buffer);
  return text.trim();
}

const BGRX = 3;
const WITH_ANNOTATIONS = 1;
const RED_FIRST = 0x10;

function draw(
  pdfium: WrappedPdfiumModule,
  page: number,
  {
    width,
    height,
    part,
    scale,
  }: { readonly width: number; readonly height: number; readonly part: Box; readonly scale: number },
): Drawing {
  const columns = Math.max(1, Math.round((part.right - part.left) * scale));
  const rows = Math.max(1, Math.round((part.top - part.bottom) * scale));
  const buffer = pdfium.pdfium.wasmExports.malloc(columns * rows * 4);
  const bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, BGRX, buffer, columns * 4);
  if (buffer === 0 || bitmap === 0) throw new RangeError('no memory for a drawing');
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xffffffff);
  const [left, top] = [-Math.round(part.left * scale), -Math.round((height - part.top) * scale)];
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  pdfium.FPDF_RenderPageBitmap(bitmap, page, left, top, wide, high, 0, WITH_ANNOTATIONS | RED_FIRST);
  const pixels = pdfium.pdfium.HEAPU8.slice(buffer, buffer + columns * rows * 4);
  pdfium.FPDFBitmap_Destroy(bitmap);
  pdfium.pdfium.wasmExports.free(buffer);
  return { width: columns, height: rows, pixels };
}

function readJpeg(pdfium: WrappedPdfiumModule, image: number): Uint8Array | undefined {
  if (pdfium.FPDFImageObj_GetImageFilterCount(image) !== 1) return undefined;
  const size = pdfium.FPDFImageObj_GetImageDataRaw(image, 0, 0);
  if (size < 100 || size > 20 * 1024 * 1024) return undefined;
  const buffer = pdfium.pdfium.wasmExports.malloc(size);
  pdfium.FPDFImageObj_GetImageDataRaw(image, buffer, size);
  const bytes = pdfium.pdfium.HEAPU8.slice(buffer, buffer + size);
  pdfium.pdfium.wasmExports.free(buffer);
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff ? bytes : undefined;
}

function refusal(error: number): AppError {
  if (error === WRONG_PASSWORD || error === UNKNOWN_SECURITY) {
    return new AppError(
      'unreadable',
      'This PDF is locked with a password. Nothing was stored; the file is unchanged. Save a copy of it without the password and add that.',
      { detail: detail('lockedFile') },
    );
  }
  return new AppError(
    'unreadable',
    'This PDF is cut off or broken, so it cannot be opened. Nothing was stored; the file is unchanged. Get the file once more and add it again.',
    { detail: detail('brokenFile') },
  );
}
