import type { StoryRecord } from '@onrecord/engine'
import type { CountQuery, Dimension, Numbers } from '../src/index.js'

/** What is counted from: exported records, and which stories have the same words. Nothing of the database. */
export interface Exported {
  readonly records: readonly StoryRecord[]
  /** Pairs of stories' ids, where the archive found copies. */
  readonly copies?: readonly (readonly [string, string])[]
  readonly transcripts?: ReadonlySet<string>
}

const fold = (text: string) =>
  (text.normalize('NFKD').match(/[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu) ?? [])
    .join(' ')
    .replace(/(?<=\d) (?=\d{3}\b)/g, '')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .toLowerCase()

/** Every number again, in plain loops over records. Rows by their keys, as JSON. */
export function recount(
  { records, copies = [], transcripts = new Set() }: Exported,
  query: CountQuery,
): Map<string, Numbers> {
  const { by = [], date = 'published', from = '', to = '9999' } = query
  const within = (day: string | undefined) =>
    (query.from === undefined && query.to === undefined) ||
    (day !== undefined && day >= from && day.slice(0, to.length) <= to && day.length >= to.length)
  let stories = records
    .filter(({ story }) => query.outlets?.includes(story.outlet ?? '') ?? true)
    .filter(
      ({ story }) =>
        query.storyKind === undefined ||
        (query.storyKind === 'transcript') === transcripts.has(story.id),
    )
    .filter(({ story }) => date !== 'published' || within(story.published))
  if (query.copies === 'once') {
    const counted = new Set<string>()
    stories = [...stories]
      .sort((a, b) => ((a.story.published ?? '') < (b.story.published ?? '') ? -1 : 1))
      .filter(({ story: { id } }) => {
        const copy = copies.some(
          ([a, b]) => (a === id && counted.has(b)) || (b === id && counted.has(a)),
        )
        if (!copy) counted.add(id)
        return !copy
      })
  }
  const cells = new Map<
    string,
    { quotes: Set<string>; words: number; stories: Set<string>; people: Set<string> }
  >()
  for (const record of stories) {
    const entities = new Map(record.entities.map(entity => [entity.id, entity]))
    const values = new Map(record.values.map(value => [value.id, value.value]))
    for (const quote of record.quotes) {
      if (query.kinds && !query.kinds.includes(quote.kind)) continue
      const time = values.get(quote.setting?.time ?? '')
      const start = typeof time === 'object' && 'start' in time ? time.start : time
      const said = typeof start === 'string' ? start.slice(0, 10) : undefined
      const day = date === 'said' ? said : record.story.published
      if (!within(day)) continue
      const speakers = quote.speakers.length > 0 ? [...new Set(quote.speakers)] : [undefined]
      for (const id of speakers) {
        const entity = id === undefined ? undefined : entities.get(id)!
        const named = entity?.mentions.some(mention => mention.form === 'name')
        const source = !entity
          ? quote.source.length === 0
            ? 'none'
            : 'unresolved'
          : entity.type === 'person'
            ? named
              ? 'named'
              : 'described'
            : entity.type === 'organisation' || entity.type === 'group'
              ? entity.type
              : 'other'
        const speaker = `${source}:${entity ? fold(entity.name) : ''}`
        if (query.speaker !== undefined) {
          const asked = query.speaker.includes(':') ? query.speaker : fold(query.speaker)
          if (speaker !== asked && (!entity || fold(entity.name) !== asked)) continue
        }
        const roles = record.facts
          .filter(fact => fact.type === 'role' && !fact.saidBy && entity)
          .filter(fact => fact.args.subject === entity!.id && fact.args.title)
          .map(fact => fold(fact.args.title!))
        const told = (dimension: Dimension): readonly (string | null)[] => {
          const cut = (length: number) => [
            day && day.length >= length ? day.slice(0, length) : null,
          ]
          if (dimension === 'speaker') return [speaker]
          if (dimension === 'source') return [source]
          if (dimension === 'gender')
            return [
              !entity
                ? source
                : entity.type === 'person'
                  ? (entity.gender?.value ?? 'not stated')
                  : 'no person',
            ]
          if (dimension === 'role') return roles.length > 0 ? roles : [null]
          if (dimension === 'outlet') return [record.story.outlet ?? '']
          if (dimension === 'kind') return [quote.kind]
          if (dimension === 'story-kind')
            return [transcripts.has(record.story.id) ? 'transcript' : 'story']
          if (dimension === 'week') return [day && day.length >= 10 ? isoWeek(day) : null]
          if (dimension === 'quarter')
            return [
              day && day.length >= 7
                ? `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
                : null,
            ]
          return cut(dimension === 'day' ? 10 : dimension === 'month' ? 7 : 4)
        }
        const [first = [null], second = [null]] = by.map(told)
        for (const a of first) {
          for (const b of second) {
            const key = JSON.stringify([a, b].slice(0, by.length))
            const cell = cells.get(key) ?? {
              quotes: new Set(),
              words: 0,
              stories: new Set(),
              people: new Set(),
            }
            cells.set(key, cell)
            const itsId = `${record.story.id} ${quote.id}`
            if (!cell.quotes.has(itsId)) {
              const content = fold(quote.content.map(({ text }) => text).join(' … '))
              cell.words += content === '' ? 0 : content.split(' ').length
            }
            cell.quotes.add(itsId)
            cell.stories.add(record.story.id)
            if (source === 'named') cell.people.add(speaker)
          }
        }
      }
    }
  }
  return new Map(
    [...cells].map(([key, { quotes, words, stories, people }]) => [
      key,
      { quotes: quotes.size, words, stories: stories.size, people: people.size },
    ]),
  )
}

/** By counting days from the Monday of the week that has the year's first Thursday. */
function isoWeek(day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000)
  const first = new Date(Date.UTC(thursday.getUTCFullYear(), 0, 1))
  const week = Math.ceil(((thursday.getTime() - first.getTime()) / 86_400_000 + 1) / 7)
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}
