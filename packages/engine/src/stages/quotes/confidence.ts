import type { Attribution } from '../../models/attributions.js'
import type { QuoteConfig } from '../../models/runtime.js'

const logit = (p: number) => Math.log(Math.max(p, 1e-6) / Math.max(1 - p, 1e-6))

/**
 * How likely an attribution is right: a logistic regression on what the model gave its trigger and its labels,
 * fitted on dev by `npm run calibrate` (Platt 1999). 0.01 to 0.99.
 */
export function confidenceOf(attribution: Attribution, config: QuoteConfig): number {
  const weights = attribution.kind === 'marks' ? config.calibration.marks : config.calibration.cue
  const z =
    (weights[0] ?? 0) +
    (weights[1] ?? 0) * logit(attribution.heard) +
    (weights[2] ?? 0) * logit(attribution.labelled)
  return Math.min(0.99, Math.max(0.01, 1 / (1 + Math.exp(-z))))
}
