import { thousandth } from './round.js'

/** One answer: how sure the reader was, 0 to 1, and whether it was right. */
export interface Judged {
  readonly confidence: number
  readonly right: boolean
}

export interface Bin {
  /** Confidences from here, up to but without the next bin's (the last bin has 1 in it). */
  readonly from: number
  readonly n: number
  /** Mean confidence and share right; 0 for an empty bin. */
  readonly confidence: number
  readonly right: number
}

/** Ten bins of a tenth each. */
export function bins(answers: readonly Judged[]): Bin[] {
  return Array.from({ length: 10 }, (_, i) => {
    const within = answers.filter(({ confidence }) => binOf(confidence) === i)
    return {
      from: i / 10,
      n: within.length,
      confidence: mean(within.map(({ confidence }) => confidence)),
      right: mean(within.map(({ right }) => Number(right))),
    }
  })
}

/** Expected calibration error: how far each bin's confidence is from its share right, weighed by its size. */
export const calibrationError = (answers: readonly Judged[]): number =>
  answers.length === 0
    ? 0
    : thousandth(
        bins(answers).reduce((sum, bin) => sum + bin.n * Math.abs(bin.confidence - bin.right), 0) /
          answers.length,
      )

const binOf = (confidence: number): number => Math.min(9, Math.max(0, Math.floor(confidence * 10)))

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length
