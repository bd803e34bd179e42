// A file of one of the formats comes in; what is in it goes out. Runs in a worker: the bytes may be hostile.
import { createHash } from 'node:crypto';
import { unreachable } from '#contract/errors.ts';
import { openArchive } from './archive.ts';
import { openEpub } from './epub.ts';
import { isBook } from './epubPackage.ts';
import { openMhtml } from './mhtml.ts';
import type { FileFormat, FileInput, OpenedFile } from './openedFile.ts';
import { openPageFolder } from './pageFolder.ts';
import { openPdf, type PdfTools } from './pdf.ts';
import { openSingleFile } from './singleFile.ts';
import { openWebarchive } from './webarchive.ts';

/** Opens a file. Throws `AppError`: `unreadable`, `too-large`, `no-content`. */
export async function openFile(input: FileInput, tools: PdfTools): Promise<OpenedFile> {
  const opened = input.format === 'pdf' ? await openPdf(input.bytes, tools) : openAs(input.format, input.bytes);
  const hash = createHash('sha256').update(input.bytes).digest('hex');
  const documents = opened.documents.map((each) => ({
    ...each,
    part: each.part === null ? hash : `${hash}/${each.part}`,
  }));
  return { ...opened, documents };
}

function openAs(format: Exclude<FileFormat, 'pdf'>, bytes: Uint8Array): OpenedFile {
  switch (format) {
    case 'mhtml':
      return openMhtml(bytes);
    case 'single-file':
      return openSingleFile(bytes);
    case 'webarchive':
      return openWebarchive(bytes);
    case 'epub':
      return openEpub(bytes);
    case 'zip':
      return isBook(openArchive(bytes)) ? openEpub(bytes) : openPageFolder(bytes);
    case 'page-folder':
      return openPageFolder(bytes);
    default:
      return unreachable(format);
  }
}
