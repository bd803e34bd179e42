// In: a Playwright run. Out: its tally, and every skipped test aloud with its reason, and every one that passed only when it was tried again. `npm test` collects the tally through
// the file that LAYOVER_TALLY names and adds the checks; without that file the closing line is printed here.
import { writeFileSync } from 'node:fs';
import type { FullResult, Reporter, Suite, TestCase, TestError } from 'playwright/types/testReporter';
import { tallyLine } from '../../scripts/testing/tally.mjs';

/** How one test counts; one that should have run and did not is a failure, as nothing is known about it. */
function outcomeOf(test: TestCase): 'passed' | 'failed' | 'skipped' {
  const outcome = test.outcome();
  if (outcome === 'unexpected') return 'failed';
  if (outcome !== 'skipped') return 'passed';
  return test.expectedStatus === 'skipped' ? 'skipped' : 'failed';
}

function nameOf(test: TestCase): string {
  return test.titlePath().filter(Boolean).join(' › ');
}

function reasonOf(test: TestCase): string {
  const reasons = test.annotations.flatMap(({ type, description }) =>
    type === 'skip' && description ? description : [],
  );
  return reasons.join('; ') || 'no reason given';
}

/** Registered in playwright.config.ts. */
export default class TallyReporter implements Reporter {
  private root: Suite | undefined;
  private brokenOutside = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.root = suite;
  }

  /** Errors outside of any test: a file that does not load, a worker that died, no tests found. */
  onError(_error: TestError): void {
    this.brokenOutside += 1;
  }

  onEnd(result: FullResult): void {
    const tally = { passed: 0, failed: this.brokenOutside, skipped: 0 };
    for (const test of this.root?.allTests() ?? []) {
      const outcome = outcomeOf(test);
      tally[outcome] += 1;
      if (test.outcome() === 'flaky') console.log(`  passed only when tried again: ${nameOf(test)}`);
      if (outcome === 'skipped') console.log(`  skipped: ${nameOf(test)}: ${reasonOf(test)}`);
    }
    if (result.status !== 'passed' && tally.failed === 0) tally.failed = 1;
    const file = process.env['LAYOVER_TALLY'];
    if (file) writeFileSync(file, JSON.stringify(tally));
    else console.log(tallyLine(tally));
  }

  printsToStdio(): boolean {
    return false;
  }
}
