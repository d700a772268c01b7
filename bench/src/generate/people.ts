import { RELATIONS, ROLES } from './data/roles.js'
import { bodyName, firstName, lastName } from './names.js'
import { below, pick, rngOf } from './random.js'

export const DESKS = ROLES.length

/** Days since 1 January 1970. */
export type Day = number

export interface Role {
  /** As the text has it, without what is "of" or "at". */
  readonly title: string
  /** "of", "at" and the body, where the role is in one. */
  readonly link?: string
  /** Which body. */
  readonly body?: number
}

export interface Person {
  readonly first: string
  readonly last: string
  readonly gender: 'female' | 'male'
  readonly born: Day
  /** What they are, and from `since` on what they are then; most never change. */
  readonly roles: readonly { readonly since: Day; readonly role: Role }[]
  readonly relative: {
    readonly name: string
    readonly relation: string
    readonly gender: 'female' | 'male'
    readonly born: Day
  }
}

export interface Body {
  readonly name: string
  readonly article: boolean
}

/** Everyone and every body that may speak: each a pure function of the seed and a number, kept once made. */
export interface Population {
  readonly people: number
  readonly bodies: number
  person(k: number): Person
  body(k: number): Body
}

const YEAR = 365.25

/**
 * A population of so many. Person k is of desk k modulo DESKS. Names are drawn from common and rare ones, so different people
 * share a surname often and a whole name now and then.
 */
export function population(
  seed: number,
  { people, bodies, from, days }: { people: number; bodies: number; from: Day; days: number },
): Population {
  const makePerson = (k: number): Person => {
    const rng = rngOf(seed, 10, k)
    const last = lastName(rng)
    const titles = ROLES[k % DESKS]!
    const role = (): Role => {
      const [, title, link] = /^(.*?)(?: (of|at))?$/.exec(pick(rng, titles))!
      return link === undefined
        ? { title: title! }
        : { title: title!, link, body: below(rng, bodies) }
    }
    const born = Math.round(from - (20 + 40 * rng()) * YEAR)
    const relation = pick(rng, RELATIONS)
    const [least, most] = relation.years
    return {
      first: firstName(rng),
      last,
      gender: rng() < 0.55 ? 'male' : 'female',
      born,
      roles: [
        { since: Number.NEGATIVE_INFINITY, role: role() },
        ...(rng() < 0.2 ? [{ since: from + below(rng, days), role: role() }] : []),
      ],
      relative: {
        name: `${firstName(rng)} ${rng() < 0.8 ? last : lastName(rng)}`,
        relation: relation.word,
        gender: relation.gender,
        born: Math.round(born - (least + (most - least) * rng()) * YEAR),
      },
    }
  }
  return {
    people,
    bodies,
    person: kept(makePerson),
    body: kept(k => bodyName(rngOf(seed, 11, k))),
  }
}

/** What someone is on a day. */
export function roleOn({ roles }: Person, day: Day): Role {
  return roles.findLast(({ since }) => since <= day)!.role
}

/** Whole years from one day to another, by the calendar. */
export function yearsBetween(born: Day, day: Day): number {
  const a = new Date(born * 86_400_000)
  const b = new Date(day * 86_400_000)
  const before =
    b.getUTCMonth() < a.getUTCMonth() ||
    (b.getUTCMonth() === a.getUTCMonth() && b.getUTCDate() < a.getUTCDate())
  return b.getUTCFullYear() - a.getUTCFullYear() - (before ? 1 : 0)
}

function kept<T>(make: (k: number) => T): (k: number) => T {
  const made = new Map<number, T>()
  return k => {
    let one = made.get(k)
    if (one === undefined) {
      one = make(k)
      made.set(k, one)
    }
    return one
  }
}
