import type { Element } from './claim.js'
import type { Draft } from './drafts.js'
import { areOpposite, denies, isYear, type Sense, sensesOf, withholds } from './senses.js'
import type { Alarm, AlarmKind, NormalWord } from './types.js'

/** An alarm before its words are cut out: as `Draft`. */
export interface AlarmDraft extends Omit<Draft, 'kind'> {
  readonly kind: AlarmKind
  readonly how: Alarm['how']
}

/** A word with its place on its own side. */
interface Placed {
  readonly at: number
  readonly word: NormalWord
  readonly next: NormalWord | undefined
}

/** The words of the claim from element i to i1, brackets and ellipses apart. */
export const claimWords = (claim: readonly Element[], i: number, i1: number): Placed[] =>
  claim.slice(i, i1).flatMap((element, k) => {
    if (element.kind !== 'word' && element.kind !== 'partial') return []
    const next = claim[i + k + 1]
    return [{ at: i + k, word: element.word, next: next?.kind === 'word' ? next.word : undefined }]
  })

export const textWords = (text: readonly NormalWord[], j: number, j1: number): Placed[] =>
  text.slice(j, j1).map((word, k) => ({ at: j + k, word, next: text[j + k + 1] }))

/** An edit is looked at up to here: one longer than this is another text, and its words are compared in pairs. */
const MOST_WORDS = 100

/**
 * What an edit changes in sense: a negation (not, n’t, never, without, “fail to”, un-), a number, amount, percentage
 * or date, a modal, a quantifier, a pronoun, a condition, a hedge, or a word for its opposite. Only what one side has
 * and the other has not: “do not” for “don’t” is none, nor is a plain word changed, dropped or added.
 */
export function alarmsOf(
  { kind, i, i1, j, j1 }: Draft,
  claim: readonly Element[],
  text: readonly NormalWord[],
): AlarmDraft[] {
  if (kind === 'moved') return []
  const inClaim = claimWords(claim, i, Math.min(i1, i + MOST_WORDS))
  const inText = textWords(text, j, Math.min(j1, j + MOST_WORDS))
  const place = { i, i1, j, j1 }
  const alarms: AlarmDraft[] = []
  const dated = [...signsIn(inText), ...signsIn(inClaim)].some(({ kind }) => kind === 'date')
  const read = (sign: Sign) => (dated ? mayAsMonth(sign) : sign)
  const left = signsIn(inText).map(read)
  const right: Sign[] = []
  for (const sign of signsIn(inClaim).map(read)) {
    const same = left.findIndex(({ kind, value }) => kind === sign.kind && value === sign.value)
    if (same >= 0) left.splice(same, 1)
    else right.push(sign)
  }
  for (const alarmKind of new Set([...left, ...right].map(({ kind }) => kind))) {
    const gone = left.filter(sign => sign.kind === alarmKind)
    const come = right.filter(sign => sign.kind === alarmKind)
    // "one" may be a pronoun; a pronoun alone that is lost or won changes no one
    const weak = [...gone, ...come]
    if (
      gone.length + come.length === 1 &&
      weak[0]!.faint &&
      !(kind === 'changed' && weak[0]!.kind === 'pronoun')
    )
      continue
    const how = gone.length === 0 ? 'added' : come.length === 0 ? 'dropped' : 'changed'
    alarms.push({ ...place, kind: alarmKind, how })
  }
  if (inClaim.some(a => inText.some(b => denies(a.word.key, b.word.key)))) {
    if (!alarms.some(alarm => alarm.kind === 'negation'))
      alarms.push({ ...place, kind: 'negation', how: 'changed' })
  }
  if (inClaim.some(a => inText.some(b => areOpposite(a.word.key, b.word.key))))
    alarms.push({ ...place, kind: 'opposite', how: 'changed' })
  return alarms
}

/** “May” beside another date is the month. */
const mayAsMonth = (sign: Sign): Sign =>
  sign.kind === 'modal' && sign.value === 'may' ? { ...sign, kind: 'date' } : sign

interface Sign {
  readonly kind: AlarmKind
  readonly value: string
  /** It may well be nothing when it stands on one side only. */
  readonly faint: boolean
}

function signsIn(words: readonly Placed[]): Sign[] {
  return words.flatMap(({ word, next }) => {
    const signs = sensesOf(word).map(sense => toSign(sense, word))
    if (withholds(word, next)) signs.push({ kind: 'negation', value: 'no', faint: false })
    return signs
  })
}

function toSign({ kind, value }: Sense, word: NormalWord): Sign {
  const faint = kind === 'pronoun' || word.key === '1'
  return { kind: kind === 'quantity' ? quantityKind(word) : kind, value, faint }
}

function quantityKind(word: NormalWord): AlarmKind {
  if (word.quantity === 'percent') return 'percentage'
  if (word.quantity === 'amount') return 'amount'
  return isYear(word) ? 'date' : 'number'
}

/** A negation or condition among words for which the claim has an ellipsis. */
export function omittedAlarms(
  { i, i1, j, j1 }: Omit<Draft, 'kind'>,
  text: readonly NormalWord[],
): AlarmDraft[] {
  return (['negation', 'condition'] as const).flatMap(kind => {
    const found = textWords(text, j, j1).find(({ word, next }) => hasSense(word, next, kind))
    return found === undefined
      ? []
      : [{ kind, how: 'omitted' as const, i, i1, j: found.at, j1: found.at + 1 }]
  })
}

export function hasSense(
  word: NormalWord,
  next: NormalWord | undefined,
  kind: 'negation' | 'condition',
): boolean {
  return (
    sensesOf(word).some(sense => sense.kind === kind) ||
    (kind === 'negation' && withholds(word, next))
  )
}
