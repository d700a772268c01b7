import { type Span, sharedLength } from '../span.js'
import { type Element, readClaim } from './claim.js'
import { cutAlarms } from './cut.js'
import { isFound } from './found.js'
import { spansOf } from './found-spans.js'
import { normalWords } from './normal-words.js'
import { findPieces, type Pieces } from './pieces.js'
import { report, type Sides, toAlarm } from './report.js'
import { scoreOf } from './score.js'
import type { Difference, Edit, NormalWord, Verdict, VerifyOptions } from './types.js'

/**
 * Words of a claim beyond which nothing is compared: a longer claim is looked at up to here. A quote is some 30 words
 * long; a speech is claimed paragraph by paragraph.
 */
export const CLAIM_WORDS = 2000

/**
 * Whether a text says what is claimed, in those words, and where: see `Verdict`.
 *
 * Exact: “We will appeal” in `"We will appeal," she said`; "three" for "3", CAFE for café, "we … appeal" for what has
 * words between, “We will appeal” for `“We will,” she said, “appeal”`, "[the minister] will" for "he will". Altered:
 * "We may appeal", "We will not appeal" (both with an alarm). Joined: the first half of one sentence with the second
 * half of another. Absent: another sentence on the same subject, a paraphrase that keeps few words.
 *
 * Never throws. Time is linear in the text (its words, and at most four million cells of seeds) plus, for each of at
 * most four places, the claim's words times some 250 (the band): measured 2,000 words against 1 MB take
 * about a second, a sentence against a paragraph 0.4 ms; no text found so far takes more than some seconds.
 */
export function verifyQuote(claim: string, text: string, options: VerifyOptions = {}): Verdict {
  const elements = firstWords(readClaim(claim))
  const all = normalWords(text)
  const words = withoutSkipped(all, options.skip ?? [])
  const pieces = findPieces(elements, { text, words })
  if (pieces === undefined) return absent(0)
  const score = scoreOf(pieces.weights)
  const sides = { claim, elements, text, words }
  if (!isFound(pieces, elements)) return absent(score)
  return found(pieces, score, sides, all)
}

const absent = (score: number): Verdict => ({
  kind: 'absent',
  score,
  spans: [],
  interruptions: [],
  differences: [],
  edits: [],
  omitted: [],
  inserted: [],
  alarms: [],
})

function found(pieces: Pieces, score: number, sides: Sides, all: readonly NormalWord[]): Verdict {
  const { text, words } = sides
  const placements = [...pieces.placements].sort((a, b) => a.steps[0]!.i - b.steps[0]!.i)
  const main = pieces.placements[0]!
  const parts = placements.map(({ steps }) => ({
    steps,
    ...report(steps, sides),
    ...spansOf(steps, text, words, all),
  }))
  const edits = parts.flatMap(({ edits, steps, spans }): readonly Edit[] => {
    if (steps === main.steps || isInOrder(main.steps, steps)) return edits
    const claimed = {
      start: sides.elements[steps[0]!.i]!.start,
      end: sides.elements[steps.at(-1)!.i1 - 1]!.end,
    }
    const whole = { start: spans[0]!.start, end: spans.at(-1)!.end }
    return [
      {
        kind: 'moved',
        claim: { ...claimed, text: sides.claim.slice(claimed.start, claimed.end) },
        text: { ...whole, text: text.slice(whole.start, whole.end) },
      },
      ...edits,
    ]
  })
  const cuts = parts.flatMap(({ steps }) => {
    const pairs = steps.filter(({ kind }) => kind === 'pair')
    return cutAlarms(pairs[0]!.j, pairs.at(-1)!.j1, text, words).map(cut => toAlarm(cut, sides))
  })
  return {
    kind: pieces.joined ? 'joined' : edits.length === 0 ? 'exact' : 'altered',
    score,
    spans: parts.flatMap(({ spans }) => spans),
    interruptions: parts.flatMap(({ interruptions }) => interruptions),
    differences: [...new Set<Difference>(parts.flatMap(({ differences }) => differences))],
    edits,
    omitted: parts.flatMap(({ omitted }) => omitted),
    inserted: parts.flatMap(({ inserted }) => inserted),
    alarms: [...parts.flatMap(({ alarms }) => alarms), ...cuts],
  }
}

/** Two parts of one alignment, in the text's order: nothing was moved, the claim only passes over what lies between. */
const isInOrder = (main: Pieces['placements'][number]['steps'], steps: typeof main): boolean =>
  main.length > 0 && steps[0]!.i >= main.at(-1)!.i1 === steps[0]!.j >= main.at(-1)!.j1

function firstWords(elements: readonly Element[]): readonly Element[] {
  return elements.length > CLAIM_WORDS ? elements.slice(0, CLAIM_WORDS) : elements
}

/** Linear: the spans are sorted and joined first. */
function withoutSkipped(
  words: readonly NormalWord[],
  skip: readonly Span[],
): readonly NormalWord[] {
  if (skip.length === 0) return words
  const sorted = [...skip].sort((a, b) => a.start - b.start)
  let at = 0
  let reach: Span = { start: 0, end: 0 }
  return words.filter(word => {
    while (at < sorted.length && sorted[at]!.start < word.end) {
      if (sorted[at]!.end > reach.end) reach = sorted[at]!
      at++
    }
    return sharedLength(reach, word) === 0
  })
}
