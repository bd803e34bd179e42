// A page that a browser has shown, with its pictures, in; one MHTML file (RFC 2557) out, which is opened like any that was saved elsewhere.
import { randomBytes } from 'node:crypto';

/** A page as it was shown. */
export interface ShownPage {
  readonly address: string;
  readonly html: string;
  readonly images: readonly ShownImage[];
}

/** A picture of it. */
export interface ShownImage {
  readonly address: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Writes the file. Addresses and media types must be free of line breaks, as parsed ones are. */
export function writeMhtml({ address, html, images }: ShownPage): Uint8Array {
  const boundary = `----page-${randomBytes(16).toString('hex')}`;
  const head = [
    `Snapshot-Content-Location: ${address}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/related; type="text/html"; boundary="${boundary}"`,
    '',
    '',
  ];
  const parts = [
    part(boundary, 'text/html; charset="utf-8"', address, Buffer.from(html, 'utf8')),
    ...images.map((image) => part(boundary, image.mediaType, image.address, image.bytes)),
  ];
  return Buffer.from(`${head.join('\r\n')}${parts.join('')}--${boundary}--\r\n`, 'latin1');
}

function part(boundary: string, mediaType: string, address: string, bytes: Uint8Array): string {
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return [
    `--${boundary}`,
    `Content-Type: ${mediaType}`,
    'Content-Transfer-Encoding: base64',
    `Content-Location: ${address}`,
    '',
    base64.replace(/.{76}/g, '$&\r\n'),
    '',
  ].join('\r\n');
}
