// The cover of a book: its title, set in lines that fit, as a drawing that needs no font of its own. Pure.
import { element, writeXml, type XElement } from './xhtml.ts';

const WIDTH = 1200;
const HEIGHT = 1800;
const MOST_LINES = 9;

/** The cover's words. */
export interface CoverWords {
  readonly title: string;
  /** Who wrote it or where it is from, and when it was made. */
  readonly lines: readonly string[];
  readonly dir: 'ltr' | 'rtl';
}

/** The drawing, as a file. */
export function coverDrawing({ title, lines, dir }: CoverWords): string {
  const length = widthOf(title);
  const size = length < 30 ? 120 : length < 80 ? 88 : 64;
  const set = wrap(title, Math.floor(950 / (size * 0.56)));
  const first = 620 - ((set.length - 1) * size * 1.25) / 2;
  const text = (words: string, y: number, fontSize: number, fill: string, weight: string): XElement =>
    element(
      'text',
      {
        x: String(WIDTH / 2),
        y: String(Math.round(y)),
        'text-anchor': 'middle',
        'font-family': 'Georgia, serif',
        'font-size': String(fontSize),
        'font-weight': weight,
        fill,
        direction: dir,
      },
      [words],
    );
  const drawing = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      version: '1.1',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: String(WIDTH),
      height: String(HEIGHT),
    },
    [
      element('rect', { x: '0', y: '0', width: String(WIDTH), height: String(HEIGHT), fill: '#f7f2e8' }),
      element('rect', { x: '0', y: '0', width: String(WIDTH), height: '28', fill: '#c07d00' }),
      ...set.map((line, index) => text(line, first + index * size * 1.25, size, '#2a2520', 'bold')),
      ...lines.map((line, index) => text(shortened(line), 1460 + index * 70, 44, '#6b6258', 'normal')),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml([drawing])}\n`;
}

/** Letters of Chinese, Japanese and Korean are as wide as two others. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += isWide(letter) ? 2 : 1;
  return width;
}

function isWide(letter: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u.test(
    letter,
  );
}

function wrap(title: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(title)) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > room) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  lines.push(line.trim());
  const shown = lines.filter((each) => each !== '');
  if (shown.length <= MOST_LINES) return shown;
  return [...shown.slice(0, MOST_LINES - 1), `${shown[MOST_LINES - 1] ?? ''}…`];
}

/** Words with the space behind them, and wide letters one by one. */
function pieces(title: string): readonly string[] {
  return (
    title
      .replace(/\s+/g, ' ')
      .match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,24} ?| /gu,
      ) ?? []
  );
}

function shortened(line: string): string {
  const letters = Array.from(line);
  return letters.length > 46 ? `${letters.slice(0, 45).join('')}…` : line;
}
