// Puts a failure of the disk into words for a person: what went wrong, what is safe, what to do next.
// Refuses to name a path of ours; the system's own error stays in `cause`.
import { AppError } from '#contract/errors.ts';
import { errorNameOf } from './disk.ts';

/**
 * Makes the `disk` error for a failed operation; `task` is the start of its sentence ("The article could not be saved"). It tells a full disk, missing rights, a disk that is only for reading and a
 * faulty device apart. An `AppError` is handed back as it is, and so is anything that is no system error (a bug of ours).
 */
export function toDiskError(failure: unknown, task: string): unknown {
  if (failure instanceof AppError) return failure;
  const name = errorNameOf(failure);
  if (name === undefined || name.startsWith('ERR_')) return failure;
  return new AppError('disk', `${task}: ${reasonOf(name)}`, { cause: failure });
}

function reasonOf(name: string): string {
  switch (name) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full. Everything saved before is safe. Free some space, then try again.';
    case 'EROFS':
      return 'the disk can only be read. Everything saved before is safe. Make the disk writable or choose another library folder.';
    case 'EACCES':
    case 'EPERM':
      return 'Layover has no permission for the library folder, or another program is holding it. Everything saved before is safe. Check the folder’s permissions, then try again.';
    case 'EBUSY':
      return 'another program is holding a file of the library. Everything saved before is safe. Close it, then try again.';
    case 'EIO':
      return 'the disk reported a fault. What was saved before has not been changed. Check the disk and its cable, copy the library somewhere safe, then try again.';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open on this computer. Everything saved before is safe. Close some programs, then try again.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'a file or folder of the library is gone; was it moved, or its disk taken out? Put it back, then try again.';
    case 'ENAMETOOLONG':
      return 'the library folder’s path is too long for this system. Choose a folder with a shorter path.';
    default:
      return `the disk refused (${name}). What was saved before has not been changed. Check the disk, then try again.`;
  }
}
