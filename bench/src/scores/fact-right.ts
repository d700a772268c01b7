import type { Span } from '@onrecord/engine'
import { argumentsOf, type FactLine, type WantedArgument } from '../fact-cases.js'
import { calls, type Given, isAt, sameWords } from './fact-words.js'

/** A fact or a setting of a record, as the scorer sees it. */
export interface ReadFact {
  /** "setting" for a quote's setting. */
  readonly type: string
  readonly args: Readonly<Record<string, Given>>
  /** What the speakers of the quote that says it are called; absent where the story says it. */
  readonly by?: readonly string[]
  /** Of a setting: the quote's content. */
  readonly content?: readonly Span[]
  /** Of a setting: the quote carries on another. */
  readonly continues?: boolean
}

/** Everything wanted is there, nothing contradicts the line, and it is the right one's claim. */
export function isRight(text: string, fact: ReadFact, line: FactLine): boolean {
  if (!isOfQuote(text, fact, line) || !isClaimOf(fact, line.by)) return false
  return readings(fact, line).some(one =>
    argumentsOf(one.type).every(key => {
      const given = one.args[key]
      const asked = line.args[key]
      if (!asked) return given === undefined
      return given === undefined ? asked.optional : fits(text, key, given, asked, one.type)
    }),
  )
}

/** The type, the subject and the first other argument wanted are right; of a setting any part. */
export function isNearly(text: string, fact: ReadFact, line: FactLine): boolean {
  if (!isOfQuote(text, fact, line)) return false
  const has = (one: ReadFact, key: string) => {
    const [given, asked] = [one.args[key], line.args[key]]
    return given !== undefined && asked !== undefined && fits(text, key, given, asked, one.type)
  }
  return readings(fact, line).some(one => {
    const { all, any } = mainOf(one.type)
    const must = (keys: readonly string[]) =>
      keys.filter(key => line.args[key] && !line.args[key].optional)
    return (
      must(all).every(key => has(one, key)) &&
      (must(any).length === 0 || any.some(key => has(one, key)))
    )
  })
}

/** What the lenient figure asks for: all of some arguments, and any of others. */
function mainOf(type: string): { all: readonly string[]; any: readonly string[] } {
  if (type === 'role') return { all: ['subject'], any: ['title', 'organisation', 'work'] }
  if (type === 'setting') return { all: [], any: ['to', 'place', 'event', 'time'] }
  if (type === 'held') return { all: ['event'], any: ['place', 'time'] }
  return { all: argumentsOf(type).slice(0, type === 'released' ? 1 : 2), any: [] }
}

const SYMMETRIC = new Set(['partner', 'spouse', 'cousin', 'twin', 'sibling'])

/** The fact, and where its inverse is the same fact, that one; none if the type is another. */
export function readings(fact: ReadFact, line: FactLine): readonly ReadFact[] {
  if (!line.types.includes(fact.type)) return []
  const { subject, object } = fact.args
  const symmetric =
    fact.type === 'married' ||
    (fact.type === 'family' && line.args.relation?.words.some(word => SYMMETRIC.has(word)))
  if (!symmetric || !subject || !object) return [fact]
  return [fact, { ...fact, args: { ...fact.args, subject: object, object: subject } }]
}

/** Is it the setting of the quote that the line is about? */
export const isOfQuote = (text: string, { content }: ReadFact, { quote }: FactLine): boolean =>
  quote === undefined || (content?.some(span => isAt(text, span, quote)) ?? false)

function isClaimOf({ by }: ReadFact, asked: WantedArgument | undefined): boolean {
  if (!asked) return by === undefined
  if (by === undefined) return asked.optional
  return asked.words.some(words => by.some(form => calls(form, words)))
}

/** Is the argument what is asked for? Of words and of charges the very words, of values the place in the text. */
export function fits(
  text: string,
  key: string,
  given: Given,
  { words }: WantedArgument,
  type: string,
): boolean {
  if ('span' in given) return words.some(one => isAt(text, given.span, one))
  const plain =
    key === 'title' ||
    key === 'relation' ||
    key === 'as' ||
    (type === 'charged' && key === 'object')
  return words.some(one =>
    given.forms.some(form => (plain ? sameWords(form, one) : calls(form, one))),
  )
}
