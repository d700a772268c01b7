import { sql } from 'kysely'
import type { Db } from '../database/database.js'
import type { Fault } from './check.js'

/** What cannot be in the register: each counts rows, and gives one of them. */
const FAULTS = [
  {
    what: 'mentions are of somebody merged into another',
    rows: sql`select story.key as at from entity join story on story.id = entity.story_id
      join person on person.id = entity.person_id where person.merged_into is not null`,
    where: (at: string) => `story:${at}`,
  },
  {
    what: 'persons are merged into somebody who leads back to them',
    rows: sql`select person.key as at from person join person as whole on whole.id = person.merged_into
      where whole.id = person.id or whole.merged_into = person.id`,
    where: (at: string) => `person:${at}`,
  },
  {
    what: 'candidates are a person and itself, or stand twice',
    rows: sql`select person.key as at from candidate join person on person.id = candidate.person_id
      where candidate.person_id >= candidate.other_id`,
    where: (at: string) => `person:${at}`,
  },
  {
    what: 'persons whose name was replaced have a name or an identifier of before',
    rows: sql`select person.key as at from person
      join restriction on restriction.subject_key = person.key and restriction.subject = 'person'
        and restriction.state = 'replaced' and restriction.lifted_at is null
      where exists (select 1 from person_authority where person_id = person.id) or person.known is not null`,
    where: (at: string) => `person:${at}`,
  },
  {
    what: 'quotes are found though their speaker is hidden, or hidden though nobody of theirs is',
    rows: sql`select story.key as at from quote join story on story.id = quote.story_id
      where quote.hidden <> case when story.state <> 'shown' or exists (select 1 from quote_speaker
        join entity on entity.id = quote_speaker.entity_id join person on person.id = entity.person_id
        where quote_speaker.quote_id = quote.id and person.state = 'hidden') then 1 else 0 end`,
    where: (at: string) => `story:${at}`,
  },
] as const

/** What does not fit in the register of people, and between it and the stories. */
export async function checkRegister(db: Db): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const { what, rows, where } of FAULTS) {
    const found = await sql<{ n: number; at: string | null }>`select count(*) as n, min(f.at) as at
      from (${rows}) as f`.execute(db)
    const { n, at } = found.rows[0]!
    if (Number(n) > 0) faults.push({ where: where(at!), what: `${n} ${what}` })
  }
  for (const column of ['profile', 'known'] as const) {
    for (let after = 0; ; ) {
      const some = await db
        .selectFrom('person')
        .select(['id', 'key', column])
        .where('id', '>', after)
        .where(column, 'is not', null)
        .orderBy('id')
        .limit(1000)
        .execute()
      if (some.length === 0) break
      for (const row of some)
        if (!isJson(row[column]!))
          faults.push({ where: `person:${row.key}`, what: `its ${column} cannot be read` })
      after = some.at(-1)!.id
    }
  }
  return faults
}

function isJson(words: string): boolean {
  try {
    JSON.parse(words)
    return true
  } catch {
    return false
  }
}
