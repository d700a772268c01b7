import { readFileSync } from 'node:fs'
import type { QuoteConfig } from '../../../src/models/runtime.js'
import { contains } from '../../../src/span.js'
import { findEntities } from '../../../src/stages/entities/entities.js'
import { findMentions } from '../../../src/stages/entities/mentions.js'
import { findSpeakers } from '../../../src/stages/entities/speakers.js'
import type { Entity, Mention, Speaker } from '../../../src/stages/entities/types.js'
import { findWords, type Word } from '../../../src/stages/entities/words.js'
import { textStages } from '../../../src/stages/index.js'
import type { Quote } from '../../../src/stages/quotes/types.js'
import { parseMarked } from '../../mark.js'
import { tag } from './tagger.js'

/** The committed weights: whom pronouns stand for is learnt. */
const weights = (
  JSON.parse(
    readFileSync(new URL('../../../../models/quotes/config.json', import.meta.url), 'utf8'),
  ) as QuoteConfig
).antecedents

/** A story as this folder's stages leave it. */
export interface Heard {
  readonly text: string
  readonly quotes: readonly Quote[]
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
  readonly speakers: readonly Speaker[]
}

/** The words of a text. */
export const wordsIn = (text: string): Word[] =>
  findWords(textStages.run({ text, meta: { id: 'test' } }))

/** Reads a text with these quotes. */
export function readQuotes(text: string, quotes: readonly Quote[]): Heard {
  const story = { ...textStages.run({ text, meta: { id: 'test' } }), ...tag(text), quotes }
  const { mentions, sources } = findMentions(story)
  const entities = findEntities({ ...story, mentions, sources }, weights)
  const speakers = findSpeakers({ ...story, sources, entities })
  return { text, quotes, mentions, entities, speakers }
}

/**
 * Reads a text whose quotes are marked: the first `<c>` is what the first `<s>` said, and so on. A `<g>` is content
 * that goes on with the quote before it; an `<u>` is content of nobody.
 */
export function read(marked: string): Heard {
  const { text, spans } = parseMarked(marked)
  const contents = [
    ...(spans.c ?? []).map((span, i) => ({ span, source: [spans.s![i]!], goesOn: false })),
    ...(spans.g ?? []).map(span => ({ span, source: [], goesOn: true })),
    ...(spans.u ?? []).map(span => ({ span, source: [], goesOn: false })),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const quotes = contents.map(({ span, source, goesOn }, index): Quote => {
    const within = contents.findLastIndex((other, i) => i < index && contains(other.span, span))
    return {
      content: [span],
      cue: [],
      source,
      kind: /["“‘]/.test(text[span.start]!) ? 'direct' : 'indirect',
      confidence: 1,
      basis: { cued: true, heard: 1, labelled: 1 },
      ...(goesOn && { continues: index - 1 }),
      ...(within >= 0 && { within }),
    }
  })
  return readQuotes(text, quotes)
}

/** Who said each quote of a marked text, by name; a joint source as “A + B”, nobody as “”. */
export const speakersOf = (marked: string): string[] => {
  const { entities, speakers } = read(marked)
  return speakers.map(speaker => speaker.entities.map(e => entities[e]!.name).join(' + '))
}

/** The texts of the mentions of each entity, by its name. */
export function chainsOf(marked: string): Record<string, string[]> {
  const { text, mentions, entities } = read(marked)
  return Object.fromEntries(
    entities.map(({ name, mentions: own }) => [
      name,
      own.map(m => text.slice(mentions[m]!.start, mentions[m]!.end)),
    ]),
  )
}
