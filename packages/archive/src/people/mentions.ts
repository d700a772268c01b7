import { inChunks } from '../database/chunks.js'
import type { Db } from '../database/database.js'
import { together } from '../database/together.js'
import type { Mention } from './group.js'
import { NOBODY, type Profile, profilesOf } from './profile.js'

/** A mention with what the archive says of it now. */
export interface KeptMention extends Mention {
  readonly block: string | null
  readonly type: string
  readonly name: string
  /** Where its person's key would come from. */
  readonly anchor: readonly string[]
}

/** Those of a block, whatever they are joined with; undefined where there are more than `most`. */
export async function mentionsIn(
  db: Db,
  block: string,
  most: number,
): Promise<KeptMention[] | undefined> {
  const rows = await rowsOf(db)
    .where('entity.block', '=', block)
    .limit(most + 1)
    .execute()
  return rows.length > most ? undefined : withProfiles(db, rows)
}

/** Those of a person, the latest `most`. */
export async function mentionsOf(db: Db, person: number, most: number): Promise<KeptMention[]> {
  const rows = await rowsOf(db)
    .where('entity.person_id', '=', person)
    .orderBy('entity.id', 'desc')
    .limit(most)
    .execute()
  return withProfiles(db, rows)
}

const rowsOf = (db: Db) =>
  db
    .selectFrom('entity')
    .innerJoin('story', 'story.id', 'entity.story_id')
    .innerJoin('version', 'version.id', 'story.version_id')
    .leftJoin('person', 'person.id', 'entity.person_id')
    .select([
      'person.state as state',
      'entity.id as id',
      'entity.story_id as storyId',
      'entity.type as type',
      'entity.name as name',
      'entity.block as block',
      'entity.start as start',
      'entity.person_id as person',
      'entity.join_by as joinBy',
      'story.key as story',
      'story.source_id as sourceId',
      'version.published as published',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

async function withProfiles(db: Db, rows: readonly Row[]): Promise<KeptMention[]> {
  const profiles = new Map<number, Profile>()
  const copies = new Map<number, Set<number>>()
  await inChunks(rows, async some => {
    await together([readProfiles(db, some, profiles), readCopies(db, some, copies)])
  })
  return rows.map(({ joinBy, state, story, start, published, ...row }) => ({
    ...row,
    order: `${published ?? '9999'} ${story} ${String(start).padStart(10, '0')}`,
    anchor: [row.block ?? '', story, String(start)],
    // an editor gave it to somebody though it has no full name
    profile: profiles.get(row.id) ?? { ...NOBODY, mentions: 1 },
    // what is hidden is not found again because the machine thinks otherwise
    pinned: (joinBy !== null && joinBy !== 'machine') || state === 'hidden' ? row.person : null,
    copies: copies.get(row.storyId) ?? new Set<number>(),
  }))
}

/** Of a story all that is named is read, since it tells who is named beside somebody; of its facts those about the mentions. */
async function readProfiles(db: Db, rows: readonly Row[], into: Map<number, Profile>) {
  const stories = [...new Map(rows.map(row => [row.storyId, row])).values()]
  const ids = stories.map(row => row.storyId)
  const wanted = new Set(rows.map(row => row.id))
  const [entities, facts] = await together([
    db
      .selectFrom('entity')
      .select(['id', 'story_id', 'type', 'name', 'gender', 'block'])
      .where('story_id', 'in', ids)
      .where('named', '=', 1)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('fact')
      .select(['story_id', 'type', 'subject_id', 'object_id', 'args'])
      .where('story_id', 'in', ids)
      .where('said_by', 'is', null)
      .where(eb => eb.or([eb('subject_id', 'in', [...wanted]), eb('object_id', 'in', [...wanted])]))
      .orderBy('id')
      .execute(),
  ])
  const entitiesOf = byStory(entities)
  const factsOf = byStory(facts)
  for (const { storyId, sourceId, published } of stories) {
    const story = {
      sourceId,
      published,
      entities: entitiesOf.get(storyId) ?? [],
      facts: (factsOf.get(storyId) ?? []).map(({ type, subject_id, object_id, args }) => ({
        type,
        subject: subject_id,
        object: object_id,
        args: JSON.parse(args),
        claimed: false,
      })),
    }
    for (const [id, profile] of profilesOf(story, wanted)) into.set(id, profile)
  }
}

async function readCopies(db: Db, mentions: readonly Row[], into: Map<number, Set<number>>) {
  const stories = mentions.map(row => row.storyId)
  const rows = await db
    .selectFrom('copy')
    .select(['story_id', 'of_story_id'])
    .where(eb => eb.or([eb('story_id', 'in', stories), eb('of_story_id', 'in', stories)]))
    .execute()
  const add = (story: number, other: number) => {
    const all = into.get(story) ?? new Set()
    into.set(story, all.add(other))
  }
  for (const { story_id, of_story_id } of rows) {
    add(story_id, of_story_id)
    add(of_story_id, story_id)
  }
}

function byStory<T extends { story_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const by = new Map<number, T[]>()
  for (const row of rows) {
    const some = by.get(row.story_id)
    if (some) some.push(row)
    else by.set(row.story_id, [row])
  }
  return by
}
