import type { NormalWord } from './types.js'
import { weightOf } from './weights.js'

/** Words that stand in the same order in claim and text, as many as there are: claim[i+k] = text[j+k] for k < length. */
export interface Run {
  readonly i: number
  readonly j: number
  readonly length: number
  readonly weight: number
}

/** Places of one word in the claim that seeds are taken from, runs that are kept. */
const MOST_PLACES = 24
const MOST_RUNS = 600
/** Matching cells looked at, at most: beyond them only a text of a few words over and over again has any. */
const MOST_CELLS = 4_000_000

/**
 * The maximal runs that hold a content word, the weightiest of them, by their place in the text. Where the claim has
 * too few content words all its words are seeds. Each cell of the table is looked at once at most, and only such as
 * match, so that it takes time linear in the text for a fixed claim.
 */
export function findRuns(
  claim: readonly (NormalWord | undefined)[],
  text: readonly NormalWord[],
  weighted = true,
): Run[] {
  const places = seedPlaces(claim, weighted)
  if (places.size === 0) return weighted ? findRuns(claim, text, false) : []
  const offset = claim.length
  const reached = new Int32Array(claim.length + text.length + 1)
  const runs: Run[] = []
  let cells = 0
  for (let j = 0; j < text.length && cells < MOST_CELLS; j++) {
    const found = places.get(text[j]!.key)
    if (found === undefined) continue
    for (const i of found) {
      const diagonal = j - i + offset
      if (reached[diagonal]! > j) continue
      let back = 0
      while (
        back < i &&
        back < j &&
        j - back > reached[diagonal]! &&
        claim[i - back - 1]?.key === text[j - back - 1]!.key
      )
        back++
      let on = 1
      while (j + on < text.length && claim[i + on]?.key === text[j + on]!.key) on++
      reached[diagonal] = j + on
      let weight = 0
      for (let k = i - back; k < i + on; k++) weight += weightOf(claim[k]!.key)
      cells += back + on
      runs.push({ i: i - back, j: j - back, length: back + on, weight })
    }
    // so many runs come of a hostile text only, or a huge one: the weak ones go
    if (runs.length > 8 * MOST_RUNS) keepBest(runs)
  }
  keepBest(runs)
  return runs.sort((a, b) => a.j - b.j || a.i - b.i)
}

function keepBest(runs: Run[]): void {
  if (runs.length <= MOST_RUNS) return
  runs.sort((a, b) => b.weight - a.weight || a.j - b.j)
  runs.length = MOST_RUNS
}

function seedPlaces(
  claim: readonly (NormalWord | undefined)[],
  weighted: boolean,
): Map<string, number[]> {
  const places = new Map<string, number[]>()
  claim.forEach((word, i) => {
    if (word === undefined || (weighted && weightOf(word.key) < 1)) return
    const found = places.get(word.key)
    if (found === undefined) places.set(word.key, [i])
    else if (found.length < MOST_PLACES) found.push(i)
  })
  return places
}
