import type { EntityType } from '../../../src/record.js'
import { byPosition, type Span } from '../../../src/span.js'
import type { Entity, Mention, Speaker } from '../../../src/stages/entities/types.js'
import type { Fact } from '../../../src/stages/facts/types.js'
import type { FindingStory, Rule } from '../../../src/stages/findings/types.js'
import { textStages } from '../../../src/stages/index.js'
import type { Quote } from '../../../src/stages/quotes/types.js'
import type { Value } from '../../../src/stages/values/types.js'
import type { StoryMeta } from '../../../src/story.js'

/** What a test's story holds, by its words instead of positions. */
export interface Built {
  readonly meta?: Partial<StoryMeta>
  /** People: the words of each one's names, every occurrence being a mention; the first is the entity's name. */
  readonly people?: readonly (readonly string[])[]
  /** Other entities, in the same form. */
  readonly others?: readonly (readonly [EntityType, ...string[]])[]
  /** Values by their words; every occurrence is one. */
  readonly values?: readonly (readonly [string, Omit<Value, 'start' | 'end'>])[]
  /** Quotes by their words: content, source, and the index of who said it among people. */
  readonly quotes?: readonly {
    readonly content: string
    readonly source?: string
    readonly by?: number
    readonly more?: Partial<Quote>
  }[]
  /** Facts: what they state of which person with which value (by its words), and where. */
  readonly facts?: readonly {
    readonly type: Fact['type']
    readonly of: number
    readonly value: string
    readonly as?: string
    readonly evidence: string
    readonly saidBy?: number
  }[]
}

const NUMBER: Omit<Value, 'start' | 'end'> = { type: 'number', value: 0, stated: {} }

/** A number's words as a value. */
export const number = (words: string, value: number): [string, Omit<Value, 'start' | 'end'>] => [
  words,
  { ...NUMBER, value, stated: { amount: value } },
]

/** A story with these layers. Longer words are found first; what is found does not overlap. */
export function build(text: string, built: Built = {}): FindingStory {
  const read = textStages.run({ text, meta: { id: 'test', ...built.meta } })
  const values = everywhere(text, built.values ?? [])
  const chains: readonly (readonly [EntityType, ...string[]])[] = [
    ...(built.people ?? []).map((names): [EntityType, ...string[]] => ['person', ...names]),
    ...(built.others ?? []),
  ]
  const found = everywhere(
    text,
    chains.flatMap(([type, ...names], chain) =>
      [...new Set(names)].map((name): [string, { type: EntityType; chain: number }] => [
        name,
        { type, chain },
      ]),
    ),
  )
  const mentions = found.map(
    ({ start, end, type }): Mention => ({ start, end, type, form: 'name' }),
  )
  const entities = chains.map(
    ([type, name], chain): Entity => ({
      type,
      name: name!,
      mentions: found.flatMap((mention, k) => (mention.chain === chain ? [k] : [])),
    }),
  )
  const quotes = (built.quotes ?? []).map(({ content, source, more }): Quote => {
    const at = locate(text, content)
    return {
      content: [at],
      cue: [],
      source: source === undefined ? [] : [near(text, source, at)],
      kind: /^["“‘«']/.test(content) ? 'direct' : 'indirect',
      confidence: 1,
      basis: { cued: source !== undefined, heard: 1, labelled: 1 },
      ...more,
    }
  })
  const speakers = (built.quotes ?? []).map(
    ({ by }): Speaker =>
      by === undefined ? { entities: [], confidence: 0 } : { entities: [by], confidence: 1 },
  )
  const facts = (built.facts ?? []).map(
    ({ type, of, value, as = 'value', evidence, saidBy }): Fact => {
      const at = locate(text, evidence)
      const k = values.findIndex(v => v.start >= at.start && text.slice(v.start, v.end) === value)
      if (k < 0) throw new Error(`no value "${value}" in "${evidence}"`)
      return {
        type,
        args: { subject: { entity: of }, [as]: { value: k } },
        evidence: [at],
        confidence: 1,
        ...(saidBy === undefined ? {} : { saidBy }),
      }
    },
  )
  return { ...read, values, mentions, entities, quotes, speakers, facts }
}

function everywhere<T extends object>(
  text: string,
  items: readonly (readonly [string, T])[],
): (T & Span)[] {
  const found: (T & Span)[] = []
  for (const [words, item] of [...items].sort((a, b) => b[0].length - a[0].length)) {
    let any = false
    for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
      any = true
      const end = start + words.length
      const whole = !/[\p{L}\p{N}]/u.test((text[start - 1] ?? '') + (text[end] ?? ''))
      if (whole && !found.some(other => other.start < end && start < other.end))
        found.push({ ...item, start, end })
    }
    if (!any) throw new Error(`"${words}" is not in "${text}"`)
  }
  return found.sort(byPosition)
}

/** `words@2` is their second occurrence. */
function locate(text: string, phrase: string): Span {
  const [words, nth = '1'] = phrase.split('@') as [string, string?]
  let start = -1
  for (let k = 0; k < Number(nth); k++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`"${phrase}" is not in "${text}"`)
  return { start, end: start + words.length }
}

/** The occurrence behind a position, else the first. */
function near(text: string, words: string, { end }: Span): Span {
  const start = text.indexOf(words, end)
  return start < 0 ? locate(text, words) : { start, end: start + words.length }
}

/** What a rule finds, shown as `severity: message [words] [words]`. */
export const shown = (rule: Rule, story: FindingStory): string[] =>
  rule(story).map(
    ({ severity, message, spans }) =>
      `${severity}: ${message} ${spans.map(s => `[${story.text.slice(s.start, s.end)}]`).join(' ')}`,
  )
