import { SMALL_NUMBERS } from '../../../lexicon/en/numbers.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { lowerAt, wholeAt } from '../look.js'
import { readNumeral } from '../numerals.js'
import type { Piece } from '../pieces.js'
import { halfAt, timed } from './clock-parts.js'

/**
 * A time of day in words: "half past seven", "a quarter to nine", "ten minutes past eight", "at seven twenty-seven", "one
 * thirty p.m.", "seven o'clock", "at 2 in the afternoon". Without a part of the day it is the hour as told.
 *
 * None: "a quarter to the state", "two in the morning session" is a time all the same, "one thirty" without "at".
 */
export const clockWords: Rule = {
  name: 'clock-words',
  starts: CLASS.numberWord | CLASS.article | CLASS.digits,
  read: (at, { pieces }) => {
    const time = pastAt(pieces, at) ?? spoken(pieces, at)
    if (time === undefined) return undefined
    const part = partAt(pieces, time.to)
    if (!time.sure && part === undefined) return undefined
    const late = part?.late === true
    const hour = part === undefined ? time.hour : (time.hour % 12) + (late ? 12 : 0)
    return timed(
      part?.to ?? time.to,
      time.minute === 0 && time.whole ? { hour } : { hour, minute: time.minute },
      undefined,
      {
        hour: time.hour,
        ...(time.minute === 0 ? {} : { minute: time.minute }),
        ...(part === undefined ? {} : { half: late ? 'pm' : 'am' }),
      },
      pieces,
    )
  },
}

interface Spoken {
  readonly hour: number
  readonly minute: number
  readonly whole: boolean
  readonly to: number
  /** It is a time without "p.m." and the like. */
  readonly sure: boolean
}

/** An hour from 1 to 12, in digits or in words. */
function hourAt(pieces: readonly Piece[], at: number): number | undefined {
  const word = SMALL_NUMBERS[lowerAt(pieces, at)]
  const hour = word ?? wholeAt(pieces, at, 1, 12)
  return hour >= 1 && hour <= 12 ? hour : undefined
}

/** "half past seven", "a quarter to nine", "ten minutes past eight". */
function pastAt(pieces: readonly Piece[], at: number): Spoken | undefined {
  const from = lowerAt(pieces, at) === 'a' ? at + 1 : at
  const word = lowerAt(pieces, from)
  const fixed = word === 'half' ? 30 : word === 'quarter' ? 15 : undefined
  const number = fixed === undefined && from === at ? readNumeral(pieces, at) : undefined
  const minute = fixed ?? number?.value
  if (minute === undefined || !Number.isInteger(minute) || minute < 1 || minute > 59)
    return undefined
  const behind = number?.to ?? from + 1
  const unit = /^min(?:ute)?s?$/.test(lowerAt(pieces, behind))
  const joint = unit ? behind + 1 : behind
  const past = lowerAt(pieces, joint) === 'past'
  // "five to nine" is a range as much as a time, "half to nine" is none
  const to = lowerAt(pieces, joint) === 'to' && (unit || fixed === 15)
  if (!past && !to) return undefined
  const hour = hourAt(pieces, joint + 1)
  if (hour === undefined) return undefined
  return to
    ? {
        hour: hour === 1 ? 12 : hour - 1,
        minute: 60 - minute,
        whole: false,
        to: joint + 2,
        sure: true,
      }
    : { hour, minute, whole: false, to: joint + 2, sure: true }
}

/** "seven twenty-seven" behind "at", "seven o'clock"; "one thirty", "two" only before a part of the day. */
function spoken(pieces: readonly Piece[], at: number): Spoken | undefined {
  const hour = hourAt(pieces, at)
  if (hour === undefined || !pieces[at]!.gap) return undefined
  const isWord = pieces[at]!.kind === 'word'
  const cued = CUES.has(lowerAt(pieces, at - 1))
  const minutes =
    isWord && pieces[at + 1]!.kind === 'word' ? readNumeral(pieces, at + 1) : undefined
  if (
    minutes &&
    minutes.value >= 10 &&
    minutes.value < 60 &&
    minutes.scale === 1 &&
    Number.isInteger(minutes.value)
  ) {
    const noun = lowerAt(pieces, minutes.to) === 'minutes' ? minutes.to + 1 : minutes.to
    return {
      hour,
      minute: minutes.value,
      whole: false,
      to: noun,
      sure: lowerAt(pieces, at - 1) === 'at',
    }
  }
  if (lowerAt(pieces, at + 1) === "o'clock")
    return isWord ? { hour, minute: 0, whole: true, to: at + 2, sure: true } : undefined
  return cued || isWord ? { hour, minute: 0, whole: true, to: at + 1, sure: false } : undefined
}

const CUES = new Set('at by around about until till before after since from'.split(' '))

const LATE: Readonly<Record<string, boolean | undefined>> = {
  morning: false,
  afternoon: true,
  evening: true,
}

/** "p.m.", "in the afternoon", "at night" behind a time. */
function partAt(pieces: readonly Piece[], at: number): { late: boolean; to: number } | undefined {
  const half = halfAt(pieces, at)
  if (half) return { late: half.half === 'pm', to: half.to }
  if (lowerAt(pieces, at) === 'at' && lowerAt(pieces, at + 1) === 'night')
    return { late: true, to: at + 2 }
  if (lowerAt(pieces, at) !== 'in' || lowerAt(pieces, at + 1) !== 'the') return undefined
  const late = LATE[lowerAt(pieces, at + 2)]
  return late === undefined ? undefined : { late, to: at + 3 }
}
