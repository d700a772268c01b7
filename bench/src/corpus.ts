import { readFileSync } from 'node:fs'
import { type PointSpan, toUnits } from './points.js'
import type { Attribution } from './scores/attribution.js'
import type { SpanStory } from './scores/spans.js'
import type { SpeakerQuote, SpeakerStory } from './scores/speaker.js'

/** One JSON value a line; blank lines are skipped. Throws with file and line on one that does not parse. */
export function readJsonLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, number) => {
      if (line.trim() === '') return []
      try {
        return [JSON.parse(line) as T]
      } catch (error) {
        throw new Error(`${file}, line ${number + 1}: ${(error as Error).message}`)
      }
    })
}

/** A story with its attributions, offsets in UTF-16. */
export interface QuoteStory {
  readonly id: string
  readonly text: string
  readonly gold: readonly Attribution[]
}

interface RawRoles {
  readonly content: readonly PointSpan[]
  readonly cue?: readonly PointSpan[]
  readonly source?: readonly PointSpan[]
}

interface RawQuoteStory {
  readonly id: string
  readonly text?: string
  readonly quotes: readonly RawRoles[]
}

/** PolNeAR's JSON lines. Predictions in that form may leave the text out; it is then looked up in `texts`. */
export const readQuoteStories = (
  file: string,
  texts: ReadonlyMap<string, string> = new Map(),
): QuoteStory[] =>
  readJsonLines<RawQuoteStory>(file).map(({ id, text = texts.get(id) ?? '', quotes }) => {
    const convert = toUnits(text)
    const gold = quotes.map(({ content, cue = [], source = [] }) => ({
      content: convert(content),
      cue: convert(cue),
      source: convert(source),
    }))
    return { id, text, gold }
  })

interface RawSpeakerStory {
  readonly id: string
  readonly text: string
  readonly date?: string
  readonly source_corpus?: string
  readonly entities?: readonly {
    readonly id: string
    readonly name: string
    readonly aliases?: readonly string[]
    readonly mentions: readonly PointSpan[]
  }[]
  readonly quotes: readonly (RawRoles & {
    readonly kind?: string
    readonly quality?: string
    readonly quote_type?: string
    readonly source_form?: string
    readonly speaker_type?: readonly string[]
    /** The id of an entity (GUM), or a name (PolNeAR; then `speakers` and `aliases` are there too). */
    readonly speaker: string | null
    readonly speakers?: readonly string[]
    readonly aliases?: readonly string[]
  })[]
}

/** The speaker sets, of both shapes: speakers as names with aliases, or as entities with mentions. */
export const readSpeakerStories = (file: string): SpeakerStory[] =>
  readJsonLines<RawSpeakerStory>(file).map(raw => {
    const convert = toUnits(raw.text)
    const entities = (raw.entities ?? []).map(({ id, name, aliases = [], mentions }) => ({
      id,
      name,
      aliases,
      mentions: convert(mentions),
    }))
    const quotes = raw.quotes.map((quote): SpeakerQuote => {
      const { speakers, aliases = [] } = quote
      return {
        content: convert(quote.content),
        speakers: speakers
          ? speakers.map(name => ({
              name,
              // Aliases are kept for the whole quote; only with one speaker are they surely that speaker's.
              aliases: speakers.length === 1 ? aliases : [name, name.trim().split(/\s+/).at(-1)!],
              mentions: [],
            }))
          : entities.filter(({ id }) => id === quote.speaker),
        groups: groupsOf(quote, raw.source_corpus),
      }
    })
    return { id: raw.id, text: raw.text, entities, quotes }
  })

interface RawSpanStory {
  readonly id: string
  readonly text: string
  readonly entities: readonly {
    readonly id: string
    readonly type: string
    readonly mentions: readonly PointSpan[]
    readonly name_mentions: readonly PointSpan[]
  }[]
}

/** Entities with their chains (GUM), the types in this project's words. */
export const readSpanStories = (file: string): (SpanStory & { readonly id: string })[] =>
  readJsonLines<RawSpanStory>(file).map(({ id, text, entities }) => {
    const convert = toUnits(text)
    return {
      id,
      text,
      entities: entities.map(({ id: entity, type, mentions, name_mentions }) => ({
        id: entity,
        type: type === 'organization' ? 'organisation' : type,
        mentions: convert(mentions),
        names: convert(name_mentions),
      })),
    }
  })

function groupsOf(quote: RawSpeakerStory['quotes'][number], corpus = '?'): string[] {
  const groups = [quote.kind ?? '?']
  if (quote.source_form !== undefined) {
    groups.push(`src:${quote.source_form}`)
    groups.push(`type:${[...new Set(quote.speaker_type)].sort().join('+') || 'none'}`)
  }
  if (quote.quality !== undefined) groups.push(`quality:${quote.quality}`)
  if (quote.quote_type !== undefined) groups.push(`pdnc:${quote.quote_type}`)
  groups.push(`corpus:${corpus}`)
  return groups
}
