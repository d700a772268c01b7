import { align } from './align.js'
import { wholeBand } from './chains.js'
import type { Element } from './claim.js'
import { keyOf } from './drafts.js'
import type { Step } from './trace.js'
import type { NormalWord } from './types.js'
import { weightOf } from './weights.js'

/** Words that may be replaced at an end of a claim; a longer end is words added. */
const MOST = 4
const SENTENCE_END = /[.!?…;:"“”«»\n]/u

/** What an end is looked at in: the claim’s elements, the text and its words. */
interface Ends {
  readonly claim: readonly Element[]
  readonly text: string
  readonly words: readonly NormalWord[]
}

/**
 * An alignment in which words added at the claim’s ends take in what the text has in their place. Where the sentence
 * ends there within a word more than are added, all of it: “we appeal tomorrow” against “We appeal soon.” changes a
 * word, against “We appeal, he told us” it adds one. And where the same words stand a
 * little further off: “we looked” against “we, um, looked” drops a word, and adds none.
 */
export function withEnds(steps: readonly Step[], ends: Ends): readonly Step[] {
  const first = steps.findIndex(({ kind }) => kind !== 'add')
  const last = steps.findLastIndex(({ kind }) => kind !== 'add')
  if (first < 0) return steps
  const start = steps[first]!
  const end = steps[last]!
  const from = start.kind === 'pair' ? reach(ends, start.j, start.i, first, -1) : undefined
  const to =
    end.kind === 'pair' ? reach(ends, end.j1, end.i1, steps.length - 1 - last, 1) : undefined
  return [
    ...(from === undefined
      ? steps.slice(0, first)
      : alignPart(ends, start.i - first, start.i, from, start.j)),
    ...steps.slice(first, last + 1),
    ...(to === undefined
      ? steps.slice(last + 1)
      : alignPart(ends, end.i1, steps.at(-1)!.i1, end.j1, to)),
  ]
}

/** The place of the text to which `count` words added behind (before) place `j` reach, if they replace any. */
function reach(ends: Ends, j: number, i: number, count: number, way: 1 | -1): number | undefined {
  if (count === 0 || count > MOST) return undefined
  return (
    sentenceRest(ends, j, count + 1, way) ??
    sameWords(ends, j, i, count, way) ??
    sameWord(ends, j, i, count, way)
  )
}

/** The place at which the sentence ends, where it lies 1 to `most` words off. */
function sentenceRest(ends: Ends, at: number, most: number, way: 1 | -1): number | undefined {
  for (let k = 0; k <= most; k++) {
    if (isSentenceEnd(ends.text, ends.words, at + k * way))
      return k === 0 ? undefined : at + k * way
  }
  return undefined
}

/** Behind (before) the claim’s outermost word, where the text has it in the same sentence, not far off. */
function sameWord(
  { claim, text, words }: Ends,
  at: number,
  i: number,
  count: number,
  way: 1 | -1,
): number | undefined {
  const key = keyOf(claim[way === 1 ? i + count - 1 : i - count])
  const most = count + (weightOf(key ?? '') < 1 ? 1 : 3)
  for (let k = 0; k < most; k++) {
    if (isSentenceEnd(text, words, at + k * way)) return undefined
    const word = words[way === 1 ? at + k : at - k - 1]
    if (word?.key === key) return at + (k + 1) * way
  }
  return undefined
}

/** Words within which two or more that are added are sought as they are, over signs and all. */
const SAME_REACH = 8

/** Behind (before) the same two words or more, in their order. "We will appeal" against “We will” in any case “appeal”. */
function sameWords(
  { claim, words }: Ends,
  at: number,
  i: number,
  count: number,
  way: 1 | -1,
): number | undefined {
  if (count < 2) return undefined
  const from = way === 1 ? i : i - count
  for (let k = 1; k <= SAME_REACH; k++) {
    const start = way === 1 ? at + k : at - k - count
    let same = 0
    while (same < count && words[start + same]?.key === keyOf(claim[from + same])) same++
    if (same === count && start >= 0) return way === 1 ? start + count : start
  }
  return undefined
}

function alignPart(
  { claim, words }: Ends,
  i: number,
  i1: number,
  j: number,
  j1: number,
): readonly Step[] {
  const steps = align(claim.slice(i, i1), words.slice(j, j1), wholeBand(i1 - i, j1 - j), {
    whole: true,
  })
  // a table that holds all cells always has a way
  return steps!.map(step => ({
    ...step,
    i: step.i + i,
    i1: step.i1 + i,
    j: step.j + j,
    j1: step.j1 + j,
  }))
}

/** Does a sentence, or a quotation, end before word `at`? The text’s ends are ends. */
export function isSentenceEnd(text: string, words: readonly NormalWord[], at: number): boolean {
  if (at <= 0 || at >= words.length) return true
  const from = words[at - 1]!.end
  return SENTENCE_END.test(text.slice(from, Math.min(words[at]!.start, from + 200)))
}
