import type { Licence } from '../rights/licence.js'
import { shownRecord } from '../rights/shown.js'
import type { View } from '../rights/view.js'
import { recordInForce } from '../stories/record.js'
import type { FactArgument } from '../stories/rows.js'
import { nameKey } from '../text/words.js'
import { birthOf, bornOf, dayOf } from './profile.js'
import { type Other, speakersOf } from './quotes.js'
import { seenMentions } from './seen.js'

/** Where something is told. */
export interface PersonCitation {
  /** stories/KEY/facts/f3, or stories/KEY/entities/e2 */
  readonly link: string
  readonly story: string
  readonly outlet: string
  readonly published: string | null
  /** In the story's text, in UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** Who says so, where the story itself does not: then it is their claim. */
  readonly claimedBy: readonly Other[] | null
}

/** The same thing told in so many places, by stories or by people in them, never both together. */
export interface Told {
  /** ISO days of publication, the first and the last. */
  readonly first: string | null
  readonly last: string | null
  readonly times: number
  readonly claim: boolean
  /** The first few. */
  readonly citations: readonly PersonCitation[]
}

export interface ToldRole extends Told {
  readonly title: string
  readonly organisation: Other | null
}

export interface ToldAge {
  readonly age: number | { readonly min: number; readonly max: number }
  /** Years with fractions: not before, and before. Null where the story has no date. */
  readonly born: readonly [number, number] | null
  readonly citation: PersonCitation
}

export interface ToldTie extends Told {
  /** The kind of fact: family, founded, created … */
  readonly type: string
  /** "wife": what the one told of here is to the other, or the other to it, as `direction` says. */
  readonly relation: string | null
  /** of: the other's; to: theirs. "wife" + of: she is the other's wife. */
  readonly direction: 'of' | 'to'
  readonly other: Other
}

export interface ToldOf {
  readonly roles: readonly ToldRole[]
  readonly ages: readonly ToldAge[]
  readonly births: readonly {
    readonly date: string
    readonly born: readonly [number, number]
    readonly citation: PersonCitation
  }[]
  readonly deaths: readonly { readonly date: string; readonly citation: PersonCitation }[]
  readonly ties: readonly ToldTie[]
}

/** Facts that a page is made of at most, the latest. */
const MOST_FACTS = 2000
const CITED = 3

/** What stories, and people in them, tell of somebody. */
export async function toldOf(view: View, person: number): Promise<ToldOf> {
  const facts = await factsOf(view, person)
  const roles = new Map<string, ToldRole>()
  const ties = new Map<string, ToldTie>()
  const ages: ToldAge[] = []
  const births: { date: string; born: readonly [number, number]; citation: PersonCitation }[] = []
  const deaths: { date: string; citation: PersonCitation }[] = []
  for (const fact of facts) {
    const { type, args, about, citation } = fact
    const claim = citation.claimedBy !== null
    const date = about ? dateOf(args.time ?? args.value) : null
    if (about && type === 'age') {
      const age = ageOf(args.value)
      if (age !== null) ages.push({ age, born: bornOf(fact, dayOf(citation.published)), citation })
    } else if (about && type === 'born' && date) {
      births.push({ date, born: birthOf(date)!, citation })
    } else if (about && type === 'died' && date) {
      deaths.push({ date, citation })
    }
    if (about && type === 'role') {
      const title = textOf(args.title)
      const organisation = fact.other
      const key = `${claim} ${nameKey(title)} ${nameKey(organisation?.name ?? '')}`
      roles.set(key, { title, organisation, ...again(roles.get(key), citation) })
    } else if (fact.other) {
      const relation = textOf(args.relation) || textOf(args.as) || textOf(args.title) || null
      const direction = about ? 'of' : 'to'
      const key = `${claim} ${type} ${relation} ${direction} ${fact.other.key ?? nameKey(fact.other.name)}`
      const { other } = fact
      ties.set(key, { type, relation, direction, other, ...again(ties.get(key), citation) })
    }
  }
  const often = (a: Told, b: Told) => b.times - a.times
  return {
    roles: [...roles.values()].sort((a, b) => ((a.first ?? '') < (b.first ?? '') ? -1 : 1)),
    ages,
    births,
    deaths,
    ties: [...ties.values()].sort(often),
  }
}

function again(told: Told | undefined, citation: PersonCitation): Told {
  const day = citation.published?.slice(0, 10) ?? null
  const citations = told?.citations ?? []
  const days = [told?.first, told?.last, day].filter(one => one != null).sort()
  return {
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    times: (told?.times ?? 0) + 1,
    claim: citation.claimedBy !== null,
    citations: citations.length < CITED ? [...citations, citation] : citations,
  }
}

interface FactAbout {
  readonly type: string
  readonly args: Readonly<Record<string, FactArgument>>
  /** Is the person its subject, rather than its object? */
  readonly about: boolean
  readonly other: Other | null
  readonly citation: PersonCitation
}

/** In the order of dates. */
async function factsOf(view: View, person: number): Promise<FactAbout[]> {
  const rows = (
    await Promise.all([ends('subject_id', 'object_id'), ends('object_id', 'subject_id')])
  ).flat()
  function ends(own: 'subject_id' | 'object_id', other: 'subject_id' | 'object_id') {
    return seenMentions(view)
      .innerJoin('fact', `fact.${own}`, 'entity.id')
      .innerJoin('version', 'version.id', 'story.version_id')
      .innerJoin('source', 'source.id', 'story.source_id')
      .leftJoin('entity as other', 'other.id', `fact.${other}`)
      .leftJoin('person', 'person.id', 'other.person_id')
      .leftJoin('quote', 'quote.id', 'fact.said_by')
      .select([
        'fact.item as item',
        'fact.type as type',
        'fact.args as args',
        'fact.subject_id as subject',
        'fact.start as start',
        'fact.end as end',
        'fact.said_by as saidBy',
        'quote.hidden as hidden',
        'entity.id as own',
        'story.key as story',
        'story.version_id as versionId',
        'source.licence as licence',
        'source.snippet_words as licenceWords',
        'source.name as outlet',
        'version.published as published',
        'other.name as otherName',
        'person.key as otherKey',
        'person.name as otherCalled',
        'person.state as otherState',
      ])
      .where('entity.person_id', '=', person)
      .orderBy('version.published', 'desc')
      .orderBy('fact.id')
      .limit(MOST_FACTS)
      .execute()
  }
  const shown = await licensed(
    view,
    rows.filter(
      row => row.hidden !== 1 && row.otherState !== 'hidden' && row.otherState !== 'withdrawn',
    ),
  )
  const speakers = await speakersOf(view, [...new Set(shown.flatMap(row => row.saidBy ?? []))])
  return shown
    .sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : 1))
    .map(row => ({
      type: row.type,
      args: JSON.parse(row.args),
      about: row.subject === row.own,
      other:
        row.otherName === null
          ? null
          : { name: row.otherCalled ?? row.otherName, key: row.otherKey },
      citation: {
        link: `stories/${row.story}/facts/${row.item}`,
        story: row.story,
        outlet: row.outlet,
        published: row.published,
        start: row.start,
        end: row.end,
        claimedBy: row.saidBy === null ? null : (speakers.get(row.saidBy) ?? []),
      },
    }))
}

/** Facts that licences let be shown: of a snippet source those that its stories' records show. */
async function licensed<
  T extends {
    readonly item: string
    readonly versionId: number | null
    readonly licence: Licence['kind']
    readonly licenceWords: number | null
  },
>({ archive: { db } }: View, rows: readonly T[]): Promise<T[]> {
  const shown = new Map<number, ReadonlySet<string>>()
  for (const { versionId, licence, licenceWords } of rows) {
    if (licence !== 'snippet' || versionId === null || shown.has(versionId)) continue
    const record = await recordInForce(db, versionId)
    const { facts } = shownRecord(record, { kind: licence, words: licenceWords })
    shown.set(versionId, new Set(facts.map(fact => fact.id)))
  }
  return rows.filter(
    ({ item, versionId, licence }) =>
      licence === 'full' || (versionId !== null && shown.get(versionId)?.has(item)),
  )
}

function textOf(argument: FactArgument | undefined): string {
  if (argument === undefined) return ''
  if (typeof argument === 'string') return argument
  return 'name' in argument ? argument.name : argument.text
}

function dateOf(argument: FactArgument | undefined): string | null {
  const is = typeof argument === 'object' && 'is' in argument ? argument.is : null
  return typeof is === 'string' && birthOf(is) !== null ? is.slice(0, 10) : null
}

function ageOf(argument: FactArgument | undefined): ToldAge['age'] | null {
  const is = typeof argument === 'object' && 'is' in argument ? argument.is : null
  if (typeof is === 'number') return is
  const range = is as { min?: unknown; max?: unknown } | null
  return typeof range?.min === 'number' && typeof range.max === 'number'
    ? { min: range.min, max: range.max }
    : null
}
