import { sql } from 'kysely'
import type { Archive } from '../archive.js'
import { checkAudit } from '../audit/audit.js'
import { type Db, WORD_TABLES } from '../database/database.js'
import { sha256, unpackBytes } from '../pack.js'
import { checkRegister } from './check-register.js'
import { checkStory } from './check-story.js'

/** Something in the archive that is not as it has to be. */
export interface Fault {
  /** The place: story:KEY@2, story:KEY/quotes/q3, audit:17, database … */
  readonly where: string
  readonly what: string
}

export interface Checked {
  readonly stories: number
  readonly versions: number
  readonly records: number
  readonly quotes: number
  readonly entries: number
}

/**
 * Looks over all of the archive, as it is at one moment, while it is used: the database's own files and keys, the audit
 * log's chain, that every original and record can be unpacked, that every text has its hash and every item its words at
 * its place, that what is searched says what the records say, that the register fits it, and that all of it is in the
 * indexes of words. Nothing is changed. `tell` is called for each fault.
 */
export async function checkArchive(
  archive: Archive,
  tell: (fault: Fault) => void,
): Promise<Checked> {
  return archive.read(async db => {
    for (const what of await archive.faults(db)) tell({ where: 'database', what })
    const seq = await checkAudit(db)
    if (seq !== null)
      tell({
        where: `audit:${seq}`,
        what: 'it does not fit the entry before it: the log was changed from outside',
      })
    for (const fault of await looseEnds(db)) tell(fault)
    for (const fault of await checkRegister(db)) tell(fault)
    for (const fault of await missingWords(archive, db)) tell(fault)
    await checkOriginals(db, tell)
    let stories = 0
    let versions = 0
    let records = 0
    for (let after = 0; ; ) {
      const page = await db
        .selectFrom('story')
        .select(['id', 'key', 'state', 'version_id as versionId'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(200)
        .execute()
      if (page.length === 0) break
      for (const story of page) {
        const seen = await checkStory(db, story, tell)
        stories += 1
        versions += seen.versions
        records += seen.records
      }
      after = page.at(-1)!.id
    }
    return {
      stories,
      versions,
      records,
      quotes: await countOf(db, 'quote'),
      entries: await countOf(db, 'audit'),
    }
  })
}

async function countOf(db: Db, table: 'quote' | 'audit'): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    db,
  )
  return Number(rows[0]!.n)
}

/** Columns that refer to rows of other tables without the database watching over it. */
const REFERENCES = [
  ['story', 'version_id', 'version'],
  ['quote', 'source_id', 'source'],
  ['passage', 'source_id', 'source'],
  ['fact', 'said_by', 'quote'],
  ['entity', 'person_id', 'person'],
  ['person', 'merged_into', 'person'],
] as const

async function looseEnds(db: Db): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const [table, column, parent] of REFERENCES) {
    const { rows } = await sql<{ n: number; first: number | null }>`
      select count(*) as n, min(t.id) as first from ${sql.table(table)} t
      where t.${sql.ref(column)} is not null
        and not exists (select 1 from ${sql.table(parent)} p where p.id = t.${sql.ref(column)})`.execute(
      db,
    )
    const { n, first } = rows[0]!
    if (Number(n) > 0)
      faults.push({
        where: `${table}, row ${first}`,
        what: `${n} of the rows of ${table} refer to a ${parent} that is not there`,
      })
  }
  return faults
}

async function missingWords(archive: Archive, db: Db): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const words of WORD_TABLES) {
    const of = words === 'quote_words' ? 'quote' : 'passage'
    const index = sql.table(archive.wordIds(words))
    const { rows } = await sql<{ missing: number; left: number }>`select
      (select count(*) from ${sql.table(of)} t where not exists (select 1 from ${index} w where w.id = t.id)) as missing,
      (select count(*) from ${index} w where not exists (select 1 from ${sql.table(of)} t where t.id = w.id)) as left`.execute(
      db,
    )
    const missing = Number(rows[0]!.missing)
    const left = Number(rows[0]!.left)
    if (missing > 0)
      faults.push({ where: words, what: `${missing} ${of}s are not in the index of words` })
    if (left > 0)
      faults.push({ where: words, what: `${left} entries are of ${of}s that are not there` })
  }
  return faults
}

async function checkOriginals(db: Db, tell: (fault: Fault) => void): Promise<void> {
  for (let after = 0; ; ) {
    const row = await db
      .selectFrom('original')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!row) return
    after = row.id
    const where = `original ${row.sha256.slice(0, 12)}`
    try {
      if (sha256(unpackBytes(row.packed)) !== row.sha256)
        tell({ where, what: 'its bytes are not those that were taken in' })
    } catch {
      tell({ where, what: 'it cannot be unpacked' })
    }
  }
}
