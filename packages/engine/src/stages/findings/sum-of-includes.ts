import { type Amount, amountsBySentence, figure, isApproximate, wordBehind } from './amounts.js'
import type { Rule } from './types.js'

const INCLUDES =
  /^(?:It|They|These|This|The \p{L}+)\s(?:\p{L}+\s){0,2}?(?:includes?|comprises?|consists? of|(?:is|are) made up of)\s+$/u

/**
 * A list that the next sentence gives of a total, near it but not the same: a note, since more may be included.
 *
 * `142 flats were approved. They include 96 flats for sale, 30 for rent and 12 for staff.` (138). Not: a list of less
 * than nine tenths of the total; other things (`96 garages`); `about 142 flats`.
 */
export const includedSums: Rule = story => {
  const { text } = story
  const all = amountsBySentence(story)
  return all.flatMap(([sentence, parts], k) => {
    const first = parts[0]!
    if (parts.length < 3 || first.start - sentence.start > 80) return []
    if (!INCLUDES.test(text.slice(sentence.start, first.start))) return []
    const noun = wordBehind(text, first)
    const isOne = (one: Amount) => one.unit === first.unit && wordBehind(text, one) === noun
    const before = all.slice(Math.max(0, k - 2), k).flatMap(([, amounts]) => amounts)
    const total = noun === undefined ? undefined : before.findLast(isOne)
    if (total === undefined || isApproximate(text, total)) return []
    if (parts.some(part => part.unit !== first.unit || isApproximate(text, part))) return []
    const sum = parts.reduce((n, { amount }) => n + amount, 0)
    if (sum === total.amount || Math.abs(sum - total.amount) > total.amount / 10) return []
    return [
      {
        code: 'sum-mismatch',
        severity: 'note' as const,
        message: `These come to ${figure(sum)}, not ${figure(total.amount)}.`,
        spans: [total, ...parts].map(({ start, end }) => ({ start, end })),
      },
    ]
  })
}
