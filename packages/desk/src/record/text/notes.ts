import type { Span, StoryRecord } from '@onrecord/engine'
import { UNSURE } from '@onrecord/server/page'
import { say } from '../../messages/index.js'

/** What stands in the margin beside the beginning of a quote. */
export interface Note {
  readonly item: string
  /** The speakers' names, else the words of the source, else that nobody knows. */
  readonly who: string
  /** How sure the quote is, and its speaker, where that is less than it should be. */
  readonly doubt: number | undefined
}

/** The notes of each block: one for every quote that begins in it, in the order of the text. */
export function notesIn(
  blocks: readonly Span[],
  { quotes, entities }: Pick<StoryRecord, 'quotes' | 'entities'>,
): Note[][] {
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const notes: Note[][] = blocks.map(() => [])
  const sorted = [...quotes].sort((a, b) => a.content[0]!.start - b.content[0]!.start)
  let k = 0
  for (const quote of sorted) {
    const { start } = quote.content[0]!
    while (k < blocks.length - 1 && blocks[k]!.end <= start) k++
    const { id, speakers, source, confidence, speakerConfidence } = quote
    const sure = Math.min(confidence, speakers.length > 0 ? (speakerConfidence ?? 1) : 1)
    notes[k]?.push({
      item: id,
      who:
        speakers.map(one => names.get(one) ?? one).join(', ') ||
        source.map(({ text }) => text).join(' ') ||
        say.record.nobody,
      doubt: sure < UNSURE ? sure : undefined,
    })
  }
  return notes
}
