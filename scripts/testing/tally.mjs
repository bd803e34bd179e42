// In: counts of checks and tests. Out: the one line that ends every run of the tests. Pure.

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * The plain closing line: `N passed, N failed`, and `, N skipped` when there are any.
 * @param {Tally} tally
 */
export function tallyLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * The sum of several tallies.
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function addTallies(tallies) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

/**
 * What a test run came to, from the report it left and its exit code. A run that broke off without a report, or failed
 * with none of its tests failing, counts as one failure more: nothing may look green that is not.
 * @param {string | undefined} report the JSON text of a Tally
 * @param {number} exitCode
 * @returns {Tally}
 */
export function runTally(report, exitCode) {
  const tally = report === undefined ? { passed: 0, failed: 0, skipped: 0 } : JSON.parse(report);
  const isUnexplained = tally.failed === 0 && (exitCode !== 0 || report === undefined);
  return isUnexplained ? { ...tally, failed: 1 } : tally;
}
