// A save that failed because the disk is full in; the same failure with what could be removed to make room out. Any other passes unchanged.
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import type { ArticleId } from '#contract/article.ts';
import { overLimit, toStorage } from './libraryStorage.ts';
import type { Library } from '../../store/library.ts';

/** Adds to a full disk's message what the trash and finished articles take; to measure it, the disk is only read. */
export async function withWhatCouldGo(
  failure: unknown,
  library: Pick<Library, 'catalogue' | 'holdings'>,
  highlighted: () => Promise<(id: ArticleId) => boolean>,
): Promise<unknown> {
  if (!(failure instanceof AppError) || !isFull(failure.cause)) return failure;
  const { catalogue } = library;
  try {
    const holdings = await library.holdings();
    const isHighlighted = await highlighted();
    const { trash } = toStorage({ catalogue, holdings, capBytes: null, isHighlighted });
    const { rows, freedBytes } = overLimit({ catalogue, holdings, isHighlighted }, Infinity);
    const ways = [
      ...(trash.bytes > 0 ? [`Emptying the trash frees ${megabytes(trash.bytes)}.`] : []),
      ...(rows.length > 0
        ? [`Finished and archived articles without star, tags or highlights take ${megabytes(freedBytes)}.`]
        : []),
    ];
    if (ways.length === 0) return failure;
    return new AppError(failure.code, [failure.message, ...ways].join(' '), {
      cause: failure.cause,
      detail: detail('roomToMake', '', Math.round((trash.bytes + freedBytes) / 1_000_000)),
    });
  } catch (measuring) {
    if (!(measuring instanceof AppError)) throw measuring;
    return failure;
  }
}

function isFull(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT');
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? 'less than 1 MB' : `${Math.round(bytes / 1_000_000)} MB`;
}
