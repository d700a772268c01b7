import { type Span, type TextSpan, withText } from '../span.js'
import { firstFrom } from './interruptions.js'
import type { Step } from './trace.js'
import type { NormalWord } from './types.js'

/** Where the words of one place stand, and what interrupts them. */
export interface FoundSpans {
  readonly spans: readonly TextSpan[]
  readonly interruptions: readonly TextSpan[]
}

/**
 * The spans of one place: words found, changed or dropped, parted where an ellipsis, an interruption or a span to be
 * skipped lies between. `all` are the text’s words with the skipped ones, `words` without.
 */
export function spansOf(
  steps: readonly Step[],
  text: string,
  words: readonly NormalWord[],
  all: readonly NormalWord[],
): FoundSpans {
  const spans: Span[] = []
  const interruptions: Span[] = []
  let last: Span | undefined
  let parted = true
  for (const { kind, j, j1 } of steps) {
    if (j1 === j) continue
    if (kind === 'gap' || kind === 'zone') {
      parted = true
      if (kind === 'zone') interruptions.push({ start: words[j]!.start, end: words[j1 - 1]!.end })
      continue
    }
    for (let k = j; k < j1; k++) {
      const word = words[k]!
      const skipped =
        last === undefined || parted || all === words
          ? undefined
          : between(all, last.end, word.start)
      if (skipped !== undefined) interruptions.push(skipped)
      if (parted || last === undefined || skipped !== undefined) {
        spans.push({ start: word.start, end: word.end })
      } else spans[spans.length - 1] = { start: spans.at(-1)!.start, end: word.end }
      last = word
      parted = false
    }
  }
  return {
    spans: spans.map(span => withText(text, span)),
    interruptions: interruptions.map(span => withText(text, span)),
  }
}

function between(all: readonly NormalWord[], start: number, end: number): Span | undefined {
  const from = firstFrom(all, start)
  const to = firstFrom(all, end)
  return to > from ? { start: all[from]!.start, end: all[to - 1]!.end } : undefined
}
