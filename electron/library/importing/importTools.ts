// What reading other programs' exports needs of the rooms around it (`exchange/import/importTools.ts`): joined here and nowhere else.
import { decodeText } from '../../capture/decodeText.ts';
import { wideEncodingOf } from '../../capture/documentLook.ts';
import { openArchive } from '../../capture/formats/archive.ts';
import type { ImportTools } from '../../exchange/import/importTools.ts';

// What a letter that cannot be decoded becomes, U+FFFD.
const DAMAGED = 0xfffd;
const MIB = 1024 * 1024;
// A library of tens of thousands of articles has three files for each; one of them is unpacked at a time.
const ARCHIVE_LIMITS = { maxEntries: 200_000, maxEntryBytes: 400 * MIB, maxTotalBytes: 8192 * MIB };

/** The tools; `now` in milliseconds since 1970. */
export function importTools(now: number): ImportTools {
  return {
    decode: (bytes, isHtml) => decode(bytes, isHtml).replace(/^\uFEFF/, ''),
    openArchive: (bytes) => {
      const archive = openArchive(bytes, ARCHIVE_LIMITS);
      return { names: [...archive.names], read: (name) => archive.read([name]).get(name) ?? null };
    },
    now,
  };
}

/** Exports are UTF-8, in which single letters may be damaged, where a page from the web might be anything. */
function decode(bytes: Uint8Array, isHtml: boolean): string {
  if (wideEncodingOf(bytes) === null) {
    const text = new TextDecoder().decode(bytes);
    if (isDamagedUtf8AtMost(text)) return text;
  }
  return decodeText(bytes, null, isHtml).text;
}

/** Whether at least a third as many letters beyond ASCII are whole as are damaged, or all damaged ones were cut off at the end of a text. */
function isDamagedUtf8AtMost(text: string): boolean {
  let whole = 0;
  let damaged = 0;
  let cutOff = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === DAMAGED) damaged += 1;
    else if (code > 0x7f) whole += 1;
    else if (code === 0x2c || code === 0x22 || code < 0x20) cutOff += text.charCodeAt(at - 1) === DAMAGED ? 1 : 0;
  }
  return whole * 3 >= damaged || cutOff === damaged;
}
