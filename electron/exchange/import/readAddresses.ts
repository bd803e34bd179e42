// A text with an address on each line comes in, as OneTab writes it (`address | title`) or anybody; the addresses go out with the number
// of their line. Lines without an address are passed over, those with one that no page has are told.
import type { Draft } from './finding.ts';

const ONE_TAB = /^\s*[a-z][a-z\d+.-]{1,20}:\S+ \| /i;
// With a list's mark before it or as a link of Markdown.
const ADDRESS =
  /^(?:[-*+•>]\s+|\d{1,6}[.)]\s+)?(?:\[([^\]]{0,1000})\]\()?<?([a-z][a-z\d+.-]{1,20}:[^\s<>|]+|www\.[^\s<>|]+)/i;

/** What a text is by its lines: `null` when fewer than half of them begin with an address. */
export function recogniseAddresses(text: string): 'onetab' | 'addresses' | null {
  const lines = [...linesOf(text.slice(0, 65_536))].filter(
    ({ line }) => line.trim() !== '' && !/^\s*(?:#|\/\/)/.test(line),
  );
  const found = lines.filter(({ line }) => isAddress(line));
  if (found.length === 0 || found.length * 2 < lines.length) return null;
  return lines.filter(({ line }) => ONE_TAB.test(line)).length * 2 > found.length ? 'onetab' : 'addresses';
}

/** Reads the lines. */
export function* readAddresses(text: string, format: 'onetab' | 'addresses'): Generator<Draft> {
  for (const { line, row } of linesOf(text)) {
    const typed = line.slice(0, 20_000).trim();
    const bar = format === 'onetab' ? typed.indexOf(' | ') : -1;
    if (bar > 0) {
      yield { kind: 'item', row, address: typed.slice(0, bar), title: typed.slice(bar + 3) };
      continue;
    }
    const found = ADDRESS.exec(typed);
    if (found === null) continue;
    const [, title = null, address = ''] = found;
    const bracket = title === null ? -1 : address.lastIndexOf(')');
    yield { kind: 'item', row, address: bracket < 0 ? address : address.slice(0, bracket), title };
  }
}

function isAddress(line: string): boolean {
  const address = ADDRESS.exec(line.slice(0, 20_000).trim())?.[2] ?? '';
  return /^(?:[a-z]+:\/\/|www\.|javascript:|mailto:|about:|place:)/i.test(address);
}

function* linesOf(text: string): Generator<{ readonly line: string; readonly row: number }> {
  let row = 0;
  for (let at = 0; at < text.length;) {
    row += 1;
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    yield { line: text.slice(at, end), row };
    at = end + 1;
  }
}
