// How the saves of one wish have ended in; one line about all of them out.
import type { ErrorCode } from '#contract/errors.ts';
import { formatRow } from '../ui/dates.ts';
import { words } from '../ui/words.ts';

/** Tells how many were saved and what became of the others, by what the person can do about them. */
export function bulkLine(saved: number, failed: ReadonlyMap<ErrorCode, number>): string {
  const { bulkSaved, bulkGone, bulkSignIn, bulkCancelled, bulkFailed, bulkEnd } = words.saving;
  const of = (code: ErrorCode): number => failed.get(code) ?? 0;
  const all = [...failed.values()].reduce((sum, count) => sum + count, 0);
  const others: readonly (readonly [number, typeof bulkGone])[] = [
    [of('gone'), bulkGone],
    [of('sign-in'), bulkSignIn],
    [of('cancelled'), bulkCancelled],
    [all - of('gone') - of('sign-in') - of('cancelled'), bulkFailed],
  ];
  const told = others.filter(([count]) => count > 0).map(([count, say]) => say({ count }));
  return bulkEnd({ ends: formatRow([bulkSaved({ count: saved }), ...told]) });
}
