import type { RecordEntity, RecordQuote, Span, StoryRecord } from '@onrecord/engine'
import { toPoints } from './points.js'
import type { Attribution } from './scores/attribution.js'
import type { SpokenQuote } from './scores/speaker.js'

/** A quote of a record as the scorers see it. */
export interface ReadQuote extends Attribution, SpokenQuote {
  readonly confidence: number
  readonly speakerConfidence?: number
  /** Every form that the story uses for the speakers, and the words of the source. */
  readonly forms: readonly string[]
}

/** The quotes of a record, with their speakers by name. */
export function readQuotes({ quotes, entities }: StoryRecord): ReadQuote[] {
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  return quotes.map(quote => {
    const speakers = quote.speakers.flatMap(id => byId.get(id) ?? [])
    return {
      content: quote.content,
      cue: quote.cue,
      source: quote.source,
      confidence: quote.confidence,
      ...(quote.speakerConfidence === undefined
        ? {}
        : { speakerConfidence: quote.speakerConfidence }),
      names: speakers.map(({ name }) => name),
      mentions: speakers.flatMap(whereNamed),
      forms: formsOf(quote, speakers),
    }
  })
}

/**
 * Where the text calls an entity by the name that the record gives it. Only these count as an answer: a pronoun in the
 * source is a mention of the right one whoever it was resolved to.
 */
function whereNamed({ name, mentions }: RecordEntity): readonly Span[] {
  const called = mentions.filter(({ text }) => text === name)
  return called.length > 0 ? called : mentions.filter(({ form }) => form !== 'pronoun')
}

const formsOf = (quote: RecordQuote, speakers: readonly RecordEntity[]): string[] => [
  ...speakers.flatMap(({ name, mentions }) => [name, ...mentions.map(({ text }) => text)]),
  ...quote.source.map(({ text }) => text),
]

/** A line for `score_quotes.py` and `score_speaker.py`, in code points. */
export function pythonLine(id: string, text: string, quotes: readonly ReadQuote[]): string {
  const points = toPoints(text)
  return JSON.stringify({
    id,
    quotes: quotes.map(({ content, cue, source, names, mentions }) => ({
      content: points(content),
      cue: points(cue),
      source: points(source),
      speaker: names.length > 1 ? names : (names[0] ?? null),
      speaker_mentions: points(mentions),
    })),
  })
}
