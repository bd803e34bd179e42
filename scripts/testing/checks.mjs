// In: the sources. Out: how many of the checks that read them passed; what a failing one says is printed.
import { performance } from 'node:perf_hooks';
import { stripVTControlCharacters } from 'node:util';
import { packageCommand, runCaptured } from '../setup/child.mjs';

const LIMIT_MS = 5 * 60_000;
const CHECKS = [
  { name: 'lint', tool: 'oxlint', package: 'oxlint', args: [] },
  { name: 'types', tool: 'tsc', package: 'typescript', args: [] },
  { name: 'format', tool: 'oxfmt', package: 'oxfmt', args: ['--check'] },
  { name: 'unused code', tool: 'knip', package: 'knip', args: [] },
];

/**
 * Runs every check, one after the other, and prints a line for each.
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runChecks() {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const check of CHECKS) {
    const start = performance.now();
    const command = [packageCommand(check.package, check.tool), ...check.args];
    const { code, output } = await runCaptured(process.execPath, command, { timeoutMs: LIMIT_MS });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const isGood = code === 0;
    console.log(`  ${isGood ? '✓' : '✗'} ${check.name} (${check.tool}, ${seconds} s)`);
    // Some of them colour their output in CI, terminal or not.
    if (!isGood) console.log(stripVTControlCharacters(output).trimEnd());
    tally[isGood ? 'passed' : 'failed'] += 1;
  }
  return tally;
}
