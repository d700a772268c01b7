import type { RecordQuote, Span, StoryRecord } from '@onrecord/engine'
import { toJson } from './json.js'
import { codePointOffsets } from './offsets.js'
import type { OutFormat } from './out.js'
import { wellFormed } from './well-formed.js'
import { whole } from './whole.js'

/**
 * The annotation format of BBC Citron (docs/data_format.md), in which PARC is read too: a document a line, each with its
 * text, quotes and groups of coreference. Offsets are code points, as Python's.
 *
 * Citron knows one cue a quote and none without. Of a cue in several pieces the longest stands here; quotes without a cue
 * stand under `quotes_without_cue`, in the same shape, where Citron does not look. `coreferences` are the names that the
 * story gives the speakers, where the source is none of them. Kinds, values, facts and findings are left out.
 */
export const citron: OutFormat = {
  name: 'citron',
  summary: 'Quotes in the JSON of BBC Citron, one document a line.',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  async *write(records) {
    for await (const record of records) yield `${toJson(documentOf(record))}\n`
  },
}

interface CitronSpan extends Span {
  readonly text: string
}

function documentOf({ story, quotes, entities }: StoryRecord) {
  const text = wellFormed(story.text)
  const offsets = codePointOffsets(text)
  const span = (utf16: Span): CitronSpan => {
    const { start, end } = whole(text, utf16)
    return { start: offsets.from(start), end: offsets.from(end), text: text.slice(start, end) }
  }
  const names = new Map(
    entities.map(({ id, mentions }) => [id, mentions.find(({ form }) => form === 'name')]),
  )
  const quoteOf = ({ id, cue, source, content, speakers, confidence }: RecordQuote) => {
    const coreferences = speakers.flatMap(speaker => {
      const name = names.get(speaker)
      const said = name && source.some(piece => overlap(piece, name))
      return name && !said ? [span(name)] : []
    })
    return {
      id,
      ...(cue.length > 0 && { cue: span(longest(cue)) }),
      sources: source.map(span),
      contents: content.map(span),
      coreferences,
      confidence,
    }
  }
  return {
    id: story.id,
    text,
    quotes: quotes.filter(({ cue }) => cue.length > 0).map(quoteOf),
    quotes_without_cue: quotes.filter(({ cue }) => cue.length === 0).map(quoteOf),
    coreference_groups: entities
      .filter(({ mentions }) => mentions.length > 1)
      .map(({ mentions }) => mentions.map(span)),
  }
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const longest = (spans: readonly Span[]): Span =>
  spans.reduce((most, span) => (span.end - span.start > most.end - most.start ? span : most))
