import { findParagraphs, type Span } from '@onrecord/engine'

/** Code units of a passage at most; a longer paragraph is several. PostgreSQL's positions end at 16,383 words. */
const LONGEST = 4_000

/** What search finds and shows: the paragraphs of a text, long ones cut between words, after a sentence where one ends. */
export function passagesOf(text: string): Span[] {
  return findParagraphs(text).flatMap(({ start, end }) => {
    const cut: Span[] = []
    let from = start
    while (end - from > LONGEST) {
      const room = text.slice(from, from + LONGEST)
      const stop = Math.max(
        room.lastIndexOf('. '),
        room.lastIndexOf('.” '),
        room.lastIndexOf('." '),
      )
      const space = stop > LONGEST / 2 ? room.indexOf(' ', stop) : room.lastIndexOf(' ')
      // No space at all: not between the halves of a surrogate pair.
      const whole = /[\ud800-\udbff]$/.test(room) ? LONGEST - 1 : LONGEST
      const until = from + (space > 0 ? space + 1 : whole)
      cut.push({ start: from, end: until })
      from = until
    }
    cut.push({ start: from, end })
    return cut
  })
}
