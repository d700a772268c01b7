import type { RecordFact } from '@onrecord/engine'
import { type Annotation, type LinkBody, type Names, type Place, words } from './model.js'

/** What an argument may be the id of. */
export interface Ids {
  readonly entities: Names
  readonly values: ReadonlySet<string>
}

/**
 * A fact: its evidence is the target; bodies say its type, tie it to the entities and values in it (linking, with
 * the argument's name as `onrecord:role`) and give it whole as JSON. `onrecord:saidBy` is the quote whose speaker
 * claims it: without it the story states it.
 */
export function ofFact(fact: RecordFact, ids: Ids, { story, links, targets }: Place): Annotation {
  const tied = Object.entries(fact.args).flatMap(([role, arg]): LinkBody[] => {
    const entity = ids.entities.has(arg)
    if (!entity && !ids.values.has(arg)) return []
    return [
      {
        type: 'SpecificResource',
        source: entity ? links.entity(story, arg) : links.value(story, arg),
        purpose: 'linking',
        'onrecord:role': role,
        ...(entity && { 'onrecord:name': ids.entities.get(arg) }),
      },
    ]
  })
  const pieces = targets(fact.evidence)
  return {
    id: links.below(story, 'annotations', 'facts', fact.id),
    type: 'Annotation',
    motivation: 'describing',
    'onrecord:item': 'fact',
    'onrecord:about': { id: links.fact(story, fact.id) },
    'onrecord:confidence': fact.confidence,
    ...(fact.saidBy !== undefined && {
      'onrecord:saidBy': { id: links.quote(story, fact.saidBy) },
    }),
    body: [
      words(fact.type, 'classifying'),
      ...tied,
      {
        type: 'TextualBody',
        value: JSON.stringify({ type: fact.type, args: fact.args }),
        format: 'application/json',
        purpose: 'describing',
      },
    ],
    target: pieces.length === 0 ? links.story(story) : pieces,
  }
}
