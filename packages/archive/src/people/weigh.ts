import type { Profile, ProfileRole } from './profile.js'

/** One thing that speaks for (more than 1) or against two being one, and how many times likelier it makes that. */
export interface Evidence {
  readonly says: string
  readonly times: number
}

export interface Weighed {
  /** How many times likelier all the evidence together makes it that they are one. */
  readonly times: number
  readonly evidence: readonly Evidence[]
  /** Does anything but the name speak for it? */
  readonly context: boolean
  /** Why they cannot be one; null where they may. */
  readonly apart: string | null
}

/** Years by which two births may miss each other and still be told of one person: papers get ages wrong by one or two. */
const SLIP = 2
/** Years that are nothing: a birthday, the day of the interview. */
const SLACK = 0.1
const SOON = 31
const LONG = 15 * 365

/**
 * What two profiles of the same full name say about being one. The weights are likelihood ratios in the sense of Fellegi
 * and Sunter (1969), set by hand and checked on the generated archive (bench/src/people.ts): how much more often such a
 * pair is seen among mentions of one person than among those of two with the same name. Symmetrical.
 */
export function weigh(a: Profile, b: Profile): Weighed {
  const apart = whyApart(a, b)
  const role = roles(a, b)
  // one paper in one week names two people as easily as one: that is nothing against two roles
  const unlike = role !== null && role.times < 1
  const outlet = a.outlets.some(one => b.outlets.includes(one))
  const evidence = [
    namesIn(a, b),
    ages(a, b),
    role,
    ties(a, b),
    company(a, b),
    outlet && !unlike ? { says: 'in the same outlet', times: 2 } : null,
    unlike ? null : dates(a, b),
  ].filter(one => one !== null)
  return {
    times: evidence.reduce((product, { times }) => product * times, 1),
    evidence,
    context: evidence.some(({ times }) => times > 1),
    apart,
  }
}

/** What cannot be true of one person. */
function whyApart(a: Profile, b: Profile): string | null {
  if (a.gender && b.gender && a.gender !== b.gender)
    return `${a.gender} in one, ${b.gender} in the other`
  const gap = yearsApart(a.born, b.born)
  if (gap > SLIP) return `born ${sayBorn(a.born!)} by one, ${sayBorn(b.born!)} by the other`
  if (a.suffix && b.suffix && a.suffix !== b.suffix)
    return `${a.suffix} in one, ${b.suffix} in the other`
  if (
    a.middles.length > 0 &&
    b.middles.length > 0 &&
    !a.middles.some(one => b.middles.some(other => sameMiddle(one, other)))
  )
    return `middle names ${a.middles[0]} and ${b.middles[0]}`
  return null
}

/** Years between two stretches of birth; 0 where they meet or one is not known. */
export function yearsApart(a: Profile['born'], b: Profile['born']): number {
  if (!a || !b) return 0
  return Math.max(0, a[0] - b[1] - SLACK, b[0] - a[1] - SLACK)
}

export const sayBorn = ([from, to]: readonly [number, number]): string => {
  const [first, last] = [Math.floor(from), Math.floor(to - 1e-9)]
  return first >= last ? `in ${last}` : `in ${first} or ${last}`
}

function namesIn(a: Profile, b: Profile): Evidence | null {
  if (a.middles.length > 0 && b.middles.length > 0)
    return { says: 'the same middle name or initial', times: 10 }
  // a father and a son
  if ((a.suffix === null) !== (b.suffix === null))
    return { says: `${a.suffix ?? b.suffix} in one alone`, times: 0.2 }
  return null
}

function ages(a: Profile, b: Profile): Evidence | null {
  if (!a.born || !b.born) return null
  if (yearsApart(a.born, b.born) > 0)
    return { says: 'their ages miss each other by a year or two', times: 0.02 }
  const years = Math.max(a.born[1] - a.born[0], b.born[1] - b.born[0])
  if (years > 5) return { says: 'their ages can both be true', times: 2 }
  return { says: `both born ${sayBorn(a.born)}, by their ages`, times: years > 1.1 ? 10 : 15 }
}

/** What `weigh` says without words of stories, titles and bodies: for those who may not read the stories. */
export const withoutWords = (says: string): string =>
  says
    .replace(/^((?:against it: )?)both (?!born ).*/su, '$1roles or bodies that agree')
    .replace(/(?<=^|: )different roles: .*/su, 'different roles')
    .replace(/(?<=^|: )middle names .* and .*/su, 'different middle names')

function roles(a: Profile, b: Profile): Evidence | null {
  if (a.roles.length === 0 || b.roles.length === 0) return null
  const same = a.roles.flatMap(one => b.roles.flatMap(other => sameRole(one, other) ?? []))
  if (same.length > 0) return same.reduce((best, one) => (one.times > best.times ? one : best))
  // an authority file's words for what somebody does are not a paper's
  if (a.mentions === 0 || b.mentions === 0) return null
  return {
    says: `different roles: ${sayRole(a.roles.at(-1)!)}; ${sayRole(b.roles.at(-1)!)}`,
    times: 0.2,
  }
}

function sameRole(a: ProfileRole, b: ProfileRole): Evidence | null {
  const title = a.title !== '' && a.title === b.title
  const organisation = a.organisation !== null && a.organisation === b.organisation
  if (title && organisation) return { says: `both ${sayRole(a)}`, times: 300 }
  if (organisation) return { says: `both of ${a.organisation}`, times: 40 }
  if (a.title === '' || b.title === '') return null
  // two bodies: two posts of the same kind
  if (a.organisation !== null && b.organisation !== null) return null
  if (title) return { says: `both ${a.title}`, times: a.title.includes(' ') ? 20 : 10 }
  const [short, long] = a.title.length < b.title.length ? [a.title, b.title] : [b.title, a.title]
  return ` ${long} `.includes(` ${short} `) ? { says: `both ${short}`, times: 5 } : null
}

export const sayRole = ({ title, organisation }: ProfileRole): string =>
  title && organisation ? `${title}, ${organisation}` : title || `of ${organisation}`

const TIE_TIMES: Readonly<Record<string, number>> = {
  family: 300,
  married: 300,
  created: 100,
  founded: 100,
  'located-in': 5,
}

function ties(a: Profile, b: Profile): Evidence | null {
  const both = a.ties.filter(tie => b.ties.includes(tie))
  const kinds = [...new Set(both.map(tie => tie.split(' ')[0]!))]
  const best = kinds.toSorted((x, y) => (TIE_TIMES[y] ?? 20) - (TIE_TIMES[x] ?? 20))[0]
  return best === undefined
    ? null
    : { says: `the same tie (${kinds.join(', ')})`, times: TIE_TIMES[best] ?? 20 }
}

/** Who is named beside them. Among many companions some are shared by chance. */
function company(a: Profile, b: Profile): Evidence | null {
  const both = a.others.filter(other => b.others.includes(other)).length
  if (both === 0) return null
  const each = Math.max(a.mentions, b.mentions) <= 3 ? 4 : 1.5
  return {
    says: `${both} other ${both === 1 ? 'person' : 'people'} named with both`,
    times: Math.min(64, each ** both),
  }
}

function dates(a: Profile, b: Profile): Evidence | null {
  const days = daysBetween(a.days, b.days)
  if (days <= SOON) return { says: 'within a month', times: 2 }
  if (days <= 730) return { says: 'within two years', times: 1.2 }
  if (days > LONG && days < Number.POSITIVE_INFINITY)
    return { says: `${Math.round(days / 365)} years apart`, times: 0.5 }
  return null
}

/** Days between two stretches of days; 0 where they meet, endless where one is not known. */
function daysBetween(a: Profile['days'], b: Profile['days']): number {
  if (!a || !b) return Number.POSITIVE_INFINITY
  return Math.max(0, a[0] - b[1], b[0] - a[1])
}

/** "m" and "maria" may be one; "m" and "j" not. */
function sameMiddle(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short === long || (short.length === 1 && long.startsWith(short))
}
