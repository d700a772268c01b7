import type { Span } from '../../span.js'
import type { PlainWord } from './plain-words.js'

/** Where a body has the words of a quote, or most of them. */
export interface Match {
  /** How many of the words it has, in their order. */
  readonly shared: number
  /** How many words it has, from the first shared to the last. */
  readonly length: number
  readonly span: Span | undefined
  /** How many of the words are missing before the first shared one, and behind the last. */
  readonly before: number
  readonly behind: number
}

const NONE: Match = {
  shared: 0,
  length: Number.POSITIVE_INFINITY,
  span: undefined,
  before: 0,
  behind: 0,
}

/**
 * The stretch of the body that has most of the words, in their order and not too far apart; of several the shortest.
 * Looks only around the body's occurrences of the headline's rarest words, a bounded number of them.
 */
export function closest(words: readonly PlainWord[], body: readonly PlainWord[]): Match {
  const wanted = new Set(words.map(({ word }) => word))
  const where = new Map<string, number[]>()
  body.forEach(({ word }, k) => {
    if (!wanted.has(word)) return
    const found = where.get(word)
    if (found === undefined) where.set(word, [k])
    else found.push(k)
  })
  let best = NONE
  const anchors = [...wanted]
    .flatMap(word => {
      const found = where.get(word)
      return found === undefined ? [] : [{ word, found }]
    })
    .sort((a, b) => a.found.length - b.found.length)
    .slice(0, 4)
  for (const { word, found } of anchors) {
    const at = words.findIndex(one => one.word === word)
    for (const k of found.slice(0, 50)) {
      const from = Math.max(0, k - 2 * at - 4)
      const to = Math.min(body.length, k + 2 * (words.length - at) + 4)
      const match = align(words, body.slice(from, to))
      if (
        match.shared > best.shared ||
        (match.shared === best.shared && match.length < best.length)
      )
        best = match
    }
  }
  return best
}

/** The longest common subsequence, and the shortest stretch that ends it. */
function align(words: readonly PlainWord[], body: readonly PlainWord[]): Match {
  const width = body.length + 1
  const table = new Uint16Array((words.length + 1) * width)
  for (let i = words.length - 1; i >= 0; i--)
    for (let j = body.length - 1; j >= 0; j--)
      table[i * width + j] = isSame(words[i]!.word, body[j]!.word)
        ? table[(i + 1) * width + j + 1]! + 1
        : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
  const shared = table[0]!
  if (shared === 0) return NONE
  // the latest start that still shares as many
  let first = 0
  while (first + 1 < body.length && table[first + 1] === shared) first++
  let i = 0
  let j = first
  let last = first
  let firstWord = -1
  let lastWord = 0
  while (i < words.length && j < body.length) {
    if (isSame(words[i]!.word, body[j]!.word)) {
      last = j
      lastWord = i
      if (firstWord < 0) firstWord = i
      i++
      j++
    } else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++
    else j++
  }
  const span = { start: body[first]!.start, end: body[last]!.end }
  const behind = words.length - 1 - lastWord
  return { shared, length: last - first + 1, span, before: Math.max(0, firstWord), behind }
}

/** The same word, or another form of it: “refuses”, “refused”. */
function isSame(a: string, b: string): boolean {
  if (a === b) return true
  const least = Math.max(4, Math.max(a.length, b.length) - 3)
  return Math.min(a.length, b.length) >= least && a.slice(0, least) === b.slice(0, least)
}
