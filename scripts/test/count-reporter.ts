import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Writes how many tests passed, failed and were skipped to the file OFFPRINT_COUNTS names, and
 * says of each skip why. With OFFPRINT_CI, only the want of ../shared excuses a skip.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) counts[verdict(test)]++;
      const brokeOutsideTests = module.state() === 'failed' && tests.every(isNotFailed);
      if (brokeOutsideTests) counts.failed++;
    }
    if (process.env.OFFPRINT_COUNTS)
      writeFileSync(process.env.OFFPRINT_COUNTS, JSON.stringify(counts));
  }
}

function verdict(test: TestCase): 'passed' | 'failed' | 'skipped' {
  const result = test.result();
  if (result.state === 'passed' || result.state === 'failed') return result.state;
  const why = result.state === 'skipped' ? (result.note ?? '') : 'it never ran';
  const isExcused = `${test.fullName} ${why}`.includes('../shared') || !process.env.OFFPRINT_CI;
  const line = [test.fullName, why].filter(Boolean).join(': ');
  console.log(isExcused ? `↓ skipped: ${line}` : `✗ skipped, which counts as failed here: ${line}`);
  return isExcused ? 'skipped' : 'failed';
}

function isNotFailed(test: TestCase): boolean {
  return test.result().state !== 'failed';
}
