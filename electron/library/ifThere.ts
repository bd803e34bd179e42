// For work on many things that goes on where one of them is gone.
import { AppError } from '#contract/errors.ts';

/** What was read, or `undefined` when it is gone or cannot be read. A bug is thrown on. */
export async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (failure) {
    if (failure instanceof AppError) return undefined;
    throw failure;
  }
}
