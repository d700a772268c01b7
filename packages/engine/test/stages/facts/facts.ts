import type { EntityType, MentionForm } from '../../../src/record.js'
import type { Entity, Mention } from '../../../src/stages/entities/types.js'
import type { FactStory } from '../../../src/stages/facts/ground/units.js'
import { findFacts } from '../../../src/stages/facts/index.js'
import type { Argument, Fact } from '../../../src/stages/facts/types.js'
import { textStages } from '../../../src/stages/index.js'
import type { Quote } from '../../../src/stages/quotes/types.js'
import type { Value, ValueType } from '../../../src/stages/values/types.js'

const FORMS: Readonly<Record<string, MentionForm>> = { n: 'name', d: 'description', p: 'pronoun' }
const TOKEN = /\{(?:([ndp])(\d+)(?::([a-z]+))?|v:([a-z]+)|(q)) |\}/g

/**
 * A story with its layers, from marks: `{n1:person Ola Berg}` a name of entity 1 and its type (once is enough; a person
 * where it is never said), `{d1 the director}` a description, `{p1 he}` a pronoun, `{v:age 61}` a value, `{q “Go,”}` a
 * quote's content. Marks nest.
 */
export function storyOf(marked: string): FactStory {
  const open: { kind: string; start: number; entity: number; type: string }[] = []
  const found: (Mention & { entity: number })[] = []
  const values: Value[] = []
  const quotes: Quote[] = []
  const types = new Map<number, EntityType>()
  let text = ''
  let from = 0
  for (const match of marked.matchAll(TOKEN)) {
    text += marked.slice(from, match.index)
    from = match.index + match[0].length
    const [, form, number, type, value, quote] = match
    if (match[0] !== '}') {
      const kind = form ?? (value !== undefined ? 'v' : quote!)
      open.push({ kind, start: text.length, entity: Number(number), type: value ?? '' })
      if (type !== undefined) types.set(Number(number), type as EntityType)
      continue
    }
    const last = open.pop()
    if (last === undefined) throw new Error(`a stray } in ${JSON.stringify(marked)}`)
    const span = { start: last.start, end: text.length }
    if (last.kind === 'v')
      values.push({
        ...span,
        type: last.type as ValueType,
        value: text.slice(last.start),
        stated: {},
      })
    else if (last.kind === 'q')
      quotes.push({
        content: [span],
        cue: [],
        source: [],
        kind: 'direct',
        confidence: 1,
        basis: { cued: true, heard: 1, labelled: 1 },
      })
    else found.push({ ...span, form: FORMS[last.kind]!, type: 'person', entity: last.entity })
  }
  if (open.length > 0) throw new Error(`a mark is not closed in ${JSON.stringify(marked)}`)
  text += marked.slice(from)
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const typeOf = (entity: number) => types.get(entity) ?? 'person'
  const mentions = found.map(({ entity, ...mention }) => ({ ...mention, type: typeOf(entity) }))
  const entities = [...new Set(found.map(({ entity }) => entity))].map((entity): Entity => {
    const own = found.flatMap((mention, i) => (mention.entity === entity ? [i] : []))
    const named = own.filter(i => mentions[i]!.form === 'name')
    const texts = (named.length > 0 ? named : own).map(i =>
      text.slice(mentions[i]!.start, mentions[i]!.end),
    )
    return {
      type: typeOf(entity),
      name: texts.reduce((a, b) => (b.length > a.length ? b : a)),
      mentions: own,
    }
  })
  quotes.sort((a, b) => a.content[0]!.start - b.content[0]!.start)
  const read = textStages.run({ text, meta: { id: 'test' } })
  return { ...read, mentions, entities, values, quotes }
}

/** A fact on one line: `role subject=Ola Berg title=president`; `by=“Go,”` where a quote says so. */
export function lineOf(story: FactStory, { type, args, saidBy }: Fact): string {
  const words = (argument: Argument) =>
    'entity' in argument
      ? story.entities[argument.entity]!.name
      : 'value' in argument
        ? story.text.slice(story.values[argument.value]!.start, story.values[argument.value]!.end)
        : argument.text
  const parts = Object.entries(args).map(([name, argument]) => `${name}=${words(argument)}`)
  const by = saidBy === undefined ? [] : [`by=q${saidBy + 1}`]
  return [type, ...parts, ...by].join(' ')
}

/** The facts of one type that the stage reads in a marked text, as lines. */
export function factsOf(type: string, marked: string): string[] {
  const story = storyOf(marked)
  return findFacts(story)
    .facts.filter(fact => fact.type === type)
    .map(fact => lineOf(story, fact).slice(type.length + 1))
}
