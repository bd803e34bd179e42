// PDFs made for tests: set letter by letter as a typesetter would, and broken or locked on purpose.
import { encode } from 'jpeg-js';
import {
  degrees,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  StandardFonts,
  type PDFFont,
  type PDFPage,
} from 'pdf-lib';

const [WIDTH, HEIGHT] = [595, 842];
const MARGIN = 72;

/** The report's text: a hyphen at a line's end, a paragraph that goes over to the next page. */
export const PARAGRAPHS = [
  'The corrections were written in pencil along the wall, from the door to the window, in a hand that grew smaller every winter until the harbourmaster needed a glass to read them.',
  'Nobody asked what would happen when the wall was full. The keeper had measured it once and found room for another forty years, which she took to be somebody else’s affair.',
  'When the builders came they photographed every square before they touched it, and the photographs were later found to be worth more than the building.',
];

/** A report of three pages: a title, two chapters, running heads, a figure of strokes, an image, and a stamp on the margin. */
export async function reportPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle('A wall of tides');
  pdf.setAuthor('Ines Calder; Tomas Reyl');
  pdf.setLanguage('en-GB');
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const pages = [0, 1, 2].map(() => pdf.addPage([WIDTH, HEIGHT]));
  for (const [index, page] of pages.entries()) {
    page.drawText('Quay Letters, Reports', { x: MARGIN, y: HEIGHT - 40, size: 9, font });
    page.drawText(`${index + 1}`, { x: WIDTH / 2, y: 36, size: 9, font });
  }
  const [first, second, third] = pages;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three pages were made');
  first.drawText('stamp 2104.00123v1', { x: 30, y: 300, size: 14, font, rotate: degrees(90) });
  first.drawText('A wall of tides', { x: MARGIN, y: 740, size: 24, font });
  let y = setParagraph(first, font, PARAGRAPHS[0] ?? '', 700, { hyphenate: 'harbourmaster' });
  first.drawText('The builders', { x: MARGIN, y: y - 24, size: 15, font });
  y = setParagraph(first, font, PARAGRAPHS[1] ?? '', y - 50);
  // A diagram: strokes, with a short label among them.
  for (let stroke = 0; stroke < 30; stroke += 1) {
    first.drawLine({
      start: { x: 120 + stroke * 10, y: 120 },
      end: { x: 120 + stroke * 10, y: 140 + stroke * 5 },
      thickness: 2,
    });
  }
  first.drawText('low water', { x: 130, y: 200, size: 8, font });
  const words = (PARAGRAPHS[2] ?? '').split(' ');
  setParagraph(second, font, words.slice(0, 12).join(' '), 760);
  setParagraph(third, font, words.slice(12).join(' '), 760);
  return pdf.save();
}

/** Sets text in lines of the column's width; the last baseline comes back. */
function setParagraph(
  page: PDFPage,
  font: PDFFont,
  text: string,
  top: number,
  { hyphenate }: { readonly hyphenate?: string } = {},
): number {
  const size = 11;
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (word === hyphenate) {
      lines[lines.length - 1] = `${line} ${word.slice(0, 7)}-`;
      lines.push(word.slice(7));
    } else if (font.widthOfTextAtSize(`${line} ${word}`, size) > WIDTH - 2 * MARGIN) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = `${line} ${word}`.trim();
    }
  }
  for (const [index, line] of lines.entries()) page.drawText(line, { x: MARGIN, y: top - index * 14, size, font });
  return top - (lines.length - 1) * 14;
}

/** A real photograph of nothing in particular, as a scanner would write it. */
export function photograph(width: number, height: number): Uint8Array {
  const data = Uint8Array.from({ length: width * height * 4 }, (_, at) => (at * 31 + (at >> 7) * 17) & 0xff);
  return encode({ width, height, data }, 80).data;
}

/** Pages of pictures alone, as a scanner makes them: one JPEG each, and a last page drawn of strokes. */
export async function scannedPdf(jpegs: readonly Uint8Array[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const bytes of jpegs) {
    const image = await pdf.embedJpg(Uint8Array.from(bytes));
    pdf.addPage([WIDTH, HEIGHT]).drawImage(image, { x: 0, y: 0, width: WIDTH, height: HEIGHT });
  }
  pdf.addPage([WIDTH, HEIGHT]).drawCircle({ x: 300, y: 400, size: 150 });
  return pdf.save();
}

/** A PDF of so many pages with a line on each. */
export async function longPdf(count: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= count; page += 1) {
    pdf.addPage([200, 200]).drawText(`Mark ${page} of the wall.`, { x: 20, y: 100, size: 12, font });
  }
  return pdf.save();
}

/** A PDF that asks for a password. */
export async function lockedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await longPdf(1));
  const { context } = pdf;
  const noise = PDFHexString.of('5a'.repeat(32));
  const lock = {
    Filter: PDFName.of('Standard'),
    V: PDFNumber.of(1),
    R: PDFNumber.of(2),
    P: PDFNumber.of(-4),
    O: noise,
    U: noise,
  };
  context.trailerInfo.Encrypt = context.register(context.obj(lock));
  context.trailerInfo.ID = context.obj([PDFHexString.of('00'.repeat(16)), PDFHexString.of('00'.repeat(16))]);
  return pdf.save({ useObjectStreams: false });
}
