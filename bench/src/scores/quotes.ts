import { type Attribution, found, ROLES, useful, worded } from './attribution.js'
import { tenth } from './round.js'
import { indexWords, sharedWords, type Words, wordsKey } from './words.js'

/** One article: what is right and what was read. */
export interface Article<
  Gold extends Attribution = Attribution,
  Read extends Attribution = Attribution,
> {
  readonly text: string
  readonly gold: readonly Gold[]
  readonly read: readonly Read[]
}

/** Precision, recall and F in percent, to a tenth. A recall alone where nothing was read or precision means nothing. */
export type Figures = {
  readonly P?: number
  readonly R: number
  readonly F?: number
  /** How many there are to find. */
  readonly n: number
}

/** The figures of `score_quotes.py`, by the same names and to the same digit. */
export function scoreQuotes(articles: readonly Article[]): Record<string, Figures> {
  const tallies = new Map<string, Tally>()
  for (const article of articles) scoreArticle(article, adder(tallies))
  return Object.fromEntries([...tallies].map(([name, tally]) => [name, figures(tally)]))
}

/** For each quote read, whether it is useful to one who looks for the gold ones: `attribution useful`, one by one. */
export function usefulQuotes({ text, gold, read }: Article): boolean[] {
  const index = indexWords(text)
  const wanted = gold.map(quote => worded(index, quote))
  return read.map(quote => {
    const words = worded(index, quote)
    return wanted.some(other => useful(words, other))
  })
}

/** Of what was read: right, all. Of what there is: heard, all. */
type Tally = [right: number, read: number, heard: number, gold: number]
type Add = (name: string, ...tally: Tally) => void

const adder =
  (tallies: Map<string, Tally>): Add =>
  (name, ...tally) => {
    const sum = tallies.get(name)
    tallies.set(name, sum ? (sum.map((n, i) => n + tally[i]!) as Tally) : tally)
  }

function figures([right, read, heard, gold]: Tally): Figures {
  const precision = read ? right / read : 0
  const recall = gold ? heard / gold : 0
  const R = tenth(100 * recall)
  if (read === 0) return { R, n: gold }
  const F = precision + recall ? tenth((200 * precision * recall) / (precision + recall)) : 0
  return { P: tenth(100 * precision), R, F, n: gold }
}

function scoreArticle({ text, gold, read }: Article, add: Add): void {
  const index = indexWords(text)
  const wanted = gold
    .filter(quote => quote.content.length > 0)
    .map(quote => ({ ...worded(index, quote), direct: hasMarks(text, quote) }))
  const given = read.filter(quote => quote.content.length > 0).map(quote => worded(index, quote))

  for (const role of ROLES) {
    const goldSets = distinct(wanted.map(quote => quote[role]))
    const readSets = distinct(given.map(quote => quote[role]))
    const same = [...goldSets.keys()].filter(key => readSets.has(key)).length
    add(`${role} exact`, same, readSets.size, same, goldSets.size)
    const goldWords = union(goldSets)
    const readWords = union(readSets)
    const touching = (sets: Map<string, Words>, words: Words) =>
      [...sets.values()].filter(set => sharedWords(set, words) > 0).length
    add(
      `${role} overlap`,
      touching(readSets, goldWords),
      readSets.size,
      touching(goldSets, readWords),
      goldSets.size,
    )
    const shared = sharedWords(goldWords, readWords)
    add(`${role} word`, shared, readWords.size, shared, goldWords.size)
  }

  const whole = (quote: { content: Words; cue: Words; source: Words }) =>
    ROLES.map(role => wordsKey(quote[role])).join('|')
  const goldWhole = new Set(wanted.map(whole))
  const readWhole = new Set(given.map(whole))
  const same = [...goldWhole].filter(key => readWhole.has(key)).length
  add('attribution exact', same, readWhole.size, same, goldWhole.size)

  const right = given.filter(quote => wanted.some(other => useful(quote, other))).length
  const heard = wanted.filter(quote => given.some(other => useful(other, quote))).length
  add('attribution useful', right, given.length, heard, wanted.length)

  const direct = wanted.filter(quote => quote.direct)
  const directFound = direct.filter(quote => given.some(other => found(other, quote))).length
  const attributed = direct.filter(quote => given.some(other => useful(other, quote))).length
  add('direct found (recall)', 0, 0, directFound, direct.length)
  add('direct attributed (recall)', 0, 0, attributed, direct.length)
}

/** Is there a quotation mark in the content or right beside it? */
const hasMarks = (text: string, quote: Attribution): boolean =>
  quote.content.some(
    ({ start, end }) =>
      /["“”]|''|``/.test(text.slice(start, end)) ||
      /["“”]/.test(text.slice(Math.max(0, start - 1), start) + text.slice(end, end + 1)),
  )

/** The sets that are not empty, each once. */
const distinct = (sets: readonly Words[]): Map<string, Words> =>
  new Map(sets.filter(set => set.size > 0).map(set => [wordsKey(set), set]))

const union = (sets: Map<string, Words>): Words =>
  new Set([...sets.values()].flatMap(set => [...set]))
