import type { RecordEntity, RecordMention, StoryRecord, TextSpan } from '@onrecord/engine'
import { z } from 'zod'
import { Misfit } from '../misfit.js'
import { formOf, ownerOf } from './entities.js'
import { withOptional } from './quotes.js'

/** What an editor can say of an entity; its mentions are moved, split and merged. */
export const entityFields = {
  type: z.enum(['person', 'organisation', 'place', 'work', 'event', 'group', 'other']),
  name: z.string().trim().min(1).max(500).describe('The fullest proper name, else a description.'),
  gender: z
    .strictObject({
      value: z.enum(['female', 'male', 'other']),
      basis: z.enum(['pronoun', 'title', 'kinship']).describe('What in the text says it.'),
    })
    .nullable()
    .describe('Only where the text says it; null for not.'),
}

export const entitySet = z.strictObject(entityFields).partial()

/** The entity as an editor says; the very same object where it says so already. */
export function setEntity(
  entity: RecordEntity,
  set: z.output<typeof entitySet>,
  key: string,
): RecordEntity {
  const { type = entity.type, name = entity.name } = set
  const gender = set.gender === undefined ? entity.gender : (set.gender ?? undefined)
  const same =
    type === entity.type &&
    name === entity.name &&
    gender?.value === entity.gender?.value &&
    gender?.basis === entity.gender?.basis
  return same ? entity : withOptional({ ...entity, type, name, corrected: key }, { gender })
}

export const mentionForm = z
  .enum(['name', 'description', 'pronoun'])
  .describe('Unless told, as the words look.')

/** Mentions at these spans: those that the record has, or new ones. */
export function mentionsAt(
  record: StoryRecord,
  spans: readonly TextSpan[],
  form?: RecordMention['form'],
): RecordMention[] {
  return spans.map(span => {
    const known = ownerOf(record, span)?.mentions.find(
      mention => mention.start === span.start && mention.end === span.end,
    )
    return form === undefined && known
      ? known
      : { ...span, form: form ?? known?.form ?? formOf(span.text) }
  })
}

/** The one entity, if any, that has mentions at these spans. Throws a Misfit where there are two. */
export function onlyOwner(
  record: StoryRecord,
  spans: readonly TextSpan[],
  besides?: RecordEntity,
): RecordEntity | undefined {
  const owners = new Set(spans.flatMap(span => ownerOf(record, span) ?? []))
  if (besides) owners.delete(besides)
  const [owner, other] = owners
  if (other)
    throw new Misfit(
      `Their words are mentions of ${owner!.name} and of ${other.name}: merge those first.`,
    )
  return owner
}
