import type { Step } from './trace.js'
import type { NormalWord } from './types.js'

/** Words that may be replaced at an end of a claim; a longer end is words added. */
const MOST = 4
const SENTENCE_END = /[.!?…;:"“”«»\n]/u

/**
 * An alignment in which words added at the claim’s ends take in what the text has in their place: “we appeal
 * tomorrow” against “We appeal soon.” adds and drops a word, that is, changes it. Only where the sentence ends within
 * a word more than are added: “we appeal tomorrow” against “We appeal, he told us” adds.
 */
export function withEnds(
  steps: readonly Step[],
  text: string,
  words: readonly NormalWord[],
): readonly Step[] {
  const first = steps.findIndex(({ kind }) => kind !== 'add')
  const last = steps.findLastIndex(({ kind }) => kind !== 'add')
  if (first < 0) return steps
  const out = [...steps]
  const end = steps[last]!
  const tail = steps.length - 1 - last
  if (tail > 0 && tail <= MOST && end.kind === 'pair') {
    const to = sentenceRest(text, words, end.j1, tail + 1, 1)
    if (to !== undefined) {
      const i = steps.at(-1)!.i1
      for (let j = end.j1; j < to; j++) out.push({ kind: 'drop', i, i1: i, j, j1: j + 1 })
    }
  }
  const start = steps[first]!
  if (first > 0 && first <= MOST && start.kind === 'pair') {
    const from = sentenceRest(text, words, start.j, first + 1, -1)
    if (from !== undefined) {
      const drops = Array.from(
        { length: start.j - from },
        (_, k): Step => ({ kind: 'drop', i: 0, i1: 0, j: from + k, j1: from + k + 1 }),
      )
      out.splice(first, 0, ...drops.map(drop => ({ ...drop, i: start.i, i1: start.i })))
    }
  }
  return out
}

/**
 * Going from the gap before word `at` on (or back): the place at which the sentence ends, where it lies 1 to `most`
 * words off.
 */
function sentenceRest(
  text: string,
  words: readonly NormalWord[],
  at: number,
  most: number,
  way: 1 | -1,
): number | undefined {
  for (let k = 0; k <= most; k++) {
    const place = at + k * way
    if (isSentenceEnd(text, words, place)) return k === 0 ? undefined : place
  }
  return undefined
}

/** Does a sentence, or a quotation, end before word `at`? The text’s ends are ends. */
export function isSentenceEnd(text: string, words: readonly NormalWord[], at: number): boolean {
  if (at <= 0 || at >= words.length) return true
  const from = words[at - 1]!.end
  return SENTENCE_END.test(text.slice(from, Math.min(words[at]!.start, from + 200)))
}
