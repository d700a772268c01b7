import type { Db } from '../database/database.js'
import { together } from '../database/together.js'
import type { Rows } from '../stories/rows.js'
import { type Decision, decide } from './decide.js'
import { fullName } from './name.js'
import { countNames, namesakesOf } from './namesakes.js'
import { type Known, knownIn, newPerson } from './persons.js'
import { type Profile, profilesOf, sumOf } from './profile.js'
import { regroup } from './regroup.js'

export interface JoinedStory {
  readonly storyId: number
  /** Its key. */
  readonly story: string
  readonly sourceId: number
  readonly published: string | null
  readonly rows: Rows
  /** Ids of the entities' rows by item. */
  readonly entities: ReadonlyMap<string, number>
  /** Persons that mentions of the story were joined with before it was read anew; none where it is new. */
  readonly before: readonly number[]
  readonly fresh: boolean
}

/**
 * Joins a story's people and organisations with the register, in the caller's transaction. A name is compared with those
 * who have it; only where several do, or where it was read before, are all mentions of the name looked at again. What an editor
 * decided stays.
 */
export async function joinStory(db: Db, story: JoinedStory, at: string): Promise<void> {
  const { storyId, fresh } = story
  const mentions = await unjoined(db, story)
  const names = mentions.map(({ type, name }) => fullName(type, name)!)
  const known = await knownIn(db, [...new Set(names.map(name => name.block))])
  const had = new Set(known.map(one => one.block))
  await countNames(
    db,
    names.filter(name => !had.has(name.block)),
  )
  const namesakes = await namesakesOf(db, names)
  const copies = known.length > 0 ? await personsOfCopies(db, storyId) : new Set<number>()
  const taken = new Set<number>()
  const joins: Join[] = []
  const again = new Map<string, { person: number; decision: Decision<Known> }[]>()
  for (const mention of mentions) {
    const { block, profile } = mention
    const same = known.filter(one => one.block === block)
    const decision = decide(
      profile,
      same.filter(one => !taken.has(one.id)),
      namesakes.get(block)!,
      { isCopy: one => copies.has(one.id) },
    )
    const person = decision.join
      ? await joinWith(db, decision.join.one, profile)
      : await newPerson(
          db,
          { ...mention, anchor: [block, story.story, String(mention.start)], mentions: 1 },
          at,
        ).then(({ id }): Known => ({ id, block, profile, known: null, mentions: 1 }))
    joins.push({ entity: mention.id, person: person.id, decision })
    taken.add(person.id)
    known.splice(0, known.length, ...known.filter(one => one.id !== person.id), person)
    if (same.length > 1 || (same.length === 1 && !decision.join))
      again.set(block, [...(again.get(block) ?? []), { person: person.id, decision }])
  }
  await together(joins.map(join => noteJoin(db, join)))
  if (!fresh) {
    for (const block of await blocksOf(db, storyId, story.before))
      if (!again.has(block)) again.set(block, [])
  }
  for (const [block, decided] of again) {
    if (await regroup(db, block, at)) continue
    for (const { person, decision } of decided) await noteCandidates(db, person, decision)
  }
}

interface Unjoined {
  readonly id: number
  readonly type: string
  readonly name: string
  readonly block: string
  readonly start: number
  readonly profile: Profile
}

/** The story's entities with a full name that are nobody's yet. */
async function unjoined(db: Db, story: JoinedStory): Promise<Unjoined[]> {
  const { rows, entities, storyId, fresh } = story
  const profiles = profilesOf({
    ...story,
    entities: rows.entities
      .filter(entity => entity.named === 1)
      .map(entity => ({ ...entity, id: entity.item })),
    facts: rows.facts.map(fact => ({ ...fact, claimed: fact.saidBy !== null })),
  })
  const joined = fresh
    ? []
    : await db
        .selectFrom('entity')
        .select('id')
        .where('story_id', '=', storyId)
        .where('person_id', 'is not', null)
        .execute()
  const done = new Set(joined.map(row => row.id))
  return rows.entities.flatMap(({ item, type, name, block, start }) => {
    const id = entities.get(item)
    return block === null || id === undefined || done.has(id)
      ? []
      : [{ id, type, name, block, start, profile: profiles.get(item)! }]
  })
}

async function personsOfCopies(db: Db, storyId: number): Promise<Set<number>> {
  const rows = await db
    .selectFrom('entity')
    .select('person_id')
    .distinct()
    .where('story_id', 'in', eb =>
      eb
        .selectFrom('copy')
        .select('of_story_id as id')
        .where('story_id', '=', storyId)
        .union(eb.selectFrom('copy').select('story_id as id').where('of_story_id', '=', storyId)),
    )
    .where('person_id', 'is not', null)
    .execute()
  return new Set(rows.map(row => row.person_id!))
}

async function joinWith(db: Db, person: Known, profile: Profile): Promise<Known> {
  const joined = {
    ...person,
    profile: sumOf(person.profile, profile),
    mentions: person.mentions + 1,
  }
  await db
    .updateTable('person')
    .set({ profile: JSON.stringify(joined.profile), mentions: joined.mentions })
    .where('id', '=', person.id)
    .execute()
  return joined
}

interface Join {
  readonly entity: number
  readonly person: number
  readonly decision: Decision<Known>
}

async function noteJoin(db: Db, { entity, person, decision: { join } }: Join) {
  await db
    .updateTable('entity')
    .set({
      person_id: person,
      join_by: 'machine',
      join_score: join?.score ?? null,
      join_evidence: join ? JSON.stringify(join.says) : null,
    })
    .where('id', '=', entity)
    .execute()
}

async function noteCandidates(db: Db, person: number, { candidates }: Decision<Known>) {
  if (candidates.length === 0) return
  await db
    .insertInto('candidate')
    .values(
      candidates.map(({ one, score, says }) => ({
        person_id: Math.min(person, one.id),
        other_id: Math.max(person, one.id),
        score,
        evidence: JSON.stringify(says),
        state: 'open' as const,
      })),
    )
    .onConflict(on => on.columns(['person_id', 'other_id']).doNothing())
    .execute()
}

/** The blocks of a story's entities, and of those who had a mention in it. */
async function blocksOf(db: Db, storyId: number, persons: readonly number[]): Promise<string[]> {
  const now = await db
    .selectFrom('entity')
    .select('block')
    .where('story_id', '=', storyId)
    .where('block', 'is not', null)
    .execute()
  const before =
    persons.length === 0
      ? []
      : await db
          .selectFrom('person_name')
          .select('block')
          .where('person_id', 'in', persons)
          .where('block', 'is not', null)
          .execute()
  return [...new Set([...now, ...before].map(row => row.block!))]
}
