import type { RecordEntity, StoryRecord } from '@onrecord/engine'
import type { Selectable } from 'kysely'
import type { Archive } from '../archive.js'
import { selectorOf } from '../corrections/anchors/selector.js'
import { putInForce } from '../corrections/in-force.js'
import type { Db } from '../database/database.js'
import type { StoryTable, VersionTable } from '../database/schema.js'
import { pack, sha256, unpack } from '../pack.js'
import { bandsOf, shinglesOf } from '../stories/near.js'
import { recordInForce } from '../stories/record.js'
import { rowsOf } from '../stories/rows.js'
import { nameKey, wordsOf } from '../text/words.js'
import type { Changes } from './changes.js'
import { hasName, withheldAddress, withheldId } from './guard.js'
import { markVersion } from './mark.js'
import type { Stamp } from './secret.js'
import { type Withheld, type WithheldStory, withhold } from './withhold.js'

type Story = Selectable<StoryTable>
type Version = Selectable<VersionTable>

/** Which entities of a story are the person. */
export interface Theirs {
  /** Ids within the record in force; none where the register joins nobody with the story. */
  readonly items: ReadonlySet<string>
  /** What they are called there, as `nameKey` gives it. */
  readonly names: ReadonlySet<string>
}

export interface Rewriting {
  readonly archive: Archive
  readonly db: Db
  readonly stamp: Stamp
  readonly changes: Changes
}

/**
 * Withholds a name in all versions of a story and in whatever the archive says of them; the rows of its items keep their
 * ids. Gives the ids of the original bytes that its versions were taken from: they are the caller's to drop.
 */
export async function rewriteStory(
  { archive, db, stamp, changes }: Rewriting,
  story: Story,
  withheld: Withheld,
  theirs: Theirs,
): Promise<number[]> {
  const versions = await db
    .selectFrom('version')
    .selectAll()
    .where('story_id', '=', story.id)
    .orderBy('number')
    .execute()
  const originals: number[] = []
  // the register knows the items of the record in force; in others a name is all there is
  const isTheirs =
    (inForce: StoryRecord | undefined) => (entity: RecordEntity, record: StoryRecord) =>
      record === inForce && theirs.items.size > 0
        ? theirs.items.has(entity.id)
        : theirs.names.has(nameKey(entity.name)) || hasName(withheld, entity)
  for (const version of versions) {
    const records = await recordsOf(db, version)
    const one = withhold(
      version.text,
      records.map(({ record }) => record),
      withheld,
      isTheirs(version.id === story.version_id ? records[0]?.record : undefined),
    )
    const { text } = one.replaced
    const of = { story: story.key, version: version.number }
    changes.note('version.text', one.replaced.count, { ...of, words: one.around })
    if (text !== version.text) await markVersion(db, version.id, version.sha256)
    await writeVersion(db, version, one, changes, of)
    for (const [k, { id, packed, record }] of records.entries()) {
      const { text: _, ...about } = one.records[k]!.story
      const made = pack({ ...one.records[k]!, story: about })
      if (Buffer.compare(Buffer.from(packed), Buffer.from(made)) === 0) continue
      await db.updateTable('record').set({ packed: made }).where('id', '=', id).execute()
      changes.note('record.packed', countOf(record, one.records[k]!), of)
    }
    await rewriteCorrections(db, version.id, one, changes, of)
    await rewriteOrigins(db, version.id, one, changes, of)
    if (version.original_id !== null) originals.push(version.original_id)
    if (version.id !== story.version_id) continue
    await renewBands(db, version.id, text)
    await rewriteAddress(db, stamp, story, one, changes)
    await rewriteRows(archive, db, story, version, changes)
  }
  return originals
}

interface Of {
  readonly story: string
  readonly version: number
}

/** All records of a version with its text, the one in force first. */
async function recordsOf(db: Db, { id, text }: Version) {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'packed'])
    .where('version_id', '=', id)
    .orderBy('current', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => {
    const record = unpack<StoryRecord>(row.packed)
    return { ...row, record: { ...record, story: { ...record.story, text } } }
  })
}

async function writeVersion(
  db: Db,
  version: Version,
  { replaced: { text }, say, rebase }: WithheldStory,
  changes: Changes,
  of: Of,
): Promise<void> {
  const title = version.title === null ? null : say(version.title)
  // as JSON, which holds the names as they are
  const byline = version.byline === null ? null : JSON.stringify(rebase(JSON.parse(version.byline)))
  const turns = version.turns && pack(rebase(unpack(version.turns)))
  changes.note('version.title', title === version.title ? 0 : 1, of)
  changes.note('version.byline', byline === version.byline ? 0 : 1, of)
  changes.note('version.turns', version.turns && text !== version.text ? 1 : 0, of)
  const words = Array.from(wordsOf(text)).length
  await db
    .updateTable('version')
    .set({ text, sha256: sha256(text), length: text.length, words, title, byline, turns })
    .where('id', '=', version.id)
    .execute()
}

/** How many items of a record changed but in their place. */
function countOf(before: StoryRecord, after: StoryRecord): number {
  const words = (item: unknown) =>
    JSON.stringify(item, (key, value) => (key === 'start' || key === 'end' ? undefined : value))
  const all = (record: StoryRecord) =>
    [record.quotes, record.entities, record.facts, record.findings].flat().map(words)
  const kept = new Set(all(before))
  return (
    all(after).filter(item => !kept.has(item)).length +
    Math.max(0, before.facts.length - after.facts.length)
  )
}

async function rewriteCorrections(
  db: Db,
  versionId: number,
  { say, rebase, replaced: { text } }: WithheldStory,
  changes: Changes,
  of: Of,
): Promise<void> {
  const rows = await db
    .selectFrom('correction')
    .select(['id', 'target', 'change', 'why', 'conflict'])
    .where('version_id', '=', versionId)
    .execute()
  for (const { id, ...row } of rows) {
    const made = {
      target: JSON.stringify(selectAnew(rebase(JSON.parse(row.target)), text)),
      change: JSON.stringify(rebase(JSON.parse(row.change))),
      why: row.why === null ? null : say(row.why),
      conflict: row.conflict === null ? null : say(row.conflict),
    }
    await db.updateTable('correction').set(made).where('id', '=', id).execute()
    changes.note('correction', JSON.stringify(made) === JSON.stringify(row) ? 0 : 1, of)
  }
}

/** Selectors of places that were moved, with the words and the context that are there now. */
function selectAnew(value: unknown, text: string): unknown {
  if (Array.isArray(value)) return value.map(one => selectAnew(one, text))
  if (value === null || typeof value !== 'object') return value
  const { start, end, exact } = value as { start?: unknown; end?: unknown; exact?: unknown }
  if (typeof start === 'number' && typeof end === 'number' && typeof exact === 'string')
    return selectorOf(text, { start, end })
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, selectAnew(inner, text)]),
  )
}

async function rewriteOrigins(
  db: Db,
  versionId: number,
  { sayAddress }: WithheldStory,
  changes: Changes,
  of: Of,
): Promise<void> {
  const rows = await db
    .selectFrom('origin')
    .select(['id', 'path', 'part', 'found_at'])
    .where('version_id', '=', versionId)
    .execute()
  for (const { id, path, part, found_at } of rows) {
    const made = { path: sayAddress(path), part: sayAddress(part) }
    if (made.path === path && made.part === part) continue
    await db.deleteFrom('origin').where('id', '=', id).execute()
    await db
      .insertInto('origin')
      .values({ ...made, version_id: versionId, found_at })
      .onConflict(on => on.columns(['path', 'part', 'version_id']).doNothing())
      .execute()
    changes.note('origin', 1, of)
  }
}

async function rewriteAddress(
  db: Db,
  stamp: Stamp,
  { id, key, url, own_id: ownId }: Story,
  one: WithheldStory,
  changes: Changes,
): Promise<void> {
  const made = {
    url: url === null ? null : withheldAddress(stamp, url, one),
    own_id: ownId === null ? null : withheldId(stamp, ownId, one),
  }
  await db.updateTable('story').set(made).where('id', '=', id).execute()
  changes.note('story.url', made.url === url ? 0 : 1, { story: key })
  changes.note('story.own_id', made.own_id === ownId ? 0 : 1, { story: key })
}

async function renewBands(db: Db, versionId: number, text: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('band')
    .where('version_id', '=', versionId)
    .executeTakeFirst()
  const bands = bandsOf(shinglesOf(text))
  if (numDeletedRows === 0n || bands.length === 0) return
  await db
    .insertInto('band')
    .values(bands.map(band => ({ ...band, version_id: versionId })))
    .execute()
}

/** Moves the rows of quotes and entities to where they are now, so that `project` knows them again, and projects. */
async function rewriteRows(
  archive: Archive,
  db: Db,
  story: Story,
  version: Version,
  changes: Changes,
): Promise<void> {
  const record = await recordInForce(db, version.id)
  const { quotes, entities } = rowsOf(record)
  const of = { story: story.key, version: version.number }
  for (const { item, start, end } of quotes) {
    await db
      .updateTable('quote')
      .set({ start, end })
      .where('story_id', '=', story.id)
      .where('item', '=', item)
      .execute()
  }
  for (const { item, type, name_key, start } of entities) {
    await db
      .updateTable('entity')
      .set({ type, name_key, start })
      .where('story_id', '=', story.id)
      .where('item', '=', item)
      .execute()
  }
  await putInForce(archive, db, story.id)
  for (const [place, count] of [
    ['quote', quotes.length],
    ['entity', entities.length],
    ['quote_words', quotes.length],
  ] as const)
    changes.note(place, count, of)
}
