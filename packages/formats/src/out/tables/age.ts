import type { RecordValue } from '@onrecord/engine'

/** An age in words: "52", "40–49", "at least 60"; undefined where the value is no number. */
export function ageWords(value: RecordValue['value']): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || !('min' in value || 'max' in value)) return
  const { min, max } = value
  if (min !== undefined && max !== undefined) return `${min}–${max}`
  return min === undefined ? `at most ${max}` : `at least ${min}`
}
