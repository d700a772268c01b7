import type { QuoteKind, Span } from '@onrecord/engine'
import { found, ROLES, useful, worded } from './attribution.js'
import type { Article } from './quotes.js'
import { percent } from './round.js'
import { indexWords, wordsKey } from './words.js'

/**
 * The kind of an attribution in a corpus that does not say it: direct where 95 in 100 of the content's letters and
 * digits stand within double quotation marks, indirect where under 5 in 100 do, mixed between.
 */
export function kindOf(
  text: string,
  content: readonly Span[],
  quoted = markQuoted(text),
): QuoteKind {
  let letters = 0
  let within = 0
  for (const { start, end } of content) {
    for (let at = start; at < end; at++) {
      if (!/[\p{L}\p{N}]/u.test(text[at]!)) continue
      letters++
      within += quoted[at]!
    }
  }
  if (letters === 0 || within < 0.05 * letters) return 'indirect'
  return within >= 0.95 * letters ? 'direct' : 'mixed'
}

/** 1 for each code unit within double marks: “…”, "…", ''…'', ``…''. A mark left open ends with its line. */
export function markQuoted(text: string): Uint8Array {
  const quoted = new Uint8Array(text.length)
  let open = false
  for (const { 0: sign, index } of text.matchAll(/\n|["“”]|''|``|[^\n"“”'`]+|./gu)) {
    if (sign === '\n' || sign === '”') open = false
    else if (sign === '“' || sign === '``') open = true
    else if (sign === '"' || sign === "''") open = !open
    else if (open) quoted.fill(1, index, index + sign.length)
  }
  return quoted
}

/** How much of each kind of gold attribution was heard: of its roles, and of it as a whole. */
export function scoreKinds(articles: readonly Article[]): Record<string, Record<string, number>> {
  const counts = new Map<QuoteKind, Counts>()
  for (const { text, gold, read } of articles) {
    const index = indexWords(text)
    const quoted = markQuoted(text)
    const given = read.map(quote => worded(index, quote))
    const keys = given.map(quote => ROLES.map(role => wordsKey(quote[role])))
    for (const quote of gold) {
      const kind = kindOf(text, quote.content, quoted)
      const sum = counts.get(kind) ?? emptyCounts()
      counts.set(kind, sum)
      const wanted = worded(index, quote)
      const key = ROLES.map(role => wordsKey(wanted[role]))
      sum.n++
      if (given.some(other => found(other, wanted))) sum.found++
      if (given.some(other => useful(other, wanted))) sum.attributed++
      if (keys.some(other => other.join('|') === key.join('|'))) sum.exact++
      ROLES.forEach((_, role) => {
        if (key[role] === '') return
        sum.has[role]!++
        if (keys.some(other => other[role] === key[role])) sum.heard[role]!++
      })
    }
  }
  const kinds: QuoteKind[] = ['direct', 'mixed', 'indirect']
  return Object.fromEntries(kinds.map(kind => [kind, row(counts.get(kind) ?? emptyCounts())]))
}

interface Counts {
  n: number
  found: number
  attributed: number
  exact: number
  /** By role: attributions that have it; of these, read with the same words. */
  readonly has: number[]
  readonly heard: number[]
}

const emptyCounts = (): Counts => ({
  n: 0,
  found: 0,
  attributed: 0,
  exact: 0,
  has: [0, 0, 0],
  heard: [0, 0, 0],
})

const row = ({ n, found, attributed, exact, has, heard }: Counts): Record<string, number> => ({
  n,
  found: percent(found, n),
  attributed: percent(attributed, n),
  exact: percent(exact, n),
  ...Object.fromEntries(ROLES.map((role, i) => [role, percent(heard[i]!, has[i]!)])),
})
