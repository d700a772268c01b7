import type { Span } from '@onrecord/engine'
import { personAsked } from '../people/find.js'
import type { View } from '../rights/view.js'
import { recordInForce } from '../stories/record.js'
import { foldedWords } from '../text/words.js'
import { attribute, isAsked, type KnownQuote, quotesOf } from './attribute.js'
import { checkedWords } from './claim.js'
import { type Compared, compare, compareJoined } from './compare.js'
import { type Candidate, findPassages } from './find-passages.js'
import { matchesOf } from './matches.js'
import { placesSaidBy, samePlaces } from './more-places.js'
import { nearestOf } from './nearest.js'
import { type Stretch, stretchesOf } from './stretches.js'
import type { Match, Verification } from './types.js'

export interface VerifyQuery {
  readonly claim: string
  /** Who is said to have said it: a name; or person:KEY, or a bare key, of the register. */
  readonly speaker?: string | undefined
  /** Matches at most; 5 unless told. */
  readonly limit?: number | undefined
}

/** Passages that are ranked, and whose text is read: the best, and the best for what the best does not hold. */
const RANKED = 150
const BEST = 24
const FOR_THE_REST = 12
/**
 * Stretches that are compared: so many, and, but for a few that are to be offered where nothing is found, none that
 * holds less than this much of what the best one does, or of what the whole claim does.
 */
const COMPARED = 10
/** Words of a claim times stretches that it is compared with: a long claim is compared with few, a very long one alone. */
const WORK = 1_500
const OFFERED = 3
const AS_GOOD = 0.6
const LEAST = 0.3
/** Other places of the same words that are looked at. */
const AGAIN = 40

/**
 * Did they ever say that? Finds the claim's words in all stories and transcripts that the view reaches, compares them
 * word by word, and tells whose they are. The work is bounded, whatever the claim. Rejects with 'bad-query' for a claim
 * that is too short or too long, 'not-found' for a person:KEY that the register does not have.
 */
export async function verify(view: View, query: VerifyQuery): Promise<Verification> {
  const { claim, limit = 5 } = query
  const { db } = view.archive
  const claimed = checkedWords(claim)
  const person = query.speaker === undefined ? undefined : await personAsked(view, query.speaker)
  const speaker = person?.key ?? query.speaker
  const { candidates, weightOf } = await findPassages(view, claimed, RANKED)
  const read = (places: readonly Candidate[]) =>
    stretchesOf(db, places, new Set(claimed.flat()), weightOf)
  const stretches = await read(chosen(candidates, weightOf))
  const total = [...new Set(claimed.flat())].reduce((sum, word) => sum + weightOf(word), 0)
  const enough = Math.max(AS_GOOD * (stretches[0]?.weight ?? 0), LEAST * total)
  const most = Math.max(1, Math.min(COMPARED, Math.floor(WORK / claimed.flat().length)))
  const alone = stretches
    .slice(0, most)
    .filter(({ weight }, k) => k < OFFERED || weight >= enough)
    .map(one => compare(claim, [one]))
  const found = alone.filter(({ verdict }) => verdict.kind !== 'absent')
  const best = found.reduce<Compared | undefined>(better, undefined)
  if (best?.verdict.kind !== 'exact' && most > 1) {
    const joined = compareJoined(claim, stretches, best?.verdict.score ?? 0, { weightOf, total })
    if (joined) found.push(joined)
  }
  const rarest = (one: Compared) =>
    [...one.stretches[0]!.words].sort((a, b) => weightOf(b) - weightOf(a))
  const addPlaces = async (places: readonly Candidate[], words?: string) => {
    const known = found.flatMap(one => one.stretches)
    for (const one of await read(places.filter(place => !known.some(isIn(place))))) {
      const holds = !words || foldedWords(one.story.text.slice(one.start, one.end)).includes(words)
      const compared = holds && compare(claim, [one])
      if (compared && compared.verdict.kind !== 'absent') found.push(compared)
    }
  }
  let more = false
  if (best && best.pieces.length > 0) {
    const same = await samePlaces(view, rarest(best), AGAIN)
    more = same.length === AGAIN
    await addPlaces(same, foldedWords(best.pieces.map(({ text }) => text).join(' ')))
  }
  let quotes = await quotesOf(db, storyIdsOf(found))
  const isSpeakers = ({ pieces }: Compared) =>
    pieces
      .flatMap(piece => attribute(piece, quotes.get(piece.story.id) ?? []))
      .every(({ speakers }) => speakers.some(other => isAsked(other, speaker!)))
  if (best && speaker !== undefined && !found.some(isSpeakers)) {
    await addPlaces(await placesSaidBy(view, speaker, rarest(best).slice(0, 2), AGAIN))
    quotes = await quotesOf(db, storyIdsOf(found))
  }
  const whole = await withoutCues(view, claim, found, quotes)
  const matches = matchesOf(whole, quotes, { speaker, more, limit })
  return {
    claim,
    speaker: person?.name ?? speaker ?? null,
    verdict: verdictOf(matches[0]),
    opposite: matches.some(
      (one, k) => one.opposite && (speaker === undefined ? k === 0 : one.attribution === 'asked'),
    ),
    matches,
    nearest: matches.length > 0 ? [] : await nearestOf(db, claim, alone),
  }
}

function verdictOf(best: Match | undefined): Verification['verdict'] {
  if (!best) return 'not-found'
  if (best.attribution === 'other') return 'other-speaker'
  if (best.attribution === 'nobody') return 'own-words'
  return best.wording === 'exact' ? 'exact' : 'altered'
}

const better = (a: Compared | undefined, b: Compared): Compared =>
  a && a.verdict.score >= b.verdict.score ? a : b

const isIn = (place: Candidate) => (one: Stretch) =>
  one.story.id === place.storyId && one.start <= place.start && place.end <= one.end

const storyIdsOf = (found: readonly Compared[]) => [
  ...new Set(found.flatMap(({ pieces }) => pieces.map(({ story }) => story.id))),
]

/** The best candidates, and those that hold most of what the best one does not. */
function chosen(candidates: readonly Candidate[], weightOf: (word: string) => number): Candidate[] {
  const best = candidates.slice(0, BEST)
  const held = best[0]?.words ?? new Set()
  const rest = (one: Candidate) =>
    [...one.words].reduce((sum, word) => sum + (held.has(word) ? 0 : weightOf(word)), 0)
  const others = candidates
    .slice(BEST)
    .filter(one => rest(one) > 0)
    .sort((a, b) => rest(b) - rest(a))
  return [...best, ...others.slice(0, FOR_THE_REST)]
}

/** Most comparisons that are made again. */
const AFRESH = 8

/**
 * “The tax, she told members, will rise”: what stands between a quote's pieces is no word of it. What seemed altered is
 * compared again without that.
 */
async function withoutCues(
  { archive: { db } }: View,
  claim: string,
  found: readonly Compared[],
  quotes: ReadonlyMap<number, readonly KnownQuote[]>,
): Promise<Compared[]> {
  let left = AFRESH
  const all: Compared[] = []
  for (const one of found) {
    const inPieces = one.pieces.some(({ story, start, end }) =>
      quotes
        .get(story.id)
        ?.some(quote => quote.content.includes(' … ') && quote.start < end && start < quote.end),
    )
    if (one.verdict.kind === 'exact' || !inPieces || left === 0) {
      all.push(one)
      continue
    }
    left -= 1
    const skips = new Map<number, Span[]>()
    for (const { story } of one.stretches) {
      const record = await recordInForce(db, story.versionId)
      skips.set(
        story.id,
        record.quotes.flatMap(({ content }) =>
          content.slice(1).map((next, k) => ({ start: content[k]!.end, end: next.start })),
        ),
      )
    }
    const again = compare(claim, one.stretches, story => skips.get(story.id) ?? [])
    all.push(again.verdict.score > one.verdict.score ? again : one)
  }
  return all
}
