import { isSpace } from '../../span.js'

/** Which side of its words a mark is on; `either` where its neighbours do not tell. */
export type Side = 'open' | 'close' | 'either'

const WORD_CHARACTER = /^[\p{L}\p{N}\p{M}]/u
const OPENS_AFTER = new Set([...'([{<-–—―/:;=*|•…'])
const CLOSES_BEFORE = new Set([...'.,;:!?)]}…-–—'])

/** A letter, a digit or a combining sign. The edge of the text ('') is none. */
export const isWordCharacter = (c: string): boolean => WORD_CHARACTER.test(c)

/** White space, or the edge of the paragraph (''). */
export const isBlank = (c: string): boolean => c === '' || isSpace(c.charCodeAt(0))

/** Can a mark that opens stand behind this character? */
export const mayOpenAfter = (before: string): boolean => isBlank(before) || OPENS_AFTER.has(before)

/** The side of a mark without a direction of its own, by the characters before and after it that are no marks. */
export function sideOf(before: string, after: string): Side {
  const opens = mayOpenAfter(before)
  const closes = isBlank(after) || CLOSES_BEFORE.has(after)
  if (opens && !isBlank(after) && !(closes && !isBlank(before))) return 'open'
  if (closes && !isBlank(before)) return 'close'
  return 'either'
}
