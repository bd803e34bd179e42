// What reading other programs' exports needs of the rooms around it (`exchange/import/importTools.ts`): joined here and nowhere else.
import { decodeText } from './capture/decodeText.ts';
import { openArchive } from './capture/formats/archive.ts';
import type { ImportTools } from './exchange/import/importTools.ts';

const MIB = 1024 * 1024;
// A library of tens of thousands of articles has three files for each; one of them is unpacked at a time.
const ARCHIVE_LIMITS = { maxEntries: 200_000, maxEntryBytes: 400 * MIB, maxTotalBytes: 8192 * MIB };

/** The tools; `now` in milliseconds since 1970. */
export function importTools(now: number): ImportTools {
  return {
    decode: (bytes, isHtml) => decodeText(bytes, null, isHtml).text.replace(/^\uFEFF/, ''),
    openArchive: (bytes) => {
      const archive = openArchive(bytes, ARCHIVE_LIMITS);
      return { names: [...archive.names], read: (name) => archive.read([name]).get(name) ?? null };
    },
    now,
  };
}
