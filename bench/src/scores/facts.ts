import type { Span } from '@onrecord/engine'
import { argumentsOf, type FactLine, type WantedArgument } from '../fact-cases.js'
import { calls, type Given, isAt, sameWords } from './fact-words.js'
import { percent } from './round.js'

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

export interface FactCounts {
  /** Facts wanted. */
  n: number
  /** Facts read, without those that are neither wanted nor punished. */
  read: number
  /** … right in all that was wanted. */
  right: number
  /** … right in type, subject and main argument. */
  nearly: number
}

export interface FactScore {
  /** By type. A fact wanted as "a|b" counts as the first. */
  readonly types: ReadonlyMap<string, FactCounts>
  /** What went wrong, one line each. */
  readonly misses: readonly string[]
}

/** Compares what a case wants with what was read of it. */
export function scoreFacts(
  { name, text, lines }: { name: string; text: string; lines: readonly FactLine[] },
  read: readonly ReadFact[],
): FactScore {
  const wanted = lines.filter(line => line.wanted)
  const right = answers(wanted, read, (fact, line) => isRight(text, fact, line))
  const judged = read.filter((fact, k) => right.has(k) || !isNeutral(text, fact, lines, wanted))
  const nearly = answers(
    wanted,
    judged,
    (fact, line) => isNearly(text, fact, line),
    isRightIn(text),
  )
  const types = new Map<string, FactCounts>()
  const count = (type: string, key: keyof FactCounts) => {
    const counts = types.get(type) ?? noFactCounts()
    types.set(type, { ...counts, [key]: counts[key] + 1 })
  }
  for (const line of wanted) count(line.types[0]!, 'n')
  for (const fact of judged) count(typeAmong(fact, wanted), 'read')
  for (const line of right.values()) count(line.types[0]!, 'right')
  for (const line of nearly.values()) count(line.types[0]!, 'nearly')

  const found = new Set(right.values())
  const misses = [
    ...wanted.filter(line => !found.has(line)).map(line => `${name}: missed ${line.line}`),
    ...read.flatMap((fact, k) =>
      right.has(k) || !judged.includes(fact) ? [] : [`${name}: false ${show(text, fact)}`],
    ),
  ]
  return { types, misses }
}

/** Which line each fact (by index) answers: each line once, the facts in order, `first` before the others. */
function answers(
  lines: readonly FactLine[],
  read: readonly ReadFact[],
  fits: (fact: ReadFact, line: FactLine) => boolean,
  first: (fact: ReadFact, line: FactLine) => boolean = fits,
): ReadonlyMap<number, FactLine> {
  const taken = new Map<number, FactLine>()
  const free = new Set(lines)
  for (const test of [first, fits]) {
    read.forEach((fact, k) => {
      if (taken.has(k)) return
      const line = [...free].find(one => test(fact, one))
      if (!line) return
      taken.set(k, line)
      free.delete(line)
    })
  }
  return taken
}

const isRightIn = (text: string) => (fact: ReadFact, line: FactLine) => isRight(text, fact, line)

/** The type in whose row a fact counts: that of the line that wants it under another name, too. */
const typeAmong = ({ type }: ReadFact, wanted: readonly FactLine[]): string =>
  wanted.some(({ types }) => types[0] === type)
    ? type
    : (wanted.find(({ types }) => types.includes(type))?.types[0] ?? type)

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
function readings(fact: ReadFact, line: FactLine): readonly ReadFact[] {
  if (!line.types.includes(fact.type)) return []
  const { subject, object } = fact.args
  const symmetric =
    fact.type === 'married' ||
    (fact.type === 'family' && line.args.relation?.words.some(word => SYMMETRIC.has(word)))
  if (!symmetric || !subject || !object) return [fact]
  return [fact, { ...fact, args: { ...fact.args, subject: object, object: subject } }]
}

/** Neither wanted nor punished: a ~ line has it, it says again what is wanted, or it is a place that goes without saying. */
function isNeutral(
  text: string,
  fact: ReadFact,
  lines: readonly FactLine[],
  wanted: readonly FactLine[],
): boolean {
  if (wanted.some(line => isRight(text, fact, line))) return true
  if (fact.continues) return true
  return (
    isLoosePlace(text, fact, lines) ||
    lines.some(line => !line.wanted && isOfQuote(text, fact, line) && hasAll(text, fact, line))
  )
}

const hasAll = (text: string, fact: ReadFact, line: FactLine): boolean =>
  readings(fact, line).some(one =>
    Object.entries(line.args).every(([key, asked]) => {
      const given = one.args[key]
      return given ? fits(text, key, given, asked, one.type) : asked.optional
    }),
  )

/** A place of something that has no name, or a step of a chain of places left out. */
function isLoosePlace(text: string, { type, args }: ReadFact, lines: readonly FactLine[]): boolean {
  const { subject, object } = args
  if (type !== 'located-in' || !subject || !object || !('forms' in subject)) return false
  if (!subject.forms.some(form => /\p{Lu}/u.test(form.replace(/^(?:The|A|An) /, '')))) return true
  const steps = lines.filter(line => line.wanted && line.types.includes(type))
  const above = (at: readonly FactLine[]): readonly FactLine[] =>
    steps.filter(({ args }) =>
      at.some(({ args: below }) =>
        below.object!.words.some(word => args.subject!.words.some(other => sameWords(word, other))),
      ),
    )
  let at: readonly FactLine[] = steps.filter(({ args }) =>
    fits(text, 'subject', subject, args.subject!, type),
  )
  for (let left = steps.length; left > 0 && at.length > 0; left--) {
    if (at.some(({ args }) => fits(text, 'object', object, args.object!, type))) return true
    at = above(at)
  }
  return false
}

const isOfQuote = (text: string, { content }: ReadFact, { quote }: FactLine): boolean =>
  quote === undefined || (content?.some(span => isAt(text, span, quote)) ?? false)

function isClaimOf({ by }: ReadFact, asked: WantedArgument | undefined): boolean {
  if (!asked) return by === undefined
  if (by === undefined) return asked.optional
  return asked.words.some(words => by.some(form => calls(form, words)))
}

/** Is the argument what is asked for? Of words and of charges the very words, of values the place in the text. */
function fits(
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

/** A fact read, as a case would write it. */
function show(text: string, { type, args, by }: ReadFact): string {
  const words = Object.entries(args).map(([key, given]) =>
    'span' in given
      ? `${key}=${text.slice(given.span.start, given.span.end)}`
      : `${key}=${given.forms[0]}`,
  )
  return [type, ...words, ...(by ? [`by=${by[0]}`] : [])].join(' ')
}

export const noFactCounts = (): FactCounts => ({ n: 0, read: 0, right: 0, nearly: 0 })

export function addFactCounts(all: readonly FactCounts[]): FactCounts {
  const sum = noFactCounts()
  for (const counts of all) {
    for (const key of Object.keys(sum) as (keyof FactCounts)[]) sum[key] += counts[key]
  }
  return sum
}

/** Precision, recall and F in percent, strict and lenient; blank where there is nothing to divide by. */
export function factRow({ n, read, right, nearly }: FactCounts) {
  const share = (part: number, whole: number) => (whole === 0 ? undefined : percent(part, whole))
  return {
    n,
    read,
    P: share(right, read),
    R: share(right, n),
    F: share(2 * right, n + read),
    'lenient P': share(nearly, read),
    'lenient R': share(nearly, n),
    'lenient F': share(2 * nearly, n + read),
  }
}
