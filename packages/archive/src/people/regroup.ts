import type { Db } from '../database/database.js'
import { anyHidden, refreshHidden } from '../rights/hidden.js'
import { type Group, type Grouping, groupMentions, type Seed } from './group.js'
import { type KeptMention, mentionsIn, mentionsOf } from './mentions.js'
import { fullName } from './name.js'
import { namesakesOf } from './namesakes.js'
import { type Known, knownIn, newPerson } from './persons.js'
import { NOBODY, type Profile, sumOf } from './profile.js'

/** While stories are added a name is looked at anew up to so many mentions; behind that, only what comes is compared. */
const WHILE_ADDING = 60
const OTHER_MENTIONS = 200

/**
 * Looks at all mentions of a name anew and writes who is who. Gives false, and changes nothing, where there are more than
 * `most`. A person keeps its key with most of its mentions; one without mentions left leads to whoever has them.
 */
export async function regroup(
  db: Db,
  block: string,
  at: string,
  most = WHILE_ADDING,
): Promise<boolean> {
  const mentions = await mentionsIn(db, block, most)
  if (!mentions) return false
  const known = await knownIn(db, [block])
  if (mentions.length === 0 && known.length === 0) return true
  const sample = mentions[0]
  const name = sample ? fullName(sample.type, sample.name) : null
  const namesakes = name ? (await namesakesOf(db, [name])).get(block)! : 1
  const seeds = await seedsOf(db, block, known)
  const grouping = groupMentions(mentions, seeds, namesakes)
  const persons = await assign(db, grouping.groups, known, block, at)
  await retire(db, known, grouping.groups, persons, seeds)
  await keepProfiles(db, grouping.groups, known, persons)
  await keepCandidates(db, grouping, known, persons)
  return true
}

/** What is known of the block's persons beside the mentions of the block: of other names, and from authority files. */
async function seedsOf(db: Db, block: string, known: readonly Known[]): Promise<Seed[]> {
  if (known.length === 0) return []
  const elsewhere = await db
    .selectFrom('entity')
    .select('person_id')
    .distinct()
    .where(
      'person_id',
      'in',
      known.map(one => one.id),
    )
    .where(eb => eb.or([eb('block', 'is', null), eb('block', '!=', block)]))
    .execute()
  const others = new Set(elsewhere.map(row => row.person_id))
  const seeds: Seed[] = []
  for (const { id, known: told } of known) {
    if (told === null && !others.has(id)) continue
    let profile: Profile = told === null ? NOBODY : JSON.parse(told)
    if (others.has(id)) {
      for (const mention of await mentionsOf(db, id, OTHER_MENTIONS))
        if (mention.block !== block) profile = sumOf(profile, mention.profile)
    }
    seeds.push({ person: id, profile })
  }
  return seeds
}

/** Which person each group is, by the group's place; mentions are written where that is new. */
async function assign(
  db: Db,
  groups: readonly Group[],
  known: readonly Known[],
  block: string,
  at: string,
): Promise<number[]> {
  const persons: (number | undefined)[] = groups.map(group => group.pinned ?? undefined)
  const claimed = new Set(persons)
  const free = new Set(known.map(one => one.id).filter(id => !claimed.has(id)))
  const wishes = groups.flatMap((group, k) =>
    group.pinned !== null
      ? []
      : [...tally(group)].flatMap(([person, count]) =>
          free.has(person) ? [{ k, person, count }] : [],
        ),
  )
  wishes.sort((a, b) => b.count - a.count || a.person - b.person)
  for (const { k, person } of wishes) {
    if (persons[k] !== undefined || claimed.has(person)) continue
    persons[k] = person
    claimed.add(person)
  }
  const stories = new Set<number>()
  for (const [k, group] of groups.entries()) {
    const first = group.mentions[0] as KeptMention | undefined
    if (persons[k] === undefined && first) {
      const { type, name, anchor } = first
      persons[k] = (await newPerson(db, { type, name, anchor: [...anchor.with(0, block)] }, at)).id
    }
    const moved = (group.mentions as KeptMention[]).filter(
      mention => mention.pinned === null && mention.person !== persons[k],
    )
    if (moved.length === 0) continue
    await moveTo(db, moved, persons[k]!, group)
    for (const { storyId } of moved) stories.add(storyId)
  }
  if (stories.size > 0 && (await anyHidden(db))) await refreshHidden(db, [...stories])
  return persons as number[]
}

/** How many of a group's mentions each person has now. */
function tally({ mentions }: Group): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { person } of mentions as readonly KeptMention[])
    if (person !== null) counts.set(person, (counts.get(person) ?? 0) + 1)
  return counts
}

async function moveTo(db: Db, mentions: readonly KeptMention[], person: number, group: Group) {
  await db
    .updateTable('entity')
    .set({
      person_id: person,
      join_by: 'machine',
      join_score: group.mentions.length > 1 ? group.score : null,
      join_evidence: group.says.length > 0 ? JSON.stringify(group.says) : null,
    })
    .where(
      'id',
      'in',
      mentions.map(mention => mention.id),
    )
    .execute()
}

/** Whoever has no mention left leads to the person that has most of them now. */
async function retire(
  db: Db,
  known: readonly Known[],
  groups: readonly Group[],
  persons: readonly number[],
  seeds: readonly Seed[],
) {
  const kept = new Set([...persons, ...seeds.map(seed => seed.person)])
  const into = new Map<number, { person: number; count: number }>()
  for (const [k, group] of groups.entries()) {
    for (const [person, count] of tally(group))
      if (count > (into.get(person)?.count ?? 0)) into.set(person, { person: persons[k]!, count })
  }
  for (const { id } of known) {
    if (kept.has(id)) continue
    await db
      .updateTable('person')
      .set({
        merged_into: into.get(id)?.person ?? null,
        mentions: 0,
        profile: JSON.stringify(NOBODY),
      })
      .where('id', '=', id)
      .execute()
  }
}

async function keepProfiles(
  db: Db,
  groups: readonly Group[],
  known: readonly Known[],
  persons: readonly number[],
) {
  const before = new Map(known.map(one => [one.id, one]))
  for (const [k, { profile, mentions }] of groups.entries()) {
    const packed = JSON.stringify(profile)
    const was = before.get(persons[k]!)
    const count = Math.max(mentions.length, profile.mentions)
    if (was && was.mentions === count && JSON.stringify(was.profile) === packed) continue
    await db
      .updateTable('person')
      .set({ profile: packed, mentions: count })
      .where('id', '=', persons[k]!)
      .execute()
  }
}

async function keepCandidates(
  db: Db,
  { candidates }: Grouping,
  known: readonly Known[],
  persons: readonly number[],
) {
  const ids = [...new Set([...persons, ...known.map(one => one.id)])]
  const within = (query: 'person_id' | 'other_id') => [query, 'in', ids] as const
  await db
    .deleteFrom('candidate')
    .where(...within('person_id'))
    .where(...within('other_id'))
    .where('state', '=', 'open')
    .execute()
  if (candidates.length === 0) return
  await db
    .insertInto('candidate')
    .values(
      candidates.map(({ a, b, score, says }) => ({
        person_id: Math.min(persons[a]!, persons[b]!),
        other_id: Math.max(persons[a]!, persons[b]!),
        score,
        evidence: JSON.stringify(says),
        state: 'open' as const,
      })),
    )
    // one that an editor rejected
    .onConflict(on => on.columns(['person_id', 'other_id']).doNothing())
    .execute()
}
