// "Name: value" lines at the start of a document (mail headers, front matter) in; facts come out.
import type { PostDate } from '#contract/dates.ts';
import { findDate, NO_CONTEXT } from '../related/findDate.ts';

/** Lower-case names with their values, the first of each name. */
export type Headers = ReadonlyMap<string, string>;

const FIELD = /^([A-Za-z][\w-]{0,40})\s*:\s*(.*)$/;
const MAIL_NAMES =
  /^(?:from|to|cc|bcc|subject|date|sent|reply-to|message-id|received|return-path|von|an|betreff|datum|gesendet|de|para|asunto|fecha|à|objet)$/;

/** Reads a mail's headers; `null` unless a subject or sender stands among the first lines with another mail field. */
export function readMailHeaders(text: string): { readonly headers: Headers; readonly body: string } | null {
  const lines = text.replace(/^(?:From \S+ .*\n)/, '').split('\n');
  const headers = new Map<string, string>();
  let [index, name] = [0, ''];
  for (; index < lines.length && index < 200; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '') break;
    const field = FIELD.exec(line);
    // A folded header goes on in an indented line.
    if (field === null && /^\s/.test(line) && name !== '')
      headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`);
    else if (field === null) return null;
    else {
      name = (field[1] ?? '').toLowerCase();
      if (!headers.has(name)) headers.set(name, field[2] ?? '');
    }
  }
  const known = [...headers.keys()].filter((key) => MAIL_NAMES.test(key)).length;
  const hasStart = ['subject', 'from', 'betreff', 'von', 'asunto', 'de', 'objet'].some((key) => headers.has(key));
  return hasStart && known >= 2 ? { headers, body: lines.slice(index).join('\n') } : null;
}

/** Reads the YAML front matter of a Markdown document, as far as it is plain names and values. */
export function readFrontMatter(text: string): { readonly headers: Headers; readonly body: string } | null {
  const match = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (match === null) return null;
  const headers = new Map<string, string>();
  let name = '';
  for (const line of (match[1] ?? '').split('\n')) {
    const item = /^\s*-\s+(?:name:\s*)?(.+)$/.exec(line);
    const field = FIELD.exec(line);
    if (field !== null) {
      name = (field[1] ?? '').toLowerCase();
      const value = unquote(field[2] ?? '');
      const items = /^\[(.*)\]$/.exec(value)?.[1]?.split(',').map(unquote).join(', ');
      headers.set(name, items ?? value);
    } else if (item !== null && name !== '') {
      const known = headers.get(name) ?? '';
      headers.set(name, known === '' ? unquote(item[1] ?? '') : `${known}, ${unquote(item[1] ?? '')}`);
    }
  }
  return headers.size === 0 ? null : { headers, body: text.slice(match[0].length) };
}

function unquote(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}

/** The value of the first of several names; `null` when none is there or all are empty. */
export function headerOf(headers: Headers, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = headers.get(name)?.trim();
    if (value !== undefined && value !== '') return value;
  }
  return null;
}

/** A date as headers write it: ISO, as mail does with its zone kept (RFC 5322), or in words. */
export function toHeaderDate(value: string | null): PostDate | null {
  if (value === null) return null;
  const found = findDate(value, NO_CONTEXT)?.date ?? null;
  const clock = /\b(\d{2}:\d{2}(?::\d{2})?)\s+([+-]\d{2}):?(\d{2})\b/.exec(value);
  return found !== null && found.length === 10 && clock !== null
    ? `${found}T${clock[1]}${clock[2]}:${clock[3]}`
    : found;
}
