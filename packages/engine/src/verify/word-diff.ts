import { align } from './align.js'
import { bandOf, findChains, wholeBand } from './chains.js'
import { type Element, readClaim } from './claim.js'
import { normalWords } from './normal-words.js'
import { report } from './report.js'
import { findRuns } from './runs.js'
import { scoreOf, weigh } from './score.js'
import type { Step } from './trace.js'
import type { Comparison, Edit, NormalWord, Pair } from './types.js'

/**
 * How two wordings of one quote differ, as `verifyQuote` would say it of a claim `a` and a text `b`, but with both
 * compared from end to end. Symmetrical: with `a` and `b` exchanged the same edits come, claim and text, dropped and
 * added exchanged. Ellipses and brackets are understood on one side: on the one that has more of them.
 */
export function wordDiff(a: string, b: string): Comparison {
  const [inA, inB] = [specials(a), specials(b)]
  const turned = inB > inA || (inB === inA && b < a)
  const found = turned ? diff(b, a) : diff(a, b)
  return turned ? turn(found) : found
}

const specials = (text: string) =>
  readClaim(text).reduce((count, { kind }) => count + (kind === 'word' ? 0 : 1), 0)

function diff(claim: string, text: string): Comparison {
  const elements = readClaim(claim)
  const words = normalWords(text)
  const steps = alignWhole(elements, words)
  const sides = { claim, elements, text, words }
  const empty = elements.length === 0 && words.length === 0
  return {
    score: empty ? 1 : scoreOf(weigh(steps, elements, words)),
    ...report(steps, sides),
  }
}

/** Up to so many cells the whole table is filled; beyond it a band, and beyond that all is changed. */
const MOST_CELLS = 1_500_000

function alignWhole(elements: readonly Element[], words: readonly NormalWord[]): readonly Step[] {
  const [n, m] = [elements.length, words.length]
  if ((n + 1) * (m + 1) <= MOST_CELLS) {
    return align(elements, words, wholeBand(n, m), { whole: true }) ?? allChanged(n, m)
  }
  const asWords = elements.map(element => (element.kind === 'word' ? element.word : undefined))
  const chain = findChains(findRuns(asWords, words), elements, 1)[0]
  if (chain === undefined) return allChanged(n, m)
  const { lo, hi } = bandOf(chain, n, m)
  lo[0] = 0
  hi[n] = m
  const cells = lo.reduce((sum, from, i) => sum + hi[i]! - from + 1, 0)
  const steps =
    cells > 4 * MOST_CELLS
      ? undefined
      : align(elements, words, { lo, hi, whole: false }, { whole: true })
  return steps ?? allChanged(n, m)
}

function allChanged(n: number, m: number): Step[] {
  return [
    ...Array.from({ length: n }, (_, i): Step => ({ kind: 'add', i, i1: i + 1, j: 0, j1: 0 })),
    ...Array.from({ length: m }, (_, j): Step => ({ kind: 'drop', i: n, i1: n, j, j1: j + 1 })),
  ]
}

const turnWord = <K extends string>(word: K): K | 'added' | 'dropped' =>
  word === 'dropped' ? 'added' : word === 'added' ? 'dropped' : word

function turn(found: Comparison): Comparison {
  return {
    ...found,
    edits: found.edits.map((edit): Edit => ({ ...turnPair(edit), kind: turnWord(edit.kind) })),
    omitted: found.omitted.map(turnPair),
    inserted: found.inserted.map(turnPair),
    alarms: found.alarms.map(alarm => ({
      ...turnPair(alarm),
      kind: alarm.kind,
      how: turnWord(alarm.how),
    })),
  }
}

const turnPair = ({ claim, text }: Pair): Pair => ({
  ...(text === undefined ? {} : { claim: text }),
  ...(claim === undefined ? {} : { text: claim }),
})
