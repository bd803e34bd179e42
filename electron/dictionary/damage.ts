// The words for a dictionary that cannot be used.
import { AppError } from '#contract/errors.ts';

/** Makes the error for a file that is not as its format says; `why` ends the sentence "This dictionary is damaged: …". */
export function damaged(why: string, cause?: unknown): AppError {
  return new AppError(
    'unreadable',
    `This dictionary is damaged: ${why}. Nothing else is affected; get its files again and add it anew.`,
    { cause },
  );
}

/** Makes the error for what is larger than is read; `what` begins its sentence. */
export function tooLarge(what: string): AppError {
  return new AppError(
    'too-large',
    `${what} is larger than Layover reads. Nothing was changed; try a smaller dictionary.`,
  );
}

/** For what holds no dictionary that Layover reads. */
export function notOne(): AppError {
  return new AppError(
    'bad-input',
    'There is no dictionary in this file. Choose the .ifo file of a StarDict dictionary, the .index file of a dictd one, or a .zip or .tar.gz that holds one.',
  );
}
