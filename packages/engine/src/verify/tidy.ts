import type { Element } from './claim.js'
import { isChange, keyOf } from './drafts.js'
import type { Step } from './trace.js'
import type { NormalWord } from './types.js'
import { weightOf } from './weights.js'

/** Matched words that weigh less than this are chance where so much or more beside them is added. */
const ISLAND = 1
const ADDED_BESIDE = 2

/**
 * An alignment without matches by chance: where a function word alone pairs amid words that the text does not have
 * (“the” in a whole clause of the claim that comes from elsewhere), it is no pair. Words dropped at the ends go.
 */
export function tidy(
  steps: readonly Step[],
  claim: readonly Element[],
  text: readonly NormalWord[],
): Step[] {
  const out: Step[] = []
  const blocks = toBlocks(steps, claim, text)
  blocks.forEach((block, index) => {
    const beside = (blocks[index - 1]?.added ?? 0) + (blocks[index + 1]?.added ?? 0)
    const weak = block.paired > 0 && block.paired < ISLAND && beside >= ADDED_BESIDE
    for (const step of block.steps) {
      if (!weak || step.kind !== 'pair') out.push(step)
      else {
        const { i, i1, j, j1 } = step
        for (let k = i; k < i1; k++) out.push({ kind: 'add', i: k, i1: k + 1, j, j1: j })
        for (let k = j; k < j1; k++) out.push({ kind: 'drop', i: i1, i1, j: k, j1: k + 1 })
      }
    }
  })
  return trimEnds(out)
}

interface Block {
  readonly steps: Step[]
  /** Weight of the words that pair, or that the claim adds. */
  paired: number
  added: number
}

/** Pairs that follow each other, and what is edited between them. */
function toBlocks(
  steps: readonly Step[],
  claim: readonly Element[],
  text: readonly NormalWord[],
): Block[] {
  const blocks: Block[] = []
  let wasPair: boolean | undefined
  for (const step of steps) {
    const isPair = step.kind === 'pair'
    if (isPair !== wasPair) blocks.push({ steps: [], paired: 0, added: 0 })
    wasPair = isPair
    const block = blocks.at(-1)!
    block.steps.push(step)
    const weight = weightOf(keyOf(claim[step.i]) ?? '')
    if (step.kind === 'add') block.added += weight
    if (isPair) block.paired += weight * (isChange(step, claim, text) ? 0.5 : 1)
  }
  return blocks
}

/** Words dropped before the first pair or behind the last are no part of what was found. */
function trimEnds(steps: readonly Step[]): Step[] {
  const first = steps.findIndex(({ kind }) => kind === 'pair')
  const last = steps.findLastIndex(({ kind }) => kind === 'pair')
  return steps.filter(
    ({ kind }, index) => (index >= first && index <= last) || (kind !== 'drop' && kind !== 'zone'),
  )
}
