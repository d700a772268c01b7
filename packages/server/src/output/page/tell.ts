import type { RecordFact } from '@onrecord/engine'
import { type Lookup, nameOf, type Part } from '@onrecord/formats/tables'
import { numberOf } from '../marked.js'
import { shorten } from '../width.js'
import { percent, UNSURE } from './doubt.js'
import { formsOf, rankOf, sideOf } from './fact-words.js'
import { type Limits, some } from './limits.js'
import { listed, type Phrase, part, phrase, toned, wordsOf } from './phrase.js'
import { argsOf, firstFit, type Template } from './template.js'
import { valuePhrase } from './values.js'

/** Columns that one name takes in a phrase: some are whole noun phrases. */
const NAME = 60

interface Group {
  readonly template: Template
  readonly facts: RecordFact[]
  readonly unsaid: readonly string[]
}

/**
 * Facts in words, from the side of an argument, or whole (`as` empty). Facts that differ in one argument only are told
 * together, one told twice is told once. Whose claim it is, and that it is not sure, is said behind; `but` is an argument's
 * id that is left out, since the page says it in another way.
 */
export function tell(
  lookup: Lookup,
  parts: readonly Part[],
  limits: Limits,
  but?: string,
): Phrase[] {
  const groups = new Map<string, Group>()
  for (const { fact, as } of parts) {
    const group = groupOf(fact, as, but)
    if (!group) continue
    const known = groups.get(group.key)
    if (known) known.facts.push(fact)
    else groups.set(group.key, { ...group, facts: [fact] })
  }
  return [...groups.values()].map(group => say(lookup, group, limits))
}

/** Does a fact say something from this side? One of a type that is not known says all that it holds. */
export function saysAnything({ fact, as }: Part): boolean {
  const forms = formsOf(fact.type)
  return forms === undefined || sideOf(forms, as) !== undefined
}

/** In the page's order of types. */
export const inOrder = (parts: readonly Part[]): Part[] =>
  [...parts].sort((a, b) => rankOf(a.fact.type) - rankOf(b.fact.type))

function groupOf(fact: RecordFact, as: string, but?: string) {
  const args = Object.fromEntries(Object.entries(fact.args).filter(([, id]) => id !== but))
  const forms = formsOf(fact.type)
  const side = forms && sideOf(forms, as)
  if (forms && !side) return
  const template = (side && firstFit(side, args)) ?? plainForm(fact.type, as, args)
  const said = argsOf(template)
  const unsaid = Object.keys(args).filter(
    arg => arg !== as && arg !== PLACE && arg !== TIME && !said.some(piece => piece.arg === arg),
  )
  const tail = [PLACE, TIME].filter(
    arg => arg in args && arg !== as && !said.some(piece => piece.arg === arg),
  )
  const alike = Object.entries(args)
    .filter(([arg]) => !said.some(piece => piece.arg === arg && piece.all))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const key = JSON.stringify([
    fact.type,
    argsOf(template),
    alike,
    fact.saidBy,
    fact.confidence < UNSURE && percent(fact.confidence),
  ])
  return { key, template, unsaid: [...tail, ...unsaid] }
}

const PLACE = 'place'
const TIME = 'time'

/** A type that has no form for these arguments: its name, and each argument behind. */
const plainForm = (type: string, as: string, args: RecordFact['args']): Template => {
  const words = type.replaceAll('-', ' ')
  const subject = as !== 'subject' && 'subject' in args
  return subject ? [{ arg: 'subject', all: false }, { words: `: ${words}` }] : [{ words }]
}

function say(lookup: Lookup, { template, facts, unsaid }: Group, limits: Limits): Phrase {
  const first = facts[0]!
  const one = (id: string) => argument(lookup, id)
  const all = (arg: string): Phrase => {
    const names = new Map(
      facts.flatMap(({ args }) => {
        const name = args[arg] === undefined ? undefined : one(args[arg])
        return name ? [[wordsOf(name), name] as const] : []
      }),
    )
    const { shown, more } = some([...names.values()], limits.names)
    return more > 0 ? listed([...shown, phrase(`${more} more`)]) : listed(shown)
  }
  const fill = (template: Template): Phrase =>
    template.flatMap((piece): Phrase => {
      if ('words' in piece) return phrase(piece.words)
      if ('arg' in piece) return piece.all ? all(piece.arg) : one(first.args[piece.arg]!)
      const there = argsOf(piece.maybe).every(({ arg, all }) =>
        all ? facts.some(({ args }) => arg in args) : arg in first.args,
      )
      return there ? fill(piece.maybe) : []
    })
  const tail = unsaid.flatMap(arg => [
    part(BEFORE.get(arg) ?? `, ${arg} `),
    ...one(first.args[arg]!),
  ])
  const told = [...fill(template), ...tail]
  const whose = first.saidBy === undefined ? [] : [part(claimWords(lookup, first.saidBy), 'faint')]
  if (first.confidence >= UNSURE) return [...told, ...whose]
  return [
    part('perhaps ', 'faint'),
    ...toned(told, 'faint'),
    ...whose,
    part(` (${percent(first.confidence)} sure)`, 'doubt'),
  ]
}

/** What stands before an argument that no form says; others have their name before them. */
const BEFORE: ReadonlyMap<string, string> = new Map([
  [PLACE, ' in '],
  [TIME, ', '],
  ['value', ', '],
  ['object', ', '],
])

function argument(lookup: Lookup, id: string): Phrase {
  const value = lookup.values.get(id)
  return value ? valuePhrase(lookup, value) : phrase(shorten(nameOf(lookup, id), NAME))
}

/** ", according to Nora Lund ³": what stands in a quote is its speaker's claim. */
function claimWords(lookup: Lookup, id: string): string {
  const index = lookup.quotes.get(id)
  if (index === undefined) return ', a claim'
  const names = lookup.record.quotes[index]!.speakers.map(speaker => nameOf(lookup, speaker))
  return names.length === 0
    ? `, as said in ${numberOf(index)}`
    : `, according to ${shorten(names.join(' and '), NAME)} ${numberOf(index)}`
}
