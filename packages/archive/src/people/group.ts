import { CANDIDATE, decide, JOIN, oddsOf, sayEvidence } from './decide.js'
import { NOBODY, type Profile, sumOf, tellsMore } from './profile.js'
import { weigh } from './weigh.js'

/** A mention in a story of somebody with the block's name. */
export interface Mention {
  readonly id: number
  readonly storyId: number
  /** What mentions are sorted by: never where the archive happens to keep them. */
  readonly order: string
  readonly profile: Profile
  /** The person that an editor gave it to; null where none did. */
  readonly pinned: number | null
  /** The person it is now. */
  readonly person: number | null
  /** Stories with the same words. */
  readonly copies: ReadonlySet<number>
}

/** What the archive knows of a person beside the block's mentions: other names' mentions, authority files. */
export interface Seed {
  readonly person: number
  readonly profile: Profile
}

export interface Group {
  readonly mentions: readonly Mention[]
  readonly profile: Profile
  /** The person that editors or authority files make it; null where it is the machine's alone. */
  readonly pinned: number | null
  readonly score: number | null
  readonly says: readonly string[]
}

export interface Grouping {
  readonly groups: readonly Group[]
  readonly candidates: readonly {
    readonly a: number
    readonly b: number
    readonly score: number
    readonly says: readonly string[]
  }[]
}

interface Growing {
  mentions: Mention[]
  stories: Set<number>
  profile: Profile
  pinned: number | null
  score: number | null
  says: readonly string[]
}

/** Groups are compared each with each up to so many. */
const CORE = 120
const CANDIDATES_EACH = 3
/** Less likely than this, and two groups are two people for certain or nearly. */
const UNLIKE = 0.1

/**
 * Who is who among mentions of one name: a function of the set, whatever order they came in. In the order of dates each
 * is given to whom it belongs, if that is clear, else begins a group; then the likeliest groups are joined. Where two of them
 * are two people, those mentions of which no more than the name is told are taken out again and asked about once more,
 * since they may be either's. Two mentions of one story are two people, since its reader saw two. What editors decided
 * stays.
 */
export function groupMentions(
  mentions: readonly Mention[],
  seeds: readonly Seed[],
  namesakes: number,
): Grouping {
  const sorted = mentions.toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
  const groups = fixedGroups(sorted, seeds)
  for (const mention of sorted) {
    if (mention.pinned !== null || keep(mention, groups)) continue
    if (!attach(mention, groups, namesakes)) groups.push(only(mention))
  }
  const merged = merge(groups, namesakes)
  const all = areSeveral(merged) ? partAgain(merged, namesakes) : merged
  return { groups: all, candidates: candidatesOf(all, namesakes) }
}

/** What editors and authority files have made. */
function fixedGroups(mentions: readonly Mention[], seeds: readonly Seed[]): Growing[] {
  const fixed = new Map<number, Growing>()
  const of = (person: number): Growing => {
    const group = fixed.get(person) ?? { ...empty(), pinned: person }
    fixed.set(person, group)
    return group
  }
  for (const { person, profile } of seeds) {
    const group = of(person)
    group.profile = sumOf(group.profile, profile)
  }
  for (const mention of mentions) if (mention.pinned !== null) take(of(mention.pinned), mention)
  return [...fixed.values()]
}

/** Leaves a mention with a person that is known by more than this name, if that may be. */
function keep(mention: Mention, groups: readonly Growing[]): boolean {
  const own = groups.find(({ pinned }) => pinned !== null && pinned === mention.person)
  if (!own || own.stories.has(mention.storyId)) return false
  if (weigh(own.profile, mention.profile).apart !== null) return false
  take(own, mention)
  return true
}

/** Is the name certainly more than one's? */
function areSeveral(groups: readonly Growing[]): boolean {
  const told = groups.filter(group => tellsMore(group.profile)).slice(0, CORE)
  return told.some((a, k) =>
    told.slice(k + 1).some(b => {
      const { apart, times } = weigh(a.profile, b.profile)
      return apart !== null || times < UNLIKE
    }),
  )
}

/** The groups without those who may be anybody's, these given to whom they belong where that is clear. */
function partAgain(groups: readonly Growing[], namesakes: number): Growing[] {
  const isBare = ({ pinned, profile }: Mention) => pinned === null && !tellsMore(profile)
  const sure = groups.flatMap(group => {
    if (!group.mentions.some(isBare)) return [group]
    const told = group.mentions.filter(mention => !isBare(mention))
    if (told.length === 0 && group.pinned === null) return []
    const { pinned, score, says } = group
    const own = group.profile.mentions - group.mentions.length
    // what a seed told is not in the mentions
    return [
      told.reduce(take, {
        ...empty(),
        pinned,
        score,
        says,
        profile: own > 0 ? group.profile : NOBODY,
      }),
    ]
  })
  // each is asked about the groups as they stand before any of them is added
  const before = sure.map(group => ({ ...group, group }))
  const left = groups
    .flatMap(group => group.mentions.filter(isBare))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .filter(mention => !attach(mention, before, namesakes))
  // a name that two bear for certain is no rare one
  return [...sure, ...merge(left.map(only), Math.max(1, namesakes))]
}

const empty = (): Growing => ({
  mentions: [],
  stories: new Set(),
  profile: NOBODY,
  pinned: null,
  score: null,
  says: [],
})

const only = (mention: Mention): Growing => take(empty(), mention)

function take(group: Growing, mention: Mention): Growing {
  group.mentions.push(mention)
  group.stories.add(mention.storyId)
  group.profile = sumOf(group.profile, mention.profile)
  return group
}

/** Joins the likeliest two as long as two are likely enough. */
function merge(groups: Growing[], namesakes: number): Growing[] {
  const all = [...groups]
  const pairs: { a: Growing; b: Growing; score: number; says: readonly string[] }[] = []
  const gone = new Set<Growing>()
  const compare = (a: Growing, others: readonly Growing[]) => {
    for (const b of others) {
      const found = a === b ? null : likely(a, b, namesakes)
      if (found && found.score >= JOIN && found.context) pairs.push({ a, b, ...found })
    }
  }
  all.slice(0, CORE).forEach((group, k) => {
    compare(group, all.slice(k + 1, CORE))
  })
  while (pairs.length > 0) {
    let best = 0
    for (let k = 1; k < pairs.length; k++) if (pairs[k]!.score > pairs[best]!.score) best = k
    const { a, b, score, says } = pairs[best]!
    const into = a.pinned !== null || b.pinned === null ? a : b
    const from = into === a ? b : a
    into.mentions.push(...from.mentions)
    for (const story of from.stories) into.stories.add(story)
    into.profile = sumOf(into.profile, from.profile)
    into.score = Math.min(into.score ?? 1, score)
    into.says = says
    gone.add(from)
    const kept = pairs.filter(pair => ![pair.a, pair.b].some(one => one === into || one === from))
    pairs.length = 0
    pairs.push(...kept)
    compare(
      into,
      all.filter(one => !gone.has(one)),
    )
  }
  return all.filter(group => !gone.has(group))
}

function likely(a: Growing, b: Growing, namesakes: number) {
  if (a.pinned !== null && b.pinned !== null) return null
  for (const story of a.stories) if (b.stories.has(story)) return null
  const { apart, times, context, evidence } = weigh(a.profile, b.profile)
  if (apart !== null) return null
  const size = Math.min(a.profile.mentions, b.profile.mentions)
  const odds = oddsOf(times, namesakes, size)
  return { score: odds / (1 + odds), context, says: sayEvidence(evidence, namesakes) }
}

/** Gives a mention to whom it belongs, if that is clear. `groups` may be copies of groups as they were. */
function attach(
  mention: Mention,
  groups: readonly (Growing & { group?: Growing })[],
  namesakes: number,
): boolean {
  const { join } = decide(
    mention.profile,
    groups.filter(group => !group.stories.has(mention.storyId)),
    namesakes,
    { isCopy: ({ mentions }) => mentions.some(other => other.copies.has(mention.storyId)) },
  )
  if (!join) return false
  const group = join.one.group ?? join.one
  take(group, mention)
  group.score = Math.min(group.score ?? 1, join.score)
  group.says = join.says
  return true
}

/** Pairs that an editor should look at, by their places among the groups. */
function candidatesOf(groups: readonly Growing[], namesakes: number): Grouping['candidates'] {
  const found: { a: number; b: number; score: number; says: readonly string[] }[] = []
  const most = groups.slice(0, CORE)
  most.forEach((one, a) => {
    for (let b = a + 1; b < most.length; b++) {
      const pair = likely(one, most[b]!, namesakes)
      if (pair && pair.score >= CANDIDATE)
        found.push({ a, b, score: Math.min(pair.score, JOIN), says: pair.says })
    }
  })
  const has = new Map<number, number>()
  return found
    .sort((x, y) => y.score - x.score)
    .filter(({ a, b }) => {
      const counts = [has.get(a) ?? 0, has.get(b) ?? 0]
      if (counts.some(count => count >= CANDIDATES_EACH)) return false
      has.set(a, counts[0]! + 1)
      has.set(b, counts[1]! + 1)
      return true
    })
}
