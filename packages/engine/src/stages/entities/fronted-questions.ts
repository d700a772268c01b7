import type { Word } from './words.js'

const ASKED = /^(?:asked|questioned|pressed|quizzed|challenged|probed|grilled|prompted)$/
const REACH = 40

/**
 * Where the question begins that stands before the answer of word `at`: “Asked whether Lund would stay, | he said”. Who is
 * named in it is asked about, and is not the one who answers. Undefined where the sentence begins with none.
 */
export function questionBefore(words: readonly Word[], at: number): number | undefined {
  const { sentence } = words[at]!
  let from = at
  while (from > 0 && at - from < REACH && words[from - 1]!.sentence === sentence) from--
  while (from < at && (!words[from]!.word || /^(?:when|if)$/.test(words[from]!.lower))) from++
  return ASKED.test(words[from]!.lower) && words[at - 1]?.text === ',' ? from : undefined
}
