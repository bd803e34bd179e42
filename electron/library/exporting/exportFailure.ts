// A failure while something is written outside of the library, or read from there, into words for the person. Nothing in the library is touched.
import { AppError } from '#contract/errors.ts';
import { errorNameOf } from '../../store/disk.ts';

/** Makes the `disk` error of a system's failure; anything else is handed back as it is. */
export function toExportError(failure: unknown): unknown {
  if (failure instanceof AppError) return failure;
  const name = errorNameOf(failure);
  if (name === undefined || name.startsWith('ERR_')) return failure;
  return new AppError('disk', reasonOf(name), { cause: failure });
}

function reasonOf(name: string): string {
  switch (name) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk you chose is full, so nothing was written. Your library is as it was. Free some space there, or choose another disk.';
    case 'EFBIG':
      return 'The disk you chose takes no file so large. Your library is as it was. Choose a disk with another file system.';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'Layover may not write there. Your library is as it was. Choose another folder.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'The folder you chose is not there any more; was its disk taken out? Your library is as it was. Choose another folder.';
    default:
      return `The disk refused (${name}). Your library is as it was. Check the disk, or choose another one.`;
  }
}
