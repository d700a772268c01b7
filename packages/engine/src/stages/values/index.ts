import { stage } from '../../stage.js'
import type { Value } from './types.js'

/** Dates, times, durations, money, percentages, numbers and ages, in order; they do not overlap. */
export const values = stage('values', {
  needs: ['paragraphs', 'tokens', 'sentences', 'marks', 'quotes', 'mentions', 'entities'],
  gives: ['values'],
  read: (): { values: readonly Value[] } => ({ values: [] }),
})
