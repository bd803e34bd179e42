// Runs what should fail and gives back how, so that a test can look at code and words.
import { AppError } from '#contract/errors.ts';

/** The expected failure of a promise. Throws when there is none, or one that is a bug. */
export async function failureOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (failure) {
    if (failure instanceof AppError) return failure;
    throw failure;
  }
  throw new Error('it did not fail');
}
