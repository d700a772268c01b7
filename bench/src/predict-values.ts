import { type QuoteConfig, recordStages, type Story, textStages } from '@onrecord/engine'
import { toPoints } from './points.js'
import type { ReadValue } from './scores/value-match.js'

/** Nothing is heard here, so nothing of this is used. */
const NOTHING_HEARD: QuoteConfig = {
  window: 1,
  transition: [],
  start: [],
  end: [],
  cueBias: 0,
  floor: { cue: 1, marks: 1 },
  calibration: { cue: [0, 0, 0], marks: [0, 0, 0] },
  antecedents: {
    person: { features: [], nobody: 0 },
    thing: { features: [], nobody: 0 },
    plural: { features: [], nobody: 0 },
  },
}

type Value = Story<'values'>['values'][number]

/** The values of a text in the words of `score_values.py`, without the neural pass: nobody is quoted. Offsets are code points. */
export function predictValues(id: string, text: string, published?: string): ReadValue[] {
  const meta = { id, ...(published === undefined ? {} : { published }) }
  const story = { ...textStages.run({ text, meta }), blocks: [], attributions: [], names: [], nouns: [] }
  const { values } = recordStages(NOTHING_HEARD).run(story)
  const points = toPoints(text)
  return values.map(value => {
    const [span] = points([value])
    return { span: span!, type: value.type, ...answer(value) }
  })
}

/** A value as an answer: money in cents and ages in months count in the unit that the text states. */
function answer({ type, value, stated }: Value): Omit<ReadValue, 'span'> {
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
