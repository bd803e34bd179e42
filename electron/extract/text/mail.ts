// An e-mail as text in; subject, sender, date and body come out, quoted parts as quotes. Attachments are not looked at.
import { findDate, NO_CONTEXT } from '../related/findDate.ts';
import { headerOf, readMailHeaders, toHeaderDate, type Headers } from './headers.ts';
import { toLogicalLines } from './logicalLines.ts';
import { readPlainDocument, type TextDocument } from './plainDocument.ts';

/** Reads an e-mail; `null` when the text does not begin with mail headers. */
export function readMail(text: string): TextDocument | null {
  const mail = readMailHeaders(text);
  if (mail === null) return null;
  const part = decodePart(mail.headers, mail.body);
  const body = readPlainDocument(toLogicalLines(dropSignature(part)), { hasTitle: true });
  const sender = headerOf(mail.headers, 'from', 'von', 'de');
  const date = headerOf(mail.headers, 'date', 'sent', 'datum', 'gesendet', 'fecha');
  return {
    ...body,
    title: decodeWords(headerOf(mail.headers, 'subject', 'betreff', 'asunto', 'objet') ?? '') || body.title,
    byline: sender === null ? body.byline : toName(decodeWords(sender)),
    published: toHeaderDate(date) ?? findDate(date ?? '', NO_CONTEXT)?.date ?? body.published,
  };
}

/** `"Ada King" <ada@example.org>` → `Ada King`. */
function toName(sender: string): string | null {
  const name = sender
    .replace(/<[^>]*>/g, '')
    .replace(/\([^)]*\)/g, '')
    .replace(/"/g, '')
    .trim();
  if (name !== '' && !name.includes('@')) return name;
  return /\(([^)@]+)\)/.exec(sender)?.[1] ?? null;
}

/** The signature stands after a line of two dashes and a space (RFC 3676). */
function dropSignature(body: string): string {
  return body.replace(/\n-- \n[\s\S]{0,2000}$/, '\n');
}

/** The first text part, out of its transfer encoding. */
function decodePart(headers: Headers, body: string): string {
  const boundary = /boundary="?([^";]+)"?/i.exec(headerOf(headers, 'content-type') ?? '')?.[1];
  if (boundary === undefined) return decodeTransfer(body, headerOf(headers, 'content-transfer-encoding'));
  for (const part of body.split(`--${boundary}`).slice(1)) {
    const [head = '', ...rest] = part.replace(/^\n/, '').split('\n\n');
    if (!/content-type:\s*text\/plain/i.test(head) && /content-type:/i.test(head)) continue;
    return decodeTransfer(rest.join('\n\n'), /content-transfer-encoding:\s*(\S+)/i.exec(head)?.[1] ?? null);
  }
  return body;
}

function decodeTransfer(body: string, encoding: string | null): string {
  if (encoding?.toLowerCase() === 'base64') return decodeUtf8(toBytes(body.replace(/\s+/g, '')));
  if (encoding?.toLowerCase() !== 'quoted-printable') return body;
  return fromQuotedPrintable(body.replace(/=[ \t]*\n/g, ''));
}

function fromQuotedPrintable(text: string): string {
  return text.replace(/(?:=[0-9A-F]{2})+/gi, (run) => {
    const bytes = run
      .slice(1)
      .split('=')
      .map((hex) => Number.parseInt(hex, 16));
    return decodeUtf8(Uint8Array.from(bytes));
  });
}

/** `=?utf-8?Q?Caf=C3=A9?=` in headers (RFC 2047). */
function decodeWords(value: string): string {
  const joined = value.replace(/\?=\s+=\?/g, '?==?');
  return joined.replace(/=\?([\w-]+)\?([BQ])\?([^?]*)\?=/gi, (_, charset: string, kind: string, data: string) => {
    const bytes = kind.toUpperCase() === 'B' ? toBytes(data) : quotedBytes(data);
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      // An unknown character set still shows its ASCII letters.
      return decodeUtf8(bytes);
    }
  });
}

function quotedBytes(data: string): Uint8Array {
  const binary = data
    .replace(/_/g, ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0) & 0xff);
}

function toBytes(base64: string): Uint8Array {
  const clean = base64.replace(/[^A-Za-z0-9+/]/g, '');
  return Uint8Array.from(atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0))), (character) =>
    character.charCodeAt(0),
  );
}

function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
