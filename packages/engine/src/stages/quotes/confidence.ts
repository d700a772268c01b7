import type { QuoteConfig } from '../../models/runtime.js'
import type { QuoteBasis } from './types.js'

/** Logarithm of the odds; of a probability beyond a millionth of 0 or 1, that of the millionth. */
export const logit = (p: number) => Math.log(Math.max(p, 1e-6) / Math.max(1 - p, 1e-6))

/**
 * How likely an attribution is right: a logistic regression on what the model gave its trigger and its labels,
 * fitted on dev by `npm run calibrate` (Platt 1999). 0.01 to 0.99.
 */
export function confidenceOf(
  { cued, heard, labelled }: QuoteBasis,
  calibration: QuoteConfig['calibration'],
): number {
  const weights = cued ? calibration.cue : calibration.marks
  const z =
    (weights[0] ?? 0) + (weights[1] ?? 0) * logit(heard) + (weights[2] ?? 0) * logit(labelled)
  return Math.min(0.99, Math.max(0.01, 1 / (1 + Math.exp(-z))))
}
