import type { MarkedQuote } from '../markup.js'
import type { ReadQuote } from '../predict.js'
import { found, useful, type Worded, worded } from './attribution.js'
import { isPerson, type NameOwners, nameOwners, plainName } from './names.js'
import { percent } from './round.js'
import { indexWords, jaccard, sharedWords } from './words.js'

/** A case of the regression set and what was read of it. */
export interface ReadCase {
  readonly name: string
  readonly text: string
  readonly quotes: readonly MarkedQuote[]
  readonly read: readonly ReadQuote[]
}

export interface CaseCounts {
  cases: number
  /** Cases with every attribution and speaker right and nothing false. */
  whole: number
  n: number
  /** A quote was read whose content has half its words in common. */
  found: number
  /** … and whose source touches the right one, or is empty as that is. */
  attributed: number
  /** Attributions whose case says the speaker (or that there is none). */
  spoken: number
  /** … found, and with that speaker (or with none). */
  speaker: number
  /** Quotes read without a word of any attribution's content. */
  false: number
}

export interface CaseScore {
  readonly counts: CaseCounts
  /** What went wrong, one line each. */
  readonly misses: readonly string[]
}

export function scoreCase({ name, text, quotes, read }: ReadCase): CaseScore {
  const index = indexWords(text)
  const given = read.map(quote => ({ quote, words: worded(index, quote) }))
  const owners = nameOwners(
    quotes.flatMap(({ speaker }) => (speaker ? [{ name: speaker, aliases: [speaker] }] : [])),
  )
  const counts = { ...noCaseCounts(), cases: 1 }
  const misses: string[] = []
  const wanted = quotes.map(quote => ({ quote, words: worded(index, quote) }))
  for (const { quote, words } of wanted) {
    const miss = (what: string) => misses.push(`${name} ${quote.number}: ${what}`)
    const answer = answerFor(words, given)
    counts.n++
    if (quote.speaker !== undefined) counts.spoken++
    if (!answer) {
      miss('not found')
      continue
    }
    counts.found++
    if (useful(words, answer.words)) counts.attributed++
    else miss(`source "${textOf(text, answer.quote.source)}", not "${textOf(text, quote.source)}"`)
    if (quote.speaker === undefined) continue
    if (isSpeaker(answer.quote.names, quote.speaker, owners)) counts.speaker++
    else miss(`speaker ${answer.quote.names.join(' + ') || 'none'}, not ${quote.speaker ?? 'none'}`)
  }
  for (const { quote, words } of given) {
    if (wanted.some(other => sharedWords(other.words.content, words.content) > 0)) continue
    counts.false++
    misses.push(`${name}: false "${textOf(text, quote.content)}"`)
  }
  counts.whole = Number(misses.length === 0)
  return { counts, misses }
}

/** The best that was read for an attribution: one with the right source before one without, then by shared words. */
function answerFor<T extends { readonly words: Worded }>(
  wanted: Worded,
  given: readonly T[],
): T | undefined {
  const worth = ({ words }: T) =>
    Number(useful(wanted, words)) + jaccard(wanted.content, words.content)
  return given.filter(({ words }) => found(wanted, words)).sort((a, b) => worth(b) - worth(a))[0]
}

/** Are these the names of the speaker that a case gives? Of "A and B", both are wanted; of null, no name. */
export function isSpeaker(
  names: readonly string[],
  speaker: string | null,
  owners: NameOwners,
): boolean {
  if (speaker === null) return names.length === 0
  const isOne = (wanted: string, given: string) =>
    isPerson(given, { name: wanted, aliases: [wanted] }, owners) || isLonger(given, wanted)
  const parts = speaker.split(' and ')
  if (parts.length === 1) return names.some(given => isOne(speaker, given))
  return (
    names.some(given => given.includes(' and ') && isOne(speaker, given)) ||
    (names.length >= parts.length && parts.every(part => names.some(given => isOne(part, given))))
  )
}

/** A description with more said after it: "a neighbour, who did not want to be named" for "a neighbour". */
const isLonger = (given: string, wanted: string): boolean =>
  /^\p{Ll}/u.test(wanted.split(' ').at(-1)!) && plainName(given).startsWith(`${plainName(wanted)} `)

const textOf = (text: string, spans: MarkedQuote['content']): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' … ')

export const noCaseCounts = (): CaseCounts => ({
  cases: 0,
  whole: 0,
  n: 0,
  found: 0,
  attributed: 0,
  spoken: 0,
  speaker: 0,
  false: 0,
})

export function addCaseCounts(all: readonly CaseCounts[]): CaseCounts {
  const sum = noCaseCounts()
  for (const counts of all) {
    for (const key of Object.keys(sum) as (keyof CaseCounts)[]) sum[key] += counts[key]
  }
  return sum
}

/** Shares in percent; `false` is a count. */
export const caseRow = (c: CaseCounts): Record<string, number> => ({
  n: c.n,
  found: percent(c.found, c.n),
  attributed: percent(c.attributed, c.n),
  speaker: percent(c.speaker, c.spoken),
  false: c.false,
  whole: percent(c.whole, c.cases),
})
