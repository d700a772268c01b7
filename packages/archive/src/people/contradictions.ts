import { nameKey } from '../text/words.js'
import { birthOf } from './profile.js'
import type { PersonCitation, ToldOf } from './told.js'
import { sayBorn, yearsApart } from './weigh.js'

export interface Side {
  readonly says: string
  /** In how many places. */
  readonly times: number
  readonly citations: readonly PersonCitation[]
}

/** Things that cannot both be true of one person. */
export interface Contradiction {
  readonly kind: 'born' | 'died' | 'gender' | 'relation'
  readonly message: string
  readonly sides: readonly Side[]
}

const CITED = 5
/** What a relation says of whose it is; two of one kind may both be true of the same two people. */
const KIN: ReadonlySet<string> = new Set(
  'wife husband son daughter brother sister mother father uncle aunt cousin nephew niece grandfather grandmother'.split(
    ' ',
  ),
)

/** What does not add up in what is told of somebody; stories and claims alike, each citation saying which it is. */
export function contradictionsIn(
  told: ToldOf,
  genders: readonly { readonly gender: string; readonly citation: PersonCitation }[],
): Contradiction[] {
  const births = [
    ...told.ages.flatMap(({ age, born, citation }) =>
      born ? [{ stretch: born, says: sayAge(age, citation), citation }] : [],
    ),
    ...told.births.map(({ date, born, citation }) => ({
      stretch: born,
      says: `born ${date}`,
      citation,
    })),
  ]
  const deaths = told.deaths.map(({ date, citation }) => ({
    stretch: birthOf(date)!,
    says: `died ${date}`,
    citation,
  }))
  return [
    ...stretches('born', births),
    ...stretches('died', deaths),
    ...unlike(
      'gender',
      'Told of as a woman and as a man',
      genders.map(({ gender, citation }) => ({ says: gender, citation })),
    ),
    ...relations(told),
  ]
}

const sayAge = (age: ToldOf['ages'][number]['age'], { published }: PersonCitation) =>
  `${typeof age === 'number' ? age : `${age.min} to ${age.max}`} on ${published?.slice(0, 10)}`

interface Dated {
  readonly stretch: readonly [number, number]
  readonly says: string
  readonly citation: PersonCitation
}

/** Those that most agree with against those that cannot be true with them. */
function stretches(kind: 'born' | 'died', all: readonly Dated[]): Contradiction[] {
  const agrees = (one: Dated) => all.filter(other => yearsApart(one.stretch, other.stretch) === 0)
  const most = all.reduce<Dated | undefined>(
    (best, one) => (!best || agrees(one).length > agrees(best).length ? one : best),
    undefined,
  )
  if (!most) return []
  const against = all.filter(one => yearsApart(one.stretch, most.stretch) > 0)
  if (against.length === 0) return []
  const others = new Map<string, Dated[]>()
  for (const one of against) {
    const when = sayBorn(one.stretch)
    others.set(when, [...(others.get(when) ?? []), one])
  }
  const sides = [
    sideOf(agrees(most), sayBorn(most.stretch)),
    ...[...others].map(([when, some]) => sideOf(some, when)),
  ]
  const message = `${kind === 'born' ? 'Born' : 'Died'} ${sides.map(side => side.says).join(', but ')}`
  return [{ kind, message, sides }]
}

function sideOf(some: readonly Dated[], when: string): Side {
  return {
    says: `${when} (${some[0]!.says})`,
    times: some.length,
    citations: some.slice(0, CITED).map(one => one.citation),
  }
}

function unlike(
  kind: Contradiction['kind'],
  message: string,
  all: readonly { readonly says: string; readonly citation: PersonCitation }[],
): Contradiction[] {
  const sides = new Map<string, PersonCitation[]>()
  for (const { says, citation } of all) sides.set(says, [...(sides.get(says) ?? []), citation])
  if (sides.size < 2) return []
  return [
    {
      kind,
      message,
      sides: [...sides].map(([says, citations]) => ({
        says,
        times: citations.length,
        citations: citations.slice(0, CITED),
      })),
    },
  ]
}

/** Two relations to one person, as "wife" and "cousin". */
function relations({ ties }: ToldOf): Contradiction[] {
  const by = new Map<string, { says: string; citation: PersonCitation }[]>()
  for (const { type, relation, direction, other, citations } of ties) {
    if (type !== 'family' || relation === null) continue
    const word = nameKey(relation).split(' ').at(-1)!
    if (!KIN.has(word)) continue
    const key = `${direction} ${other.key ?? nameKey(other.name)}`
    const some = citations.map(citation => ({
      says: direction === 'of' ? `${word} of ${other.name}` : `${other.name} is their ${word}`,
      citation,
    }))
    by.set(key, [...(by.get(key) ?? []), ...some])
  }
  return [...by.values()].flatMap(all => unlike('relation', 'Two relations to one person', all))
}
