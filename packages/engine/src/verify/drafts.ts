import type { Element } from './claim.js'
import { isContraction } from './contractions.js'
import { areNear, traitsOf } from './costs.js'
import type { Step } from './trace.js'
import type { Edit, NormalWord } from './types.js'
import { weightOf } from './weights.js'

/** An edit as elements [i, i1) of the claim and words [j, j1) of the text; empty on the side that it has nothing on. */
export interface Draft {
  readonly kind: Edit['kind']
  readonly i: number
  readonly i1: number
  readonly j: number
  readonly j1: number
}

/** The key of an element that is a word. */
export const keyOf = (element: Element | undefined): string | undefined =>
  element?.kind === 'word' || element?.kind === 'partial' ? element.word.key : undefined

/** Does a pair set another word in a word’s place? (Not where they differ in letters in brackets or in a hyphen.) */
export function isChange(
  { kind, i, i1, j, j1 }: Step,
  claim: readonly Element[],
  text: readonly NormalWord[],
): boolean {
  const element = claim[i]!
  if (kind !== 'pair' || element.kind !== 'word') return false
  const second = claim[i + 1]
  if (i1 - i === 2)
    return second?.kind === 'word' && isContraction(text[j]!, element.word, second.word)
  if (j1 - j === 2) return isContraction(element.word, text[j]!, text[j + 1]!)
  return element.word.key !== text[j]!.key && areNear(traitsOf(element.word), traitsOf(text[j]!))
}

/**
 * The edits of an alignment, in its order. Words added and dropped between the same two pairs are one change; the
 * same words added here and dropped there are moved.
 */
export function draftEdits(
  steps: readonly Step[],
  claim: readonly Element[],
  text: readonly NormalWord[],
): Draft[] {
  const drafts: Draft[] = []
  let open: Draft | undefined
  const close = () => {
    if (open !== undefined) drafts.push(open)
    open = undefined
  }
  for (const step of steps) {
    const { i, i1, j, j1 } = step
    if (step.kind === 'add' || step.kind === 'drop') {
      const start: Draft = open ?? { kind: 'changed', i, i1: i, j, j1: j }
      const whole = { ...start, i1, j1 }
      const kind = whole.i === i1 ? 'dropped' : whole.j === j1 ? 'added' : 'changed'
      open = { ...whole, kind }
      continue
    }
    close()
    if (isChange(step, claim, text)) drafts.push({ kind: 'changed', i, i1, j, j1 })
  }
  close()
  return withMoved(drafts, claim, text)
}

function withMoved(
  drafts: readonly Draft[],
  claim: readonly Element[],
  text: readonly NormalWord[],
): Draft[] {
  const dropped = new Map<string, number>()
  drafts.forEach((draft, index) => {
    if (draft.kind === 'dropped') dropped.set(textKeys(draft, text), index)
  })
  const gone = new Set<number>()
  const moved = drafts.map((draft): Draft => {
    if (draft.kind !== 'added') return draft
    const keys = claim.slice(draft.i, draft.i1).map(keyOf).join(' ')
    const index = dropped.get(keys)
    if (index === undefined || gone.has(index) || !keys.split(' ').some(key => weightOf(key) >= 1))
      return draft
    gone.add(index)
    const { j, j1 } = drafts[index]!
    return { ...draft, kind: 'moved', j, j1 }
  })
  return moved.filter((_, index) => !gone.has(index))
}

const textKeys = ({ j, j1 }: Draft, text: readonly NormalWord[]) =>
  text
    .slice(j, j1)
    .map(({ key }) => key)
    .join(' ')
