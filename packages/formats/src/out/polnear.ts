import type { Span } from '@onrecord/engine'
import { toJson } from './json.js'
import { codePointOffsets } from './offsets.js'
import type { OutFormat } from './out.js'
import { wellFormed } from './well-formed.js'
import { whole } from './whole.js'

/**
 * PolNeAR's stories as JSON lines, which training/ reads: `{"id","text","quotes":[{"content","cue","source"}]}`, each
 * role a list of `[start, end]` in code points, half open. All else of the record is left out.
 */
export const polnear: OutFormat = {
  name: 'polnear',
  summary: 'Contents, cues and sources as training reads them, one story a line.',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  async *write(records) {
    for await (const { story, quotes } of records) {
      const text = wellFormed(story.text)
      const offsets = codePointOffsets(text)
      const pairs = (spans: readonly Span[]) =>
        spans.map(span => {
          const { start, end } = whole(text, span)
          return [offsets.from(start), offsets.from(end)]
        })
      const told = quotes.map(({ content, cue, source }) => ({
        content: pairs(content),
        cue: pairs(cue),
        source: pairs(source),
      }))
      yield `${toJson({ id: story.id, text, quotes: told })}\n`
    }
  },
}
