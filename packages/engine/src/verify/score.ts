import type { Element } from './claim.js'
import { isChange, keyOf } from './drafts.js'
import type { Step } from './trace.js'
import type { NormalWord } from './types.js'
import { weightOf } from './weights.js'

/** What an alignment shares, as weights: a content word is 1, a function word 0.35. */
export interface Weights {
  /** Of the words of claim and text that pair; half of it for words changed for their like. */
  readonly shared: number
  /** Of the claim’s words, ellipses and brackets apart. */
  readonly claim: number
  /** Of the words of the text that the claim stands for; not what is omitted, inserted or interrupts. */
  readonly text: number
  /** The heaviest run of pairs without an edit. */
  readonly run: number
  /** How many words pair in all. */
  readonly words: number
}

export function weigh(
  steps: readonly Step[],
  claim: readonly Element[],
  text: readonly NormalWord[],
): Weights {
  let [shared, ofClaim, ofText, run, longest, words] = [0, 0, 0, 0, 0, 0]
  for (const step of steps) {
    const { kind, i, i1, j, j1 } = step
    if (kind === 'gap') run = 0
    if (kind === 'zone' || kind === 'gap' || kind === 'insert') continue
    let inClaim = 0
    let inText = 0
    for (let k = i; k < i1; k++) inClaim += weightOf(keyOf(claim[k]) ?? '')
    for (let k = j; k < j1; k++) inText += weightOf(text[k]!.key)
    ofClaim += inClaim
    ofText += inText
    if (kind !== 'pair') run = 0
    else if (isChange(step, claim, text)) {
      shared += (inClaim + inText) / 4
      run = 0
    } else {
      shared += (inClaim + inText) / 2
      run += inClaim
      words++
    }
    longest = Math.max(longest, run)
  }
  return { shared, claim: ofClaim, text: ofText, run: longest, words }
}

/** Dice: twice what is shared by all that either side has. 1 where no word differs, 0 where none is shared. */
export const scoreOf = ({ shared, claim, text }: Weights): number =>
  claim + text === 0 ? 0 : Math.min(1, (2 * shared) / (claim + text))

export const addWeights = (a: Weights, b: Weights): Weights => ({
  shared: a.shared + b.shared,
  claim: a.claim + b.claim,
  text: a.text + b.text,
  run: Math.max(a.run, b.run),
  words: a.words + b.words,
})
