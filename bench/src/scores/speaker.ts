import type { Span } from '@onrecord/engine'
import { isPerson, type NameOwners, nameOwners, type Person, plainName } from './names.js'

/** Someone of a story, with where it mentions them (as far as the corpus marks that). */
export interface Speaker extends Person {
  readonly mentions: readonly Span[]
}

/** A gold quote: whose it is (empty: the story names nobody), and the groups that it is counted in. */
export interface SpeakerQuote {
  readonly content: readonly Span[]
  readonly speakers: readonly Speaker[]
  readonly groups: readonly string[]
}

export interface SpeakerStory {
  readonly id: string
  readonly text: string
  readonly entities: readonly Speaker[]
  readonly quotes: readonly SpeakerQuote[]
}

/** A quote as read: names of its speakers, and where the text gives those names. */
export interface SpokenQuote {
  readonly content: readonly Span[]
  /** One name that stands for several ("A and B", "A; B") is split where there are several to find. */
  readonly names: readonly string[]
  readonly mentions: readonly Span[]
}

/** Counts of gold quotes that have a speaker. */
export interface SpeakerCounts {
  n: number
  /** A quote was read over at least half of its characters, or lies to half within it. */
  covered: number
  /** … and has a speaker. */
  answered: number
  /** … who is called by the canonical name. */
  full: number
  /** … who is the right one, by any form that is no other's; of several speakers, all. */
  entity: number
  /** … at least one of several. */
  any: number
  /** … none of them right. */
  wrong: number
}

export interface SpeakerScore<Q extends SpokenQuote = SpokenQuote> {
  /** By group; `ALL` holds every quote. */
  readonly groups: ReadonlyMap<string, SpeakerCounts>
  /** Gold quotes of nobody that were given a speaker. */
  readonly nobodyAnswered: number
  /** The quotes that answered for a gold quote with a speaker, by giving one, and whether it is the right entity. */
  readonly answers: readonly { readonly quote: Q; readonly right: boolean }[]
}

/** The counts of `score_speaker.py`. `read` gives the quotes of a story. */
export function scoreSpeakers<Q extends SpokenQuote>(
  stories: readonly SpeakerStory[],
  read: (story: SpeakerStory) => readonly Q[],
): SpeakerScore<Q> {
  const groups = new Map<string, SpeakerCounts>()
  const answers: { quote: Q; right: boolean }[] = []
  let nobodyAnswered = 0
  for (const story of stories) {
    const given = read(story).map(quote => ({ quote, points: pointsIn(story.text, quote.content) }))
    const owners = ownersIn(story)
    for (const wanted of story.quotes) {
      const answer = answerFor(pointsIn(story.text, wanted.content), given)
      if (wanted.speakers.length === 0) {
        if (answer && answer.names.length > 0) nobodyAnswered++
        continue
      }
      const judged = judge(wanted, answer, owners)
      if (answer && judged.answered) answers.push({ quote: answer, right: judged.entity === 1 })
      for (const group of ['ALL', ...wanted.groups]) {
        groups.set(group, addCounts(groups.get(group) ?? noCounts(), judged))
      }
    }
  }
  return { groups, nobodyAnswered, answers }
}

export const noCounts = (): SpeakerCounts => ({
  n: 0,
  covered: 0,
  answered: 0,
  full: 0,
  entity: 0,
  any: 0,
  wrong: 0,
})

export const addCounts = (a: SpeakerCounts, b: SpeakerCounts): SpeakerCounts => ({
  n: a.n + b.n,
  covered: a.covered + b.covered,
  answered: a.answered + b.answered,
  full: a.full + b.full,
  entity: a.entity + b.entity,
  any: a.any + b.any,
  wrong: a.wrong + b.wrong,
})

/** The quote read with the most in common with the gold one; of equals the shorter, then the first. */
function answerFor<Q extends SpokenQuote>(
  wanted: ReadonlySet<number>,
  given: readonly { quote: Q; points: ReadonlySet<number> }[],
): Q | undefined {
  let best: { quote: Q; shared: number; size: number } | undefined
  for (const { quote, points } of given) {
    let shared = 0
    for (const point of points) if (wanted.has(point)) shared++
    if (shared === 0 || (shared < 0.5 * wanted.size && shared < 0.5 * points.size)) continue
    const better =
      !best || shared > best.shared || (shared === best.shared && points.size < best.size)
    if (better) best = { quote, shared, size: points.size }
  }
  return best?.quote
}

function judge(
  { speakers }: SpeakerQuote,
  answer: SpokenQuote | undefined,
  owners: NameOwners,
): SpeakerCounts {
  const counts = { ...noCounts(), n: 1 }
  if (!answer) return counts
  counts.covered = 1
  const { mentions } = answer
  const names = speakers.length > 1 ? splitJoint(answer.names) : answer.names
  if (names.length === 0 && mentions.length === 0) return counts
  counts.answered = 1
  const full = speakers.map(({ name }) => names.some(given => plainName(given) === plainName(name)))
  const right = speakers.map(
    speaker =>
      names.some(given => isPerson(given, speaker, owners)) ||
      speaker.mentions.some(gold =>
        mentions.some(({ start, end }) => start < gold.end && gold.start < end),
      ),
  )
  counts.full = Number(full.every(Boolean))
  counts.entity = Number(right.every(Boolean))
  counts.any = Number(right.some(Boolean))
  counts.wrong = Number(!right.some(Boolean))
  return counts
}

const splitJoint = (names: readonly string[]): readonly string[] =>
  names.length === 1
    ? names[0]!.split(/\s+and\s+|;|,\s+(?=[A-Z])/u).map(name => name.trim())
    : names

/** Whose the forms of names in this story are: the entities', and those of quotes with one speaker. */
function ownersIn({ entities, quotes }: SpeakerStory): NameOwners {
  const withName = entities.map(({ name, aliases }) => ({ name, aliases: [name, ...aliases] }))
  const alone = quotes.flatMap(({ speakers }) => (speakers.length === 1 ? speakers : []))
  return nameOwners([...withName, ...alone])
}

/** The code points within the spans, each by its first code unit, so that a sign of two counts once. */
function pointsIn(text: string, spans: readonly Span[]): ReadonlySet<number> {
  const points = new Set<number>()
  for (const { start, end } of spans) {
    for (let at = start; at < end; at++) if (!isLowSurrogate(text.charCodeAt(at))) points.add(at)
  }
  return points
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff
