import type { Reporter, TestModule } from 'vitest/node'

/** Where nothing may be left out, as in CI: a skipped test, or one still to be written, fails the run. */
export class NoSkips implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap(module =>
      [...module.children.allTests('skipped')].map(
        test => `${module.relativeModuleId}: ${test.fullName}`,
      ),
    )
    if (skipped.length === 0) return
    console.error(`CI is set and ${skipped.length} tests were skipped:\n  ${skipped.join('\n  ')}`)
    process.exitCode = 1
  }
}
