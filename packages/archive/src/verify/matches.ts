import { foldedWords } from '../text/words.js'
import { type Attributed, attribute, isAsked, type KnownQuote, type Speaker } from './attribute.js'
import { changesOf, cite } from './cite.js'
import type { Compared } from './compare.js'
import { byDate } from './find-passages.js'
import { maySameName } from './same-name.js'
import type { Attribution, Citation, Match } from './types.js'

interface Asked {
  readonly speaker: string | undefined
  /** There are more places than were compared. */
  readonly more: boolean
  readonly limit: number
}

/** A place found, and whose its words are. */
interface Placed extends Compared {
  readonly attributed: readonly Attributed[]
  readonly attribution: Attribution
  /** The folded words found, to tell which places hold the same. */
  readonly words: string
}

/** Citations of the same words in one match, besides the first. */
const AGAIN = 20

/** What was found as matches: the same words of the same speaker are one, its first appearance first. Hidden quotes are left out. */
export function matchesOf(
  found: readonly Compared[],
  quotes: ReadonlyMap<number, readonly KnownQuote[]>,
  { speaker, more, limit }: Asked,
): Match[] {
  const placed = found.flatMap((one): Placed[] => {
    const attributed = one.pieces.flatMap(piece =>
      attribute(piece, quotes.get(piece.story.id) ?? []),
    )
    if (attributed.some(({ quote }) => quote?.hidden)) return []
    const words = one.pieces.map(({ text }) => foldedWords(text)).join(' ')
    return [{ ...one, attributed, attribution: attributionOf(attributed, speaker), words }]
  })
  const groups: [Placed, ...Placed[]][] = []
  for (const one of placed.sort(firstBefore)) {
    const group = groups.find(([first]) => isSame(first, one))
    if (group) group.push(one)
    else groups.push([one])
  }
  const rankOf = speaker === undefined ? RANKS : RANKS_ASKED
  const rank = ([{ verdict, attribution }]: (typeof groups)[number]) =>
    rankOf.indexOf(`${verdict.kind === 'exact' ? 'exact' : 'altered'} ${attribution}`)
  const alike = (a: (typeof groups)[number], b: (typeof groups)[number]) =>
    b[0].verdict.score - a[0].verdict.score || firstBefore(a[0], b[0])
  return groups
    .sort((a, b) => rank(a) - rank(b) || alike(a, b))
    .slice(0, limit)
    .map((group, k) => toMatch(group, more && k === 0))
}

/** The speaker asked for outranks others, exact words outrank altered ones; words that nobody says come after those said. */
const RANKS_ASKED: readonly string[] = [
  'exact asked',
  'exact unknown',
  'exact other',
  'altered asked',
  'exact nobody',
  'altered unknown',
  'altered other',
  'altered nobody',
]
const RANKS: readonly string[] = [
  'exact named',
  'exact unknown',
  'exact nobody',
  'altered named',
  'altered unknown',
  'altered nobody',
]

function attributionOf(
  attributed: readonly Attributed[],
  speaker: string | undefined,
): Attribution {
  if (attributed.every(one => one.in === 'story')) return 'nobody'
  if (speaker === undefined)
    return attributed.every(({ speakers }) => speakers.length > 0) ? 'named' : 'unknown'
  const isTheirs = ({ speakers }: Attributed) => speakers.some(one => isAsked(one, speaker))
  if (attributed.every(isTheirs)) return 'asked'
  // "the captain" may be whoever is asked for
  const isAnothers = (one: Attributed) =>
    one.speakers.some(({ named, person }) => named || person !== null) && !isTheirs(one)
  return attributed.some(isAnothers) ? 'other' : 'unknown'
}

const isSame = (a: Placed, b: Placed): boolean =>
  a.attribution === b.attribution &&
  a.verdict.kind === b.verdict.kind &&
  a.words === b.words &&
  a.pieces.length === b.pieces.length &&
  (a.attribution === 'asked' || sameSpeakers(speakersOf(a), speakersOf(b)))

const speakersOf = ({ attributed }: Placed) => attributed.flatMap(({ speakers }) => speakers)

const sameSpeakers = (a: readonly Speaker[], b: readonly Speaker[]) =>
  (a.length === 0 && b.length === 0) || a.some(one => b.some(other => isOne(one, other)))

const isOne = (a: Speaker, b: Speaker) =>
  a.person && b.person ? a.person.key === b.person.key : maySameName(a.name, b.name)

const isHearsay = ({ attributed }: Placed) => attributed.some(one => one.quotedBy.length > 0)

/** By date; what is known by somebody else's words alone comes last. */
const firstBefore = (a: Placed, b: Placed): number => {
  const [x, y] = [a.pieces[0]!.story, b.pieces[0]!.story]
  const hearsay = Number(isHearsay(a)) - Number(isHearsay(b))
  return (
    hearsay ||
    byDate(x.published, y.published) ||
    x.id - y.id ||
    a.pieces[0]!.start - b.pieces[0]!.start
  )
}

function toMatch([first, ...others]: readonly [Placed, ...Placed[]], more: boolean): Match {
  const { verdict } = first
  return {
    wording: verdict.kind === 'absent' ? 'altered' : verdict.kind,
    attribution: first.attribution,
    score: verdict.score,
    opposite: verdict.alarms.some(
      ({ kind, how }) => (kind === 'negation' || kind === 'opposite') && TURNED.has(how),
    ),
    differences: verdict.differences,
    ...changesOf(first),
    places: citationsOf(first),
    again: others.slice(0, AGAIN).flatMap(citationsOf),
    more: more || others.length > AGAIN,
  }
}

const TURNED = new Set(['dropped', 'added', 'changed'])

/** A citation for each quote or passage that holds words of the claim. */
function citationsOf({ attributed, stretches }: Placed): Citation[] {
  const places: [Attributed, ...Attributed[]][] = []
  for (const one of attributed) {
    const same = places.find(
      ([first]) =>
        first.piece.story === one.piece.story &&
        first.quote?.id === one.quote?.id &&
        first.in === one.in,
    )
    if (same) same.push(one)
    else places.push([one])
  }
  return places.flatMap(place => {
    const { story, start, end } = place[0].piece
    const within = stretches.find(
      one => one.story === story && one.start <= start && end <= one.end,
    )
    const pieces = place.map(({ piece }) => piece)
    return within ? [cite(story, pieces, within, place[0])] : []
  })
}
