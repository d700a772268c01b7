import { type Span, type TextSpan, withText } from '../span.js'
import { type AlarmDraft, alarmsOf, omittedAlarms } from './alarms.js'
import type { Element } from './claim.js'
import { type Draft, draftEdits } from './drafts.js'
import type { Step } from './trace.js'
import type { Alarm, Comparison, Edit, NormalWord, Pair } from './types.js'
import { differencesOf } from './typography.js'

/** Claim and text with what was read in them. */
export interface Sides {
  readonly claim: string
  readonly elements: readonly Element[]
  readonly text: string
  readonly words: readonly NormalWord[]
}

/** What the steps of one place say, with the words cut out: all of a comparison but its score. */
export function report(steps: readonly Step[], sides: Sides): Omit<Comparison, 'score'> {
  const { claim, elements, text, words } = sides
  const drafts = draftEdits(steps, elements, words)
  const gaps = steps.filter(({ kind }) => kind === 'gap')
  return {
    differences: differencesOf(steps, claim, elements, text, words),
    edits: drafts.map(draft => toEdit(draft, sides)),
    omitted: gaps.map(gap => toPair(gap, sides)),
    inserted: steps
      .filter(step => step.kind === 'insert' || isPartial(step, sides))
      .map(step => toPair(step, sides)),
    alarms: [
      ...drafts.flatMap(draft => alarmsOf(draft, elements, words)),
      ...gaps.flatMap(gap => omittedAlarms(gap, words)),
    ].map(alarm => toAlarm(alarm, sides)),
  }
}

/** "appeal[ed]" against "appeal"; "[w]e" against "We" is only a matter of case. */
function isPartial({ kind, i, j }: Step, { elements, words }: Sides): boolean {
  const element = elements[i]
  return kind === 'pair' && element?.kind === 'partial' && element.word.key !== words[j]!.key
}

export const toAlarm = ({ kind, how, ...draft }: AlarmDraft, sides: Sides): Alarm => ({
  kind,
  how,
  ...toPair(draft, sides),
})

export const toEdit = ({ kind, ...draft }: Draft, sides: Sides): Edit => ({
  kind,
  ...toPair(draft, sides),
})

type Ranges = Omit<Draft, 'kind'>

function toPair({ i, i1, j, j1 }: Ranges, { claim, elements, text, words }: Sides): Pair {
  return {
    ...(i1 > i ? { claim: over(claim, elements, i, i1) } : {}),
    ...(j1 > j ? { text: over(text, words, j, j1) } : {}),
  }
}

const over = (text: string, items: readonly Span[], from: number, to: number): TextSpan =>
  withText(text, { start: items[from]!.start, end: items[to - 1]!.end })
