import type { RecordValue } from '@onrecord/engine'
import { type Annotation, type Place, words } from './model.js'

/**
 * A value: its words are the target; bodies say its type and what it comes to, as JSON. What was inferred stands apart
 * (`onrecord:inferred`, JSON too): it is not in the words.
 */
export function ofValue(value: RecordValue, { story, links, targets }: Place): Annotation {
  return {
    id: links.below(story, 'annotations', 'values', value.id),
    type: 'Annotation',
    motivation: 'describing',
    'onrecord:item': 'value',
    'onrecord:about': { id: links.value(story, value.id) },
    'onrecord:stated': JSON.stringify(value.stated),
    ...(value.inferred !== undefined && { 'onrecord:inferred': JSON.stringify(value.inferred) }),
    ...(value.readings !== undefined && { 'onrecord:readings': JSON.stringify(value.readings) }),
    body: [
      words(value.type, 'classifying'),
      {
        type: 'TextualBody',
        value: JSON.stringify(value.value),
        format: 'application/json',
        purpose: 'describing',
      },
    ],
    target: targets([value.span]),
  }
}
