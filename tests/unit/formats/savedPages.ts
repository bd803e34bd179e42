// Pages as browsers save them, written by ourselves: one story, and the files that different programs make of it.

/** What only the story says; it must be found in the text of every format. */
export const WORDS = 'the tide tables were printed on the back of a seed catalogue';

/** The story's page. `pictures` is put between its paragraphs as it is. */
export function storyPage({
  head = '',
  top = '',
  pictures = '',
}: {
  readonly head?: string;
  readonly top?: string;
  readonly pictures?: string;
} = {}): string {
  return `<!DOCTYPE html>
<html lang="en">${top}<head><meta charset="utf-8"><title>A harbour by hand – Quay Letters</title>
<meta name="author" content="Ines Calder"><meta property="og:site_name" content="Quay Letters">
<meta property="article:published_time" content="2021-04-09T08:00:00+01:00">${head}</head>
<body><nav><a href="/">Home</a> <a href="/about">About</a></nav>
<main><article><h1>A harbour by hand</h1><p class="byline">By Ines Calder</p>
<p>For eleven years nobody noticed that ${WORDS}, and that the harbour ran by them. Boats left on time, more or less, and came back when they could.</p>
${pictures}
<p>The keeper wrote her corrections in pencil. When the paper gave out she went on along the wall, from the door to the window, in a hand that grew smaller every winter.</p>
<p>Visitors were shown the clock, the rope store and the boiled sweets. They were never shown the wall, although it was the only thing in the room that told the time of the water.</p>
</article></main><footer>© Quay Letters</footer></body></html>`;
}

/** A part of a multipart message. */
export interface Part {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly encoding?: 'base64' | 'quoted-printable' | 'binary';
}

const BOUNDARY = '----MultipartBoundary--k7Vq2----';

/** A `multipart/related` message as browsers save pages. */
export function mhtml(parts: readonly Part[], headers: Readonly<Record<string, string>> = {}): Buffer {
  const lines = (fields: Readonly<Record<string, string>>): string =>
    Object.entries(fields)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
  const head = lines({
    From: '<Saved by Blink>',
    Subject: '=?utf-8?Q?A=20harbour=20by=20hand?=',
    Date: 'Fri, 9 Apr 2021 10:00:00 -0000',
    'MIME-Version': '1.0',
    'Content-Type': `multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${BOUNDARY}"`,
    ...headers,
  });
  const pieces = parts.map(({ headers: own, body, encoding = 'quoted-printable' }) => {
    const bytes = Buffer.from(body);
    const written =
      encoding === 'binary' ? bytes : Buffer.from(encoding === 'base64' ? base64Lines(bytes) : quoted(bytes));
    return Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\n${lines({ ...own, 'Content-Transfer-Encoding': encoding })}\r\n`),
      written,
      Buffer.from('\r\n'),
    ]);
  });
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), ...pieces, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

function base64Lines(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
}

/** Quoted-printable (RFC 2045) with soft breaks at 76 characters. */
function quoted(bytes: Buffer): string {
  const lines: string[] = [];
  let line = '';
  for (const byte of bytes) {
    if (byte === 0x0a) {
      lines.push(line);
      line = '';
      continue;
    }
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    const sign = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length + sign.length > 75) {
      lines.push(`${line}=`);
      line = '';
    }
    line += sign;
  }
  return [...lines, line].join('\r\n');
}
