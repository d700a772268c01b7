import type { RecordQuote } from '@onrecord/engine'
import { type Annotation, type Names, type Place, words } from './model.js'

/**
 * A quote: its content is the target; bodies say its kind (classifying), its speakers (identifying) and the pieces that
 * are its cue and its source (describing, with `onrecord:role`).
 */
export function ofQuote(quote: RecordQuote, names: Names, place: Place): Annotation {
  const { story, links, targets } = place
  const { id, kind, content, cue, source, speakers, setting = {} } = quote
  const part = (role: string, spans: typeof cue) =>
    targets(spans).map(piece => ({
      ...piece,
      purpose: 'describing' as const,
      'onrecord:role': role,
    }))
  return {
    id: links.below(story, 'annotations', 'quotes', id),
    type: 'Annotation',
    motivation: 'describing',
    'onrecord:item': 'quote',
    'onrecord:about': { id: links.quote(story, id) },
    'onrecord:confidence': quote.confidence,
    ...(quote.within !== undefined && {
      'onrecord:within': { id: links.quote(story, quote.within) },
    }),
    ...(quote.continues !== undefined && {
      'onrecord:continues': { id: links.quote(story, quote.continues) },
    }),
    ...(setting.event !== undefined && {
      'onrecord:event': { id: links.entity(story, setting.event) },
    }),
    ...(setting.place !== undefined && {
      'onrecord:place': { id: links.entity(story, setting.place) },
    }),
    ...(setting.time !== undefined && {
      'onrecord:time': { id: links.value(story, setting.time) },
    }),
    ...(setting.to !== undefined && { 'onrecord:to': { id: links.entity(story, setting.to) } }),
    body: [
      words(kind, 'classifying'),
      ...speakers.map(speaker => ({
        type: 'SpecificResource' as const,
        source: links.entity(story, speaker),
        purpose: 'identifying' as const,
        'onrecord:role': 'speaker',
        'onrecord:name': names.get(speaker),
        ...(quote.speakerConfidence !== undefined && {
          'onrecord:confidence': quote.speakerConfidence,
        }),
      })),
      ...part('cue', cue),
      ...part('source', source),
    ],
    target: targets(content),
  }
}
