// Bytes and the name of an encoding in, text out, and how well the two fit.
// Names are those of the WHATWG Encoding Standard; UTF-7 and the other encodings it bans are never decoded.
import sniff from 'html-encoding-sniffer';
import iconv from 'iconv-lite';

const NOTHING = new Uint8Array(0);

/** The standard's name for a label such as `latin1` or `x-sjis`; `null` when the standard does not know or allow it. */
export function encodingNamed(label: string): string | null {
  const name = sniff(NOTHING, { transportLayerEncodingLabel: label, defaultEncoding: '' });
  return name === '' || name === 'x-user-defined' ? null : name;
}

/** The encoding that a page's own `<meta>` or XML declaration names; `null` when there is none. */
export function encodingDeclared(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536)).toString('latin1');
  const near = sniff(bytes, { defaultEncoding: '' });
  if (near !== '') return encodingNamed(near);
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  if (xml !== undefined) return encodingNamed(xml);
  // The standard looks at 1,024 bytes only; pages that put scripts before their <meta> are still common.
  for (const { index } of head.matchAll(/<meta[\s/]/gi)) {
    const far = sniff(bytes.subarray(index, index + 1024), { defaultEncoding: '' });
    if (far !== '') return encodingNamed(far);
  }
  return null;
}

/** Decodes. What does not fit becomes U+FFFD; a byte order mark is dropped. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  // One decoder for all: TextDecoder depends on the ICU of the runtime, and Node 18 to 22 read windows-1252 as Latin-1.
  if (encoding === 'ISO-2022-JP') return iconv.decode(jisToEuc(bytes), 'EUC-JP');
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding);
}

/** Share of a text's characters beyond ASCII that did not decode, 0 to 1. */
export function damageOf(text: string): number {
  let beyond = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    beyond += 1;
    if (code === 0xfffd || code < 0xa0) broken += 1;
  }
  return beyond === 0 ? 0 : broken / beyond;
}

/** ISO-2022-JP (RFC 1468) is EUC-JP with the high bits moved into escape sequences. */
function jisToEuc(bytes: Uint8Array): Buffer {
  const euc = Buffer.alloc(bytes.length * 2);
  let size = 0;
  let set: 'ascii' | 'kanji' | 'katakana' = 'ascii';
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === 0x1b) {
      const [first, second] = [bytes[index + 1], bytes[index + 2]];
      const isKanji = first === 0x24 && (second === 0x40 || second === 0x42);
      if (isKanji || first === 0x28) {
        set = isKanji ? 'kanji' : second === 0x49 ? 'katakana' : 'ascii';
        index += 2;
        continue;
      }
    }
    if (byte === 0x0a || byte === 0x0d) set = 'ascii';
    const isShifted = set !== 'ascii' && byte > 0x20 && byte < 0x7f;
    if (isShifted && set === 'katakana') euc[size++] = 0x8e;
    euc[size++] = isShifted ? byte | 0x80 : byte;
  }
  return euc.subarray(0, size);
}
