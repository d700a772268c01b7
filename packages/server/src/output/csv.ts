import type { RecordQuote, StoryRecord, TextSpan } from '@onrecord/engine'
import type { Writer } from './writer.js'

const columns = [
  'story',
  'title',
  'outlet',
  'published',
  'quote',
  'kind',
  'speakers',
  'source',
  'cue',
  'content',
  'confidence',
  'start',
  'end',
]

/**
 * One row a quote, as RFC 4180 has it: a header, commas, CRLF. Several speakers are parted by "; ", several pieces by
 * " … ". Start and end are the first and last offset of the content. A story without quotes has no row.
 */
export const csvWriter = (): Writer => ({
  start: row(columns),
  record: record => record.quotes.map(quote => row(cells(record, quote))).join(''),
  end: '',
})

function cells({ story, entities }: StoryRecord, quote: RecordQuote): (string | number)[] {
  const speakers = quote.speakers.map(id => entities.find(entity => entity.id === id)?.name ?? id)
  return [
    story.id,
    story.title ?? '',
    story.outlet ?? '',
    story.published ?? '',
    quote.id,
    quote.kind,
    speakers.join('; '),
    words(quote.source),
    words(quote.cue),
    words(quote.content),
    quote.confidence,
    quote.content[0]?.start ?? '',
    quote.content.at(-1)?.end ?? '',
  ]
}

const words = (pieces: readonly TextSpan[]) => pieces.map(piece => piece.text).join(' … ')

const row = (values: readonly (string | number)[]) => `${values.map(cell).join(',')}\r\n`

/** A cell. One that a spreadsheet would run as a formula gets an apostrophe in front. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
