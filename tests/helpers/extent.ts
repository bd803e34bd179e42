// How much a test tries that gets better with more tries: enough to notice at every run, and all that is promised when asked for.

/**
 * The first, or with `LAYOVER_LONG=1` the second, which is what the promise names:
 * `LAYOVER_LONG=1 npm test -- --project=electron tests/electron/kill.spec.ts`.
 */
export function extent(short: number, long: number): number {
  return process.env['LAYOVER_LONG'] === '1' ? long : short;
}
