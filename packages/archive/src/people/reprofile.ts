import type { Db } from '../database/database.js'
import { mentionsOf } from './mentions.js'
import { NOBODY, type Profile, sumOf } from './profile.js'

/** A person's profile is made of so many of its mentions, the latest. */
const MOST = 300

/** Sums up anew what a person's mentions and authority files tell of it. */
export async function reprofile(db: Db, person: number): Promise<void> {
  const { known } = await db
    .selectFrom('person')
    .select('known')
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  const { mentions } = await db
    .selectFrom('entity')
    .select(({ fn }) => fn.countAll<number>().as('mentions'))
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  const latest = await mentionsOf(db, person, MOST)
  const told: Profile = known === null ? NOBODY : JSON.parse(known)
  const profile = latest
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .reduce((sum, mention) => sumOf(sum, mention.profile), told)
  await db
    .updateTable('person')
    .set({
      mentions: Number(mentions),
      profile: JSON.stringify({ ...profile, mentions: Number(mentions) }),
    })
    .where('id', '=', person)
    .execute()
}
