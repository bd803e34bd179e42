// A file of one of the formats comes in; what is in it goes out. Runs in a worker: the bytes may be hostile.
import { unreachable } from '#contract/errors.ts';
import { openMhtml } from './mhtml.ts';
import type { FileInput, OpenedFile } from './openedFile.ts';
import { openPageFolder } from './pageFolder.ts';
import { openSingleFile } from './singleFile.ts';

/** Opens a file. Throws `AppError`: `unreadable`, `too-large`, `no-content`. */
export function openFile({ bytes, format }: FileInput): OpenedFile {
  switch (format) {
    case 'mhtml':
      return openMhtml(bytes);
    case 'single-file':
      return openSingleFile(bytes);
    case 'page-folder':
    case 'zip':
      return openPageFolder(bytes);
    default:
      return unreachable(format);
  }
}
