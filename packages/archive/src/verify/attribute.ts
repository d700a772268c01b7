import { type Span, sharedLength } from '@onrecord/engine'
import type { Db } from '../database/database.js'
import { nameKey } from '../text/words.js'
import type { Piece } from './piece.js'
import { maySameName } from './same-name.js'
import type { Said } from './types.js'

/** A quote's row with its speakers. */
export interface KnownQuote extends Span {
  readonly id: number
  readonly storyId: number
  readonly item: string
  readonly content: string
  readonly source: string
  readonly said: string | null
  readonly confidence: number
  readonly speakerConfidence: number | null
  readonly hidden: boolean
  readonly speakers: readonly Speaker[]
}

export interface Speaker {
  readonly name: string
  /** A name, and no description ("the captain"), which may be anybody. */
  readonly named: boolean
  /** Key and names in the register, where it is known who that is. */
  readonly person: {
    readonly key: string
    readonly name: string
    readonly names: readonly string[]
  } | null
}

/** All quotes of stories, hidden ones too, by story. */
export async function quotesOf(
  db: Db,
  storyIds: readonly number[],
): Promise<ReadonlyMap<number, readonly KnownQuote[]>> {
  if (storyIds.length === 0) return new Map()
  const quotes = await db
    .selectFrom('quote')
    .select([
      'id',
      'story_id as storyId',
      'item',
      'start',
      'end',
      'content',
      'source',
      'said',
      'confidence',
      'speaker_confidence as speakerConfidence',
      'hidden',
    ])
    .where('story_id', 'in', storyIds)
    .orderBy('id')
    .execute()
  const speakers = await speakersOf(db, storyIds)
  const byStory = new Map<number, KnownQuote[]>()
  for (const { hidden, ...quote } of quotes) {
    const known = { ...quote, hidden: hidden === 1, speakers: speakers.get(quote.id) ?? [] }
    const all = byStory.get(quote.storyId)
    if (all) all.push(known)
    else byStory.set(quote.storyId, [known])
  }
  return byStory
}

async function speakersOf(db: Db, storyIds: readonly number[]): Promise<Map<number, Speaker[]>> {
  const rows = await db
    .selectFrom('quote')
    .innerJoin('quote_speaker', 'quote_speaker.quote_id', 'quote.id')
    .innerJoin('entity', 'entity.id', 'quote_speaker.entity_id')
    .leftJoin('person', join => join.onRef('person.id', '=', 'entity.person_id'))
    .select([
      'quote.id as quoteId',
      'entity.name as name',
      'entity.named as named',
      'person.id as personId',
      'person.key as key',
      'person.name as personName',
    ])
    .where('quote.story_id', 'in', storyIds)
    .orderBy('entity.id')
    .execute()
  const people = [...new Set(rows.flatMap(row => row.personId ?? []))]
  const names =
    people.length === 0
      ? []
      : await db
          .selectFrom('person_name')
          .select(['person_id as personId', 'name'])
          .where('person_id', 'in', people)
          .execute()
  const byQuote = new Map<number, Speaker[]>()
  for (const { quoteId, name, named, personId, key, personName } of rows) {
    const person =
      key === null || personName === null
        ? null
        : {
            key,
            name: personName,
            names: names.filter(one => one.personId === personId).map(one => one.name),
          }
    byQuote.set(quoteId, [...(byQuote.get(quoteId) ?? []), { name, named: named === 1, person }])
  }
  return byQuote
}

/** A piece of a story, whose words it is, and the quote or turn that tells. */
export interface Attributed {
  readonly piece: Piece
  readonly in: Said['in']
  readonly quote: KnownQuote | null
  readonly speakers: readonly Speaker[]
  /** Who quotes the speakers so, by name: speakers of a quote that this one is within. */
  readonly quotedBy: readonly string[]
  readonly seconds: number | null
}

/**
 * Whose words a piece is. The shortest of the quotes that hold most of it tells; where none does but several together do
 * (a speech in many paragraphs), the piece is cut into those; else a transcript's turns; else nobody says it.
 */
export function attribute(piece: Piece, quotes: readonly KnownQuote[]): Attributed[] {
  const { story } = piece
  const voiced = story.turns.filter(({ speaker }) => speaker !== undefined)
  const cut = partsBy(piece, quotes) ?? partsBy(piece, voiced) ?? [piece]
  return cut.map((part): Attributed => {
    const quote = holderOf(part, quotes) ?? null
    const turn = holderOf(part, story.turns)
    const seconds = turn?.from ?? null
    // a transcript knows who has the floor better than a reader of its words
    if (turn?.speaker !== undefined) {
      const key = nameKey(turn.speaker)
      const known = quote?.speakers.find(({ name }) => nameKey(name) === key)
      const speakers = [known ?? { name: turn.speaker, named: true, person: null }]
      return { piece: part, in: quote ? 'quote' : 'turn', quote, speakers, quotedBy: [], seconds }
    }
    const speakers = quote?.speakers ?? []
    const quotedBy = quote ? quotersOf(quote, quotes) : []
    return { piece: part, in: quote ? 'quote' : 'story', quote, speakers, quotedBy, seconds }
  })
}

/** Names of others in whose quotes a quote lies: what it says is known by their words alone. */
function quotersOf(quote: KnownQuote, all: readonly KnownQuote[]): string[] {
  const own = new Set(quote.speakers.map(nameOf))
  const outer = all.filter(
    other =>
      other.start <= quote.start &&
      quote.end <= other.end &&
      other.end - other.start > quote.end - quote.start,
  )
  const names = outer.flatMap(({ speakers }) => speakers.map(nameOf))
  return [...new Set(names)].filter(name => !own.has(name))
}

const nameOf = ({ name, person }: Speaker) => person?.name ?? name

/** The shortest that holds most of the span. */
function holderOf<T extends Span>(span: Span, all: readonly T[]): T | undefined {
  return all
    .filter(one => sharedLength(one, span) > (span.end - span.start) / 2)
    .sort(
      (a, b) =>
        sharedLength(b, span) - sharedLength(a, span) || a.end - a.start - (b.end - b.start),
    )[0]
}

/** What several spans, one behind the other, hold of a piece, if that is most of it and no one alone holds that. */
function partsBy(piece: Piece, all: readonly Span[]): Piece[] | undefined {
  if (holderOf(piece, all)) return [piece]
  const parts: Piece[] = []
  for (const one of [...all].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(one.start, piece.start, parts.at(-1)?.end ?? 0)
    const end = Math.min(one.end, piece.end)
    if (start < end)
      parts.push({ story: piece.story, start, end, text: piece.story.text.slice(start, end) })
  }
  const held = parts.reduce((sum, { start, end }) => sum + end - start, 0)
  return held > (piece.end - piece.start) / 2 ? parts : undefined
}

/** Is the speaker the one asked for, by a key of the register, a name, or a name that the register knows? */
export function isAsked(speaker: Speaker, asked: string): boolean {
  const { name, person } = speaker
  if (!person) return maySameName(name, asked)
  return (
    person.key === asked ||
    person.names.some(other => nameKey(other) === nameKey(asked)) ||
    maySameName(person.name, asked)
  )
}
