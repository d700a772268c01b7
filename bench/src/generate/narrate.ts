import type { Normal, Parts, Span, ValueType } from '@onrecord/engine'
import { mention, type Paragraph, put } from './draft.js'
import { putRelative, putSpeaker } from './introduce.js'
import { placeName } from './names.js'
import type { Day } from './people.js'
import type { Speaker } from './plan.js'
import { run, sentenceLength } from './prose.js'
import { below, pick } from './random.js'
import { keyOf, putWords, speakerKey, type Writer } from './writer.js'

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/**
 * Writes a sentence of the story's own, full stop included; gives how many words of prose it has. Some name one of `cast` who is
 * known by now, some end with a date, an amount or a place.
 */
export function putSentence(
  w: Writer,
  p: Paragraph,
  topic: readonly string[],
  cast: readonly Speaker[],
): number {
  const { rng } = w
  const n = sentenceLength(rng)
  const known = cast.filter(one => one.is === 'person' && w.introduced.has(speakerKey(w, one)))
  const words = run(rng, w.settings.words, topic, n)
  if (known.length > 0 && rng() < 0.3) {
    const about = pick(rng, known)
    if (w.telling && rng() < 0.25) {
      putRelative(w, p, about.k)
      w.last = undefined
      put(p, ', ')
    } else {
      putSpeaker(w, p, about)
      put(p, ' ')
    }
  }
  putWords(w, p, words)
  const u = rng()
  if (u < 0.36) put(p, ' ')
  if (u < 0.06) putWeekday(w, p)
  else if (u < 0.12) putMonth(w, p)
  else if (u < 0.17) putMoney(w, p)
  else if (u < 0.22) putPercent(w, p)
  else if (u < 0.26) putNumber(w, p)
  else if (u < 0.36) putPlace(w, p)
  put(p, '.')
  return n
}

function addValue(
  w: Writer,
  p: Paragraph,
  span: Span,
  type: ValueType,
  value: Normal,
  stated: Parts,
  inferred?: Parts,
): number {
  const key = w.values++
  p.values.push({ key, type, span, value, stated, ...(inferred === undefined ? {} : { inferred }) })
  return key
}

const isoOf = (day: Day) => new Date(day * 86_400_000).toISOString().slice(0, 10)

/**
 * "on Tuesday": a day at most four days back, so that the same words are right two days later still, in a copy. Gives the key of
 * the value.
 */
export function putWeekday(w: Writer, p: Paragraph): number {
  const day = w.day - below(w.rng, 5)
  // 1 January 1970 was a Thursday
  const weekday = WEEKDAYS[(day + 4) % 7]!
  put(p, 'on ')
  const iso = isoOf(day)
  const [year, month, date] = iso.split('-').map(Number) as [number, number, number]
  return addValue(
    w,
    p,
    put(p, weekday),
    'date',
    iso,
    { weekday: weekday.toLowerCase() },
    {
      year,
      month,
      day: date,
      basis: 'published',
    },
  )
}

/** "in May 2014", up to ten years back. */
function putMonth(w: Writer, p: Paragraph): void {
  const iso = isoOf(w.day - 40 - below(w.rng, 3650))
  const year = Number(iso.slice(0, 4))
  const month = Number(iso.slice(5, 7))
  put(p, 'in ')
  addValue(w, p, put(p, `${MONTHS[month - 1]} ${year}`), 'date', iso.slice(0, 7), { month, year })
}

/** "for £3.4m" */
function putMoney(w: Writer, p: Paragraph): void {
  const tenths = 11 + below(w.rng, 900)
  const sum = { amount: tenths * 100_000, currency: 'GBP' }
  put(p, 'for ')
  addValue(w, p, put(p, `£${tenths / 10}m`), 'money', sum, sum)
}

/** "by 12 per cent" */
function putPercent(w: Writer, p: Paragraph): void {
  const number = 1 + below(w.rng, 99)
  put(p, 'by ')
  const text = w.rng() < 0.5 ? `${number} per cent` : `${number}%`
  addValue(w, p, put(p, text), 'percent', number, { number })
}

/** "for 350 people" */
function putNumber(w: Writer, p: Paragraph): void {
  const number = 13 + below(w.rng, 900)
  put(p, 'for ')
  addValue(w, p, put(p, String(number)), 'number', number, { number })
  put(p, ' people')
}

/** "in Tarnham" */
function putPlace(w: Writer, p: Paragraph): void {
  const name = placeName(w.rng)
  put(p, 'in ')
  mention(
    p,
    keyOf(w, `place ${name}`, () => ({ type: 'place' })),
    name,
    'name',
  )
}
