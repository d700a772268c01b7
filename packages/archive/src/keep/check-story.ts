import type { StoryRecord } from '@onrecord/engine'
import type { Db } from '../database/database.js'
import { sha256, unpack } from '../pack.js'
import { recordInForce } from '../stories/record.js'
import { rowsOf } from '../stories/rows.js'
import { passagesOf } from '../text/passages.js'
import type { Fault } from './check.js'

interface CheckedStory {
  readonly id: number
  readonly key: string
  readonly state: 'shown' | 'hidden' | 'withdrawn'
  readonly versionId: number | null
}

/** Looks over a story: its versions, their records, and the rows that are searched. Gives how many it has. */
export async function checkStory(
  db: Db,
  { id, key, state, versionId }: CheckedStory,
  tell: (fault: Fault) => void,
): Promise<{ versions: number; records: number }> {
  const versions = await db
    .selectFrom('version')
    .select(['id', 'number', 'text', 'sha256', 'length'])
    .where('story_id', '=', id)
    .orderBy('number')
    .execute()
  let count = 0
  for (const version of versions) {
    const where = `story:${key}@${version.number}`
    if (sha256(version.text) !== version.sha256)
      tell({ where, what: 'its text is not the one that was taken in' })
    if (version.text.length !== version.length)
      tell({
        where,
        what: `its text has ${version.text.length} characters, and not ${version.length}`,
      })
    const records = await db
      .selectFrom('record')
      .select(['reader', 'packed', 'current'])
      .where('version_id', '=', version.id)
      .execute()
    count += records.length
    const current = records.filter(record => record.current === 1).length
    if (current !== 1 && state !== 'withdrawn')
      tell({ where, what: `${current} of its records are in force, and not one` })
    for (const { reader, packed } of records) {
      try {
        const item = displaced(unpack<StoryRecord>(packed), version.text)
        if (item)
          tell({
            where: `story:${key}@${version.number}/${item}`,
            what: `its words are not at its place (read by ${reader})`,
          })
      } catch {
        tell({ where, what: `its record cannot be unpacked (read by ${reader})` })
      }
    }
  }
  const shown = versions.find(version => version.id === versionId)
  if (shown) await checkRows(db, { id, key, versionId: shown.id, text: shown.text }, tell)
  else if (state !== 'withdrawn')
    tell({ where: `story:${key}`, what: 'it has no version in force' })
  return { versions: versions.length, records: count }
}

/** The first item of which the words are not where it says; undefined: all are. */
function displaced(record: StoryRecord, text: string): string | undefined {
  const wrong = (spans: readonly { start: number; end: number; text: string }[]) =>
    spans.some(span => text.slice(span.start, span.end) !== span.text)
  for (const { id, content, cue, source } of record.quotes)
    if (wrong(content) || wrong(cue) || wrong(source)) return `quotes/${id}`
  for (const { id, mentions } of record.entities) if (wrong(mentions)) return `entities/${id}`
  for (const { id, evidence } of record.facts) if (wrong(evidence)) return `facts/${id}`
  for (const { id, span } of record.values)
    if (!(span.start >= 0 && span.start < span.end && span.end <= text.length))
      return `values/${id}`
  return undefined
}

/** Do the rows that are searched say what the record in force says? */
async function checkRows(
  db: Db,
  { id, key, versionId, text }: { id: number; key: string; versionId: number; text: string },
  tell: (fault: Fault) => void,
): Promise<void> {
  let expected: ReturnType<typeof rowsOf>
  try {
    expected = rowsOf(await recordInForce(db, versionId))
  } catch (error) {
    tell({
      where: `story:${key}`,
      what: `its record in force cannot be made: ${(error as Error).message}`,
    })
    return
  }
  const entities = await db.selectFrom('entity').selectAll().where('story_id', '=', id).execute()
  const quotes = await db.selectFrom('quote').selectAll().where('story_id', '=', id).execute()
  const facts = await db.selectFrom('fact').selectAll().where('story_id', '=', id).execute()
  const passages = await db
    .selectFrom('passage')
    .select(['start', 'end'])
    .where('story_id', '=', id)
    .orderBy('number')
    .execute()
  const linked = async (table: 'quote_speaker' | 'quote_about') =>
    db
      .selectFrom(table)
      .innerJoin('quote', 'quote.id', `${table}.quote_id`)
      .select(['quote_id as quote', 'entity_id as entity'])
      .where('quote.story_id', '=', id)
      .execute()
  const speakers = await linked('quote_speaker')
  const about = await linked('quote_about')
  const entityItem = new Map(entities.map(row => [row.id, row.item]))
  const quoteItem = new Map(quotes.map(row => [row.id, row.item]))
  const itemsOf = (links: typeof speakers, quote: number) =>
    links.filter(link => link.quote === quote).map(link => entityItem.get(link.entity) ?? '?')
  const item = (items: ReadonlyMap<number, string>, row: number | null) =>
    row === null ? null : (items.get(row) ?? '?')
  const compare = <T extends { readonly item: string }>(
    kind: string,
    wanted: readonly T[],
    rows: readonly { readonly item: string }[],
    facing: (row: T) => Record<string, unknown>,
  ) => {
    const byItem = new Map(rows.map(row => [row.item, row as Record<string, unknown>]))
    for (const row of wanted) {
      const there = byItem.get(row.item)
      const differs =
        there && Object.entries(facing(row)).find(([name, value]) => !same(value, there[name]))
      if (!there)
        tell({
          where: `story:${key}/${kind}/${row.item}`,
          what: 'it cannot be searched: its row is missing',
        })
      else if (differs)
        tell({
          where: `story:${key}/${kind}/${row.item}`,
          what: `its row's ${differs[0]} is not the record's`,
        })
    }
    if (rows.length !== wanted.length)
      tell({
        where: `story:${key}`,
        what: `it has ${rows.length} rows of ${kind}, its record ${wanted.length}`,
      })
  }
  compare('entities', expected.entities, entities, row => ({ ...row }))
  compare(
    'quotes',
    expected.quotes,
    quotes.map(row => ({
      ...row,
      speakers: itemsOf(speakers, row.id).sort(),
      about: itemsOf(about, row.id).sort(),
    })),
    row => ({ ...row, speakers: [...row.speakers].sort(), about: [...row.about].sort() }),
  )
  compare(
    'facts',
    expected.facts,
    facts.map(row => ({
      ...row,
      args: JSON.parse(row.args),
      subject: item(entityItem, row.subject_id),
      object: item(entityItem, row.object_id),
      saidBy: item(quoteItem, row.said_by),
    })),
    row => ({ ...row }),
  )
  if (
    !same(
      passages,
      passagesOf(text).map(({ start, end }) => ({ start, end })),
    )
  )
    tell({ where: `story:${key}`, what: 'its passages are not those of its text' })
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
