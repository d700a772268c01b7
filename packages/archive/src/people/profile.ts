import type { FactArgument } from '../stories/rows.js'
import { nameKey } from '../text/words.js'
import { fullName } from './name.js'

/** What is told of someone, summed up so that two can be compared at a glance. Plain JSON. */
export interface Profile {
  /** Mentions that it sums up, one a story. */
  readonly mentions: number
  /** Days of publication, the first and the last, since 1970. */
  readonly days: readonly [number, number] | null
  /** When they were born, in years with fractions: not before, and before. */
  readonly born: readonly [number, number] | null
  readonly gender: string | null
  readonly middles: readonly string[]
  readonly suffix: string | null
  readonly roles: readonly ProfileRole[]
  /** Ties to others: the kind and a hash of the name, as "family 1x3k9p". */
  readonly ties: readonly string[]
  /** Hashes of the full names of others in the same stories, the latest last. */
  readonly others: readonly string[]
  /** Ids of outlets. */
  readonly outlets: readonly number[]
}

export interface ProfileRole {
  /** Folded words; '' where only the organisation is told. */
  readonly title: string
  readonly organisation: string | null
  readonly days: readonly [number, number] | null
}

/** What of a story is needed to tell of whom it speaks. Ids are its entities', of whatever kind. */
export interface StoryTells<Id> {
  readonly sourceId: number
  readonly published: string | null
  readonly entities: readonly TellsEntity<Id>[]
  readonly facts: readonly TellsFact<Id>[]
}

export interface TellsEntity<Id> {
  readonly id: Id
  readonly type: string
  readonly name: string
  readonly gender: string | null
  readonly block: string | null
}

export interface TellsFact<Id> {
  readonly type: string
  readonly subject: Id | null
  readonly object: Id | null
  readonly args: Readonly<Record<string, FactArgument>>
  /** Does somebody in the story claim it? Then it is not the story's word, and nobody is joined by it. */
  readonly claimed: boolean
}

const MOST = { roles: 12, ties: 24, others: 32, outlets: 8, middles: 4 }
const DAY = 86_400_000
const YEAR = 365.2425
/** Kinds of facts that tie their two ends. */
const TIES: ReadonlySet<string> = new Set([
  'role',
  'member-of',
  'family',
  'founded',
  'acquired',
  'created',
  'located-in',
  'married',
])

export const NOBODY: Profile = {
  mentions: 0,
  days: null,
  born: null,
  gender: null,
  middles: [],
  suffix: null,
  roles: [],
  ties: [],
  others: [],
  outlets: [],
}

/** Profiles of a story's entities that have a full name: of all, or of those that are wanted. */
export function profilesOf<Id>(story: StoryTells<Id>, wanted?: ReadonlySet<Id>): Map<Id, Profile> {
  const day = dayOf(story.published)
  const days = day === null ? null : ([day, day] as const)
  const whole = story.entities.filter(entity => entity.block !== null)
  const names = new Map(story.entities.map(entity => [entity.id, entity.name]))
  const asked = wanted ? whole.filter(entity => wanted.has(entity.id)) : whole
  return new Map(
    asked.map(entity => {
      const name = fullName(entity.type, entity.name)
      const own = story.facts.filter(
        fact => !fact.claimed && (fact.subject === entity.id || fact.object === entity.id),
      )
      const about = own.filter(fact => fact.subject === entity.id)
      const ties = own.flatMap(({ type, subject, object }) => {
        const other = subject === entity.id ? object : subject
        const named = other !== null && TIES.has(type) && names.get(other)
        // a person's role counts as a role; for its organisation it is somebody that it has
        const kind = type !== 'role' ? type : subject === entity.id ? null : 'staff'
        return named && kind ? [`${kind} ${hash(nameKey(named))}`] : []
      })
      const profile: Profile = {
        mentions: 1,
        days,
        born: about.reduce<Profile['born']>((born, fact) => born ?? bornOf(fact, day), null),
        gender: entity.gender,
        middles: name?.middle ? [name.middle] : [],
        suffix: name?.suffix || null,
        roles: about.flatMap(fact => roleOf(fact, days)).slice(0, MOST.roles),
        ties: last(ties, MOST.ties),
        others: last(
          whole.flatMap(other =>
            other.block === entity.block || !other.block!.startsWith('p')
              ? []
              : [hash(other.block!)],
          ),
          MOST.others,
        ),
        outlets: story.sourceId > 0 ? [story.sourceId] : [],
      }
      return [entity.id, profile]
    }),
  )
}

/** Two profiles as one; what is told of `a` stands where both cannot be true. */
export function sumOf(a: Profile, b: Profile): Profile {
  if (a.mentions === 0 && b.mentions > 0 && a === NOBODY) return b
  return {
    mentions: a.mentions + b.mentions,
    days: spanOf(a.days, b.days),
    born: bothBorn(a.born, b.born),
    gender: a.gender ?? b.gender,
    middles: last([...a.middles, ...b.middles], MOST.middles),
    suffix: a.suffix ?? b.suffix,
    roles: rolesOf([...a.roles, ...b.roles]),
    ties: last([...a.ties, ...b.ties], MOST.ties),
    others: last([...a.others, ...b.others], MOST.others),
    outlets: last([...a.outlets, ...b.outlets], MOST.outlets),
  }
}

/** Is more told than that the name was in a paper? */
export const tellsMore = ({ born, roles, ties, middles, suffix }: Profile): boolean =>
  born !== null || roles.length > 0 || ties.length > 0 || middles.length > 0 || suffix !== null

/** Days since 1970 of an ISO date; null where it tells no day. */
export function dayOf(iso: string | null): number | null {
  const time = iso ? Date.parse(iso.slice(0, 10)) : Number.NaN
  return Number.isNaN(time) ? null : Math.floor(time / DAY)
}

/** Years with fractions of a day since 1970. */
export const yearOf = (day: number): number => 1970 + day / YEAR

/** When somebody was born who was so old (in whole years) on a day: not before, and before. */
export const bornFrom = (
  age: { min: number; max: number },
  day: number,
): readonly [number, number] => [yearOf(day) - age.max - 1, yearOf(day) - age.min]

/** When a fact says that its subject was born; null where it does not. */
export function bornOf(
  { type, args }: { type: string; args: Readonly<Record<string, FactArgument>> },
  day: number | null,
): readonly [number, number] | null {
  if (type === 'age' && day !== null) {
    const age = rangeOf(args.value)
    return age && bornFrom(age, day)
  }
  if (type !== 'born') return null
  const time = args.time ?? args.value
  const is = typeof time === 'object' && 'is' in time ? time.is : undefined
  return typeof is === 'string' ? birthOf(is) : null
}

/** A birth date of any precision ("1961", "1961-04", "1961-04-02") as a stretch of years. */
export function birthOf(iso: string): readonly [number, number] | null {
  const [, year, month, date] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso) ?? []
  if (year === undefined) return null
  const from = Number(year)
  if (month === undefined) return [from, from + 1]
  const start = from + (Number(month) - 1) / 12
  if (date === undefined) return [start, start + 1 / 12]
  const at = start + (Number(date) - 1) / YEAR
  return [at, at + 1 / YEAR]
}

function rangeOf(value: FactArgument | undefined): { min: number; max: number } | null {
  const is = typeof value === 'object' && 'is' in value ? value.is : undefined
  if (typeof is === 'number') return { min: Math.floor(is), max: Math.floor(is) }
  if (is && typeof is === 'object' && 'min' in is && 'max' in is) {
    const { min, max } = is as { min: unknown; max: unknown }
    if (typeof min === 'number' && typeof max === 'number') return { min, max }
  }
  return null
}

function roleOf({ type, args }: TellsFact<unknown>, days: Profile['days']): ProfileRole[] {
  if (type !== 'role' && type !== 'member-of' && type !== 'founded') return []
  const of = args.organisation ?? (type === 'role' ? undefined : args.object)
  const organisation = typeof of === 'object' && 'name' in of ? nameKey(of.name) : null
  const title = typeof args.title === 'string' ? nameKey(args.title) : ''
  return title || organisation ? [{ title, organisation, days }] : []
}

function rolesOf(roles: readonly ProfileRole[]): ProfileRole[] {
  const by = new Map<string, ProfileRole>()
  for (const role of roles) {
    const key = `${role.title}|${role.organisation ?? ''}`
    const known = by.get(key)
    // the latest stay where there are more than are kept
    by.delete(key)
    by.set(key, known ? { ...role, days: spanOf(known.days, role.days) } : role)
  }
  return [...by.values()].slice(-MOST.roles)
}

const spanOf = (a: Profile['days'], b: Profile['days']): Profile['days'] =>
  a && b ? [Math.min(a[0], b[0]), Math.max(a[1], b[1])] : (a ?? b)

/** What both leave open; the first where they leave nothing. */
function bothBorn(a: Profile['born'], b: Profile['born']): Profile['born'] {
  if (!a || !b) return a ?? b
  const both = [Math.max(a[0], b[0]), Math.min(a[1], b[1])] as const
  return both[0] < both[1] ? both : a
}

const last = <T>(all: readonly T[], most: number): T[] =>
  [...new Set(all.toReversed())].slice(0, most).reverse()

/** Hashes that stand for somebody's names in profiles of others, and a profile without them. */
export function withoutNames({
  full,
  keys,
}: {
  full: readonly { readonly block: string }[]
  keys: readonly string[]
}): { hashes: readonly string[]; without: (profile: Profile) => Profile } {
  const others = new Set(full.map(({ block }) => hash(block)))
  const ties = new Set(keys.map(hash))
  return {
    hashes: [...new Set([...others, ...ties])],
    without: profile => ({
      ...profile,
      ties: profile.ties.filter(tie => !ties.has(tie.split(' ')[1]!)),
      others: profile.others.filter(other => !others.has(other)),
    }),
  }
}

/** 32 bits, in base 36: names of others are compared, not kept. */
function hash(words: string): string {
  let value = 0x811c9dc5
  for (let k = 0; k < words.length; k++) value = Math.imul(value ^ words.charCodeAt(k), 0x01000193)
  return (value >>> 0).toString(36)
}
