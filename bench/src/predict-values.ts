import type { RecordValue, StoryRecord } from '@onrecord/engine'
import { toPoints } from './points.js'
import type { ReadValue } from './scores/value-match.js'

/** The values of a record in the words of `score_values.py`. Offsets are code points. */
export function predictValues({ story, values }: StoryRecord): ReadValue[] {
  const points = toPoints(story.text)
  return values.map(value => {
    const [span] = points([value.span])
    return { span: span!, type: value.type, ...answer(value) }
  })
}

/** A value as an answer: money in cents and ages in months count in the unit that the text states. */
function answer({ type, value, stated }: RecordValue): Omit<ReadValue, 'span'> {
  if (typeof value === 'string')
    return type === 'time'
      ? { value: `${value.slice(1)}:00`, timex: value.replace(/:00$/, '') }
      : { value }
  if (typeof value === 'number')
    return type === 'age'
      ? { value: stated.number, unit: String(stated.unit ?? 'year') }
      : { value }
  if ('amount' in value) {
    const { unit } = stated
    const small = unit === 'cent' || unit === 'pence' || unit === 'penny'
    const scaled = (amount: number) => (small ? Number((amount * 100).toPrecision(12)) : amount)
    const { amount, currency } = value
    return {
      value:
        typeof amount === 'number' ? scaled(amount) : bounds(amount).map(one => one && scaled(one)),
      ...(small ? { unit: String(unit) } : currency === undefined ? {} : { unit: currency }),
    }
  }
  if ('min' in value || 'max' in value)
    return { value: bounds(value), ...(type === 'age' ? { unit: 'year' } : {}) }
  const { start, end } = value as { start?: string; end?: string }
  const clock = (time: string | undefined) =>
    type === 'time' && time ? `${time.slice(1)}:00` : time
  return { start: clock(start) ?? null, end: clock(end) ?? null }
}

const bounds = ({ min, max }: { min?: number; max?: number }) => [min ?? null, max ?? null]
