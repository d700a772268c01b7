import type { RecordValue } from '@onrecord/engine'
import { dayOf, instantOf } from '../dates.js'

/** A date of FollowTheMoney: as exact as it is known, times in UTC without saying so. */
export function dateOf(date: string | undefined): string[] {
  const instant = instantOf(date)
  if (instant !== undefined) return [new Date(instant).toISOString().slice(0, 19)]
  const day = dayOf(date)
  return day === undefined ? [] : [day]
}

/**
 * The date that a value comes to.
 *
 * - "2018-03-15", "2018-03", "2018"
 * - Not: an interval, "--03-15", "-W-4", "2018-03-15T19:00" (whose zone is not known: its day is taken)
 */
export function dateOfValue(value: RecordValue | undefined): string[] {
  if (value === undefined || value.type !== 'date' || typeof value.value !== 'string') return []
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(value.value)) return [value.value]
  const day = dayOf(value.value)
  return day === undefined ? [] : [day]
}
