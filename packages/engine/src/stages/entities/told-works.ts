import type { Word } from './words.js'

/** What only a work has. */
const HAS = /^(?:premiere|première|screening|trailer|soundtrack|finale)$/
const SCREENS = /^(?:cinemas?|screens|theaters|theatres|bookshops|shelves)$/
/** What a work does of its own accord. */
const COMES =
  /^(?:hits?|reach(?:es|ed)|opens?|opened|lands?|landed|arriv(?:es|ed)|returns?|returned|is|are|was|comes|came)$/
const SHOWN =
  /^(?:airs?|aired|streams?|premieres|premiered|streaming|airing|released|published|screened|screening)$/
const BETWEEN = /^(?:will|can|be|is|was|are|has|been|now|then|to|on|in|the|back|first|also|which)$/
const REACH = 6

/** “is available on Lumo”, “can be seen on Lumo” */
const HAD = /^(?:available|seen|watched|heard|streamed)$/

/**
 * Do the words beside a name say that it is a work, whatever it was heard as: “the premiere of Saltwater Kings”,
 * “Saltwater Kings hits cinemas”? Of what was not heard as a person less is enough: “will be released on Friday”, “is
 * available on Lumo”.
 *
 * Not: “the premiere of Vale's film”, “Idris Colm was released on Friday”, “Brell stars in it”.
 */
export function isToldWork(
  words: readonly Word[],
  from: number,
  to: number,
  isPerson: boolean,
): boolean {
  if (words[to - 1]!.possessive) return false
  const { sentence } = words[from]!
  if (words[from - 1]?.lower === 'of' && HAS.test(words[from - 2]?.lower ?? '')) return true
  const at = words[to]?.text === ',' && words[to + 1]?.lower === 'which' ? to + 2 : to
  const verb = words[at]
  if (verb?.word !== true || verb.sentence !== sentence) return false
  for (let i = at; i < at + REACH && words[i]?.sentence === sentence; i++) {
    const { lower } = words[i]!
    const next = words[i + 1]?.lower ?? ''
    if (SCREENS.test(lower) && COMES.test(verb.lower)) return true
    if (!isPerson && to - from > 1) {
      if (SHOWN.test(lower) && /^(?:on|in|by|from|now|next|this|again)$/.test(next)) return true
      if (i > at && HAD.test(lower) && /^(?:on|from)$/.test(next)) return true
    }
    if (!BETWEEN.test(lower) && !COMES.test(lower)) return false
  }
  return false
}
