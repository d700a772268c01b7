import type { RecordEntity } from '@onrecord/engine'
import { type Annotation, type Place, words } from './model.js'

/** An entity: its mentions are the targets, each with its form; bodies say which entity, its name and its type. */
export function ofEntity(entity: RecordEntity, { story, links, targets }: Place): Annotation {
  const { id, type, name, mentions, gender } = entity
  const pieces = targets(mentions)
  return {
    id: links.below(story, 'annotations', 'entities', id),
    type: 'Annotation',
    motivation: 'identifying',
    'onrecord:item': 'entity',
    'onrecord:about': { id: links.entity(story, id) },
    ...(gender !== undefined && {
      'onrecord:gender': gender.value,
      'onrecord:genderBasis': gender.basis,
    }),
    body: [
      {
        type: 'SpecificResource',
        source: links.entity(story, id),
        purpose: 'identifying',
        'onrecord:name': name,
      },
      words(name, 'describing'),
      words(type, 'classifying'),
    ],
    target:
      pieces.length === 0
        ? links.story(story)
        : pieces.map((piece, i) => ({ ...piece, 'onrecord:form': mentions[i]!.form })),
  }
}
