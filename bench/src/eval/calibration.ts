import { bins, calibrationError, type Judged } from '../scores/calibration.js'
import { thousandth } from '../scores/round.js'
import type { Table } from '../table.js'

/** Bins of confidence, and the expected calibration error over all. */
export function calibrationTable(key: string, title: string, answers: readonly Judged[]): Table {
  const rows = bins(answers).map(({ from, n, confidence, right }) => [
    `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`,
    n === 0 ? { n } : { n, confidence: thousandth(confidence), right: thousandth(right) },
  ])
  return {
    key,
    title,
    columns: ['n', 'confidence', 'right', 'error'],
    rows: {
      ...Object.fromEntries(rows),
      all: {
        n: answers.length,
        confidence: thousandth(meanOf(answers.map(({ confidence }) => confidence))),
        right: thousandth(meanOf(answers.map(({ right }) => Number(right)))),
        error: calibrationError(answers),
      },
    },
  }
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length
