import { amountsBySentence, figure, isApproximate } from './amounts.js'
import type { Rule } from './types.js'

const FURTHER = /\b(?:and|plus)\s(?:a further|another|an additional|an extra)\s+$/i
const TOTAL = /\b(?:total|totals|totalled|altogether|in all)\b/i

/**
 * An amount and a further one whose total, in the next sentence, is another: a note, since the second may depend on
 * something.
 *
 * `They will pay 6.5m now and a further 800,000 next year. The total is 6.8m.` (7.3m). Not: a next sentence without
 * the word, or with several amounts, or with one far from their sum;
 * amounts of two currencies; `nearly 6.8m`.
 */
export const furtherSums: Rule = story => {
  const { text } = story
  const all = amountsBySentence(story)
  return all.flatMap(([sentence, amounts], k) => {
    const [next, totals] = all[k + 1] ?? []
    if (next === undefined || next.start - sentence.end > 3) return []
    const words = text.slice(next.start, Math.min(next.end, next.start + 400))
    const at = amounts.findIndex(
      ({ start, unit }, i) =>
        amounts[i - 1]?.unit === unit && FURTHER.test(text.slice(Math.max(0, start - 24), start)),
    )
    if (at < 1 || !TOTAL.test(words)) return []
    const [first, second] = [amounts[at - 1]!, amounts[at]!]
    const alike = totals!.filter(({ unit }) => unit === first.unit)
    const total = alike[0]
    const sum = first.amount + second.amount
    if (alike.length !== 1 || total === undefined || second.start - first.end > 80) return []
    if (Math.abs(total.amount - sum) < sum / 1000 || Math.abs(total.amount - sum) > sum / 4)
      return []
    if ([total, first, second].some(one => isApproximate(text, one) && one !== second)) return []
    return [
      {
        code: 'sum-mismatch',
        severity: 'note' as const,
        message: `These come to ${figure(sum)}, not ${figure(total.amount)}.`,
        spans: [total, first, second].map(({ start, end }) => ({ start, end })),
      },
    ]
  })
}
