import { editDistance } from '@onrecord/engine'
import type { Archive } from '../archive.js'
import { log } from '../audit/audit.js'
import type { Db } from '../database/database.js'
import { ArchiveError } from '../errors.js'
import type { Licence } from './licence.js'
import { seenSources, type View } from './view.js'

/** An outlet, what may be done with its words, and how many stories the archive has of it. */
export interface SourceEntry {
  /** '' is the outlet of stories that name none. */
  readonly name: string
  readonly licence: Licence
  readonly note: string | null
  readonly stories: number
}

/** The sources that the view reaches, by name. */
export async function sourcesOf({ archive: { db }, sight }: View): Promise<SourceEntry[]> {
  const sources = seenSources(sight)
  const rows = await db
    .selectFrom('source')
    .leftJoin('story', 'story.source_id', 'source.id')
    .select(({ fn }) => [
      'source.name as name',
      'source.licence as kind',
      'source.snippet_words as words',
      'source.note as note',
      fn.count<number>('story.id').as('stories'),
    ])
    .$if(sources !== undefined, all => all.where('source.id', 'in', sources!))
    .groupBy('source.id')
    .orderBy('source.name')
    .execute()
  return rows.map(({ name, kind, words, note, stories }) => ({
    name,
    licence: { kind, words },
    note,
    stories: Number(stories),
  }))
}

/**
 * Says what may be done with an outlet's words from now on: nothing that is kept changes, only what is shown of it. An
 * outlet of which there is no story yet may be told beforehand, with `isNew`. `note` undefined leaves the note as it is,
 * '' takes it away. Rejects with 'not-found', and names like it, where there is no such outlet and it is not new.
 */
export async function setLicence(
  archive: Archive,
  {
    name,
    licence: { kind, words },
    note,
    isNew = false,
  }: { name: string; licence: Licence; note?: string | undefined; isNew?: boolean },
  { who, at }: { who: string; at: string },
): Promise<SourceEntry> {
  const row = {
    licence: kind,
    snippet_words: kind === 'snippet' ? words : null,
    ...(note !== undefined && { note: note === '' ? null : note }),
  }
  await archive.write(async db => {
    await archive.lock(db, 'add')
    if (!isNew) await checkSource(db, name)
    await db
      .insertInto('source')
      .values({ name, ...row })
      .onConflict(on => on.column('name').doUpdateSet(row))
      .execute()
    const detail = { licence: kind, words: row.snippet_words }
    await log(db, [{ who, action: 'licence', subject: `source:${name}`, detail }], at)
  })
  const all = await sourcesOf({ archive, sight: 'all' })
  return all.find(one => one.name === name)!
}

async function checkSource(db: Db, name: string): Promise<void> {
  const rows = await db.selectFrom('source').select('name').orderBy('name').execute()
  if (rows.some(row => row.name === name)) return
  const near = namesLike(
    name,
    rows.map(row => row.name),
  )
  const meant = near.length > 0 ? ` Is it ${near.map(one => `"${one}"`).join(' or ')}?` : ''
  throw new ArchiveError(
    'not-found',
    `There is no outlet "${name}".${meant} If it is to be told before its first story, say that it is new (--new).`,
  )
}

/** Up to three names that are one another but for letters: a quarter of them at most, in either case; the nearest first. */
function namesLike(name: string, names: readonly string[]): string[] {
  const asked = name.toLowerCase()
  const most = Math.max(1, Math.floor(asked.length / 4))
  return names
    .map(one => ({ one, distance: editDistance(asked, one.toLowerCase(), most) }))
    .filter(({ one, distance }) => one !== '' && distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ one }) => one)
}
