import type { Db } from '../database/database.js'
import { setMany } from '../database/set-many.js'
import { together } from '../database/together.js'
import type { Rows } from '../stories/rows.js'
import { type Decision, decide } from './decide.js'
import { fullName } from './name.js'
import { countNames, namesakesOf } from './namesakes.js'
import { knownIn, newPersons } from './persons.js'
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
 * Joins the people and organisations of stories with the register, in the caller's transaction. A name is compared with
 * those who have it, in the order of the stories; only where several do, or where it was read before, are all mentions of
 * the name looked at again, once for all the stories. What an editor decided stays.
 */
export async function joinStories(
  db: Db,
  stories: readonly JoinedStory[],
  at: string,
): Promise<void> {
  if (stories.length === 0) return
  const mentions = (await together(stories.map(story => unjoined(db, story)))).flat()
  const names = mentions.map(({ type, name }) => fullName(type, name)!)
  const bearers = await bearersOf(db, [...new Set(names.map(name => name.block))])
  await countNames(
    db,
    names.filter(name => !bearers.has(name.block)),
  )
  const [namesakes, copies] = await together([
    namesakesOf(db, names),
    copiesOf(db, stories, bearers),
  ])
  const taken = new Map<number, Set<Bearer>>(stories.map(({ storyId }) => [storyId, new Set()]))
  const joins: Join[] = []
  const again = new Map<string, Join[]>()
  for (const mention of mentions) {
    const { block, profile, storyId } = mention
    const same = bearers.get(block) ?? []
    const decision = decide(
      profile,
      same.filter(one => !taken.get(storyId)!.has(one)),
      namesakes.get(block)!,
      { isCopy: ({ stories }) => [...(copies.get(storyId) ?? [])].some(id => stories.has(id)) },
    )
    const bearer = decision.join?.one ?? newBearer(mention)
    if (!decision.join) bearers.set(block, [...same, bearer])
    else {
      bearer.profile = sumOf(bearer.profile, profile)
      bearer.mentions += 1
    }
    bearer.stories.add(storyId)
    taken.get(storyId)!.add(bearer)
    const join = { entity: mention.id, bearer, decision }
    joins.push(join)
    if (same.length > 1 || (same.length === 1 && !decision.join))
      again.set(block, [...(again.get(block) ?? []), join])
  }
  await keepBearers(
    db,
    joins.map(join => join.bearer),
    at,
  )
  await noteJoins(db, joins)
  for (const { storyId, before, fresh } of stories) {
    if (fresh) continue
    for (const block of await blocksOf(db, storyId, before))
      if (!again.has(block)) again.set(block, [])
  }
  for (const [block, decided] of again) {
    if (await regroup(db, block, at)) continue
    await noteCandidates(db, decided)
  }
}

/** Somebody with a name that stories bring, who may not be in the register yet. */
interface Bearer {
  /** The row's id; undefined until there is one. */
  id: number | undefined
  profile: Profile
  mentions: number
  /** Row ids of stories that the mentions compared so far, and copies of them, stand in. */
  readonly stories: Set<number>
  /** What it is made of where it is new. */
  readonly first: Unjoined | null
}

const newBearer = (first: Unjoined): Bearer => ({
  id: undefined,
  profile: first.profile,
  mentions: 1,
  stories: new Set(),
  first,
})

async function bearersOf(db: Db, blocks: readonly string[]): Promise<Map<string, Bearer[]>> {
  const bearers = new Map<string, Bearer[]>()
  const byId = new Map<number, Bearer>()
  for (const { id, block, profile, mentions } of await knownIn(db, blocks)) {
    // one who is known by two names of these is one
    const bearer = byId.get(id) ?? { id, profile, mentions, stories: new Set(), first: null }
    byId.set(id, bearer)
    bearers.set(block, [...(bearers.get(block) ?? []), bearer])
  }
  return bearers
}

/** The copies of each story, by row ids; their people are told that they stand there. */
async function copiesOf(
  db: Db,
  stories: readonly JoinedStory[],
  bearers: ReadonlyMap<string, readonly Bearer[]>,
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const ids = stories.map(story => story.storyId)
  const rows = await db
    .selectFrom('copy')
    .select(['story_id as a', 'of_story_id as b'])
    .where(eb => eb.or([eb('story_id', 'in', ids), eb('of_story_id', 'in', ids)]))
    .execute()
  const copies = new Map(ids.map(id => [id, new Set<number>()]))
  for (const { a, b } of rows) {
    copies.get(a)?.add(b)
    copies.get(b)?.add(a)
  }
  const byId = new Map([...bearers.values()].flat().map(bearer => [bearer.id, bearer]))
  const others = [...new Set([...copies.values()].flatMap(all => [...all]))]
  if (others.length === 0 || byId.size === 0) return copies
  const standing = await db
    .selectFrom('entity')
    .select(['story_id', 'person_id'])
    .where('story_id', 'in', others)
    .where('person_id', 'is not', null)
    .execute()
  for (const { story_id, person_id } of standing) byId.get(person_id!)?.stories.add(story_id)
  return copies
}

interface Unjoined {
  readonly id: number
  readonly storyId: number
  readonly type: string
  readonly name: string
  readonly block: string
  readonly profile: Profile
  /** What its person's key would be made of. */
  readonly anchor: readonly string[]
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
    if (block === null || id === undefined || done.has(id)) return []
    const anchor = [block, story.story, String(start)]
    return [{ id, storyId, type, name, block, profile: profiles.get(item)!, anchor }]
  })
}

/** Writes who is new, and what is told of those who were there. */
async function keepBearers(db: Db, joined: readonly Bearer[], at: string): Promise<void> {
  const bearers = [...new Set(joined)]
  const fresh = bearers.filter(bearer => bearer.first !== null)
  const made = await newPersons(
    db,
    fresh.map(({ first, profile, mentions }) => ({ ...first!, profile, mentions })),
    at,
  )
  for (const [k, bearer] of fresh.entries()) bearer.id = made[k]!.id
  await setMany(
    db,
    'person',
    { profile: 'text', mentions: 'bigint' },
    bearers
      .filter(bearer => bearer.first === null)
      .map(({ id, profile, mentions }) => ({
        id: id!,
        profile: JSON.stringify(profile),
        mentions,
      })),
  )
}

interface Join {
  /** Its row id. */
  readonly entity: number
  readonly bearer: Bearer
  readonly decision: Decision<Bearer>
}

const noteJoins = (db: Db, joins: readonly Join[]): Promise<void> =>
  setMany(
    db,
    'entity',
    { person_id: 'bigint', join_by: 'text', join_score: 'double precision', join_evidence: 'text' },
    joins.map(({ entity, bearer, decision: { join } }) => ({
      id: entity,
      person_id: bearer.id!,
      join_by: 'machine',
      join_score: join?.score ?? null,
      join_evidence: join ? JSON.stringify(join.says) : null,
    })),
  )

async function noteCandidates(db: Db, joins: readonly Join[]) {
  const pairs = joins.flatMap(({ bearer, decision }) =>
    decision.candidates.map(({ one, score, says }) => ({
      person_id: Math.min(bearer.id!, one.id!),
      other_id: Math.max(bearer.id!, one.id!),
      score,
      evidence: JSON.stringify(says),
      state: 'open' as const,
    })),
  )
  if (pairs.length === 0) return
  await db
    .insertInto('candidate')
    .values(pairs)
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
