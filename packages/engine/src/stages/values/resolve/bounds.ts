import type { Normal } from '../types.js'
import { exists, toDay } from './days.js'

/** First day and the day behind the last of "2018", "2018-03", "2018-03-15" or an interval of days; undefined for other values. */
export function boundsOf(value: Normal): { start: number; end: number } | undefined {
  if (typeof value === 'object') {
    if (!('start' in value) || value.start === undefined || value.end === undefined)
      return undefined
    const start = boundsOf(value.start)?.start
    const end = boundsOf(value.end)?.start
    return start === undefined || end === undefined ? undefined : { start, end }
  }
  const parts = typeof value === 'string' ? /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value) : null
  if (parts === null) return undefined
  const [year, month, day] = [
    Number(parts[1]),
    parts[2] && Number(parts[2]),
    parts[3] && Number(parts[3]),
  ]
  if (!month) return { start: toDay(year, 1, 1), end: toDay(year + 1, 1, 1) }
  if (!day) return { start: toDay(year, month, 1), end: toDay(year, month + 1, 1) }
  if (!exists(year, month, day)) return undefined
  return { start: toDay(year, month, day), end: toDay(year, month, day) + 1 }
}
