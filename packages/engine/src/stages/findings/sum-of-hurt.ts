import { type Amount, amountsBySentence, isApproximate } from './amounts.js'
import type { Rule } from './types.js'

const TREATED = /^\s(?:\p{L}+\s){0,2}(?:were|was)\s(?:treated|discharged|seen)\b/u
const TAKEN =
  /^\s(?:\p{L}+\s){0,2}(?:were|was)\s(?:taken|rushed|flown|airlifted|admitted|brought)\b/u
const HURT = /^\s(?:\p{L}+\s)?(?:(?:were|are|was|is)\s)?(?:hurt|injured|wounded)\b/u
const HURTING = /\b(?:injuring|hurting|wounding|injured|hurt|wounded)\s+$/i

/**
 * More people treated and taken to hospital than the story has hurt: a note, since some may be both.
 *
 * `The crash injured 14 people. Nine were treated there and six were taken to hospital.` (15) is one. Not: fewer;
 * totals that differ within the story; `nine were treated, six of them taken to hospital`; `about 14 people`.
 */
export const hurtSums: Rule = story => {
  const { text } = story
  const behind = ({ end }: Amount) => text.slice(end, end + 60)
  const before = ({ start }: Amount) => text.slice(Math.max(0, start - 24), start)
  const all = amountsBySentence(story)
  const people = all
    .flatMap(([, amounts]) => amounts)
    .filter(one => one.unit === 'number' && (HURT.test(behind(one)) || HURTING.test(before(one))))
  const total = people[0]
  if (total === undefined || people.some(one => one.amount !== total.amount)) return []
  if (people.some(one => isApproximate(text, one))) return []
  return all.flatMap(([, amounts]) =>
    amounts.flatMap((treated, k) => {
      const taken = amounts[k + 1]
      if (taken === undefined || !TREATED.test(behind(treated)) || !TAKEN.test(behind(taken)))
        return []
      if (taken.start - treated.end > 120) return []
      if (!/\sand\s$/.test(text.slice(treated.end, taken.start))) return []
      const sum = treated.amount + taken.amount
      if (sum <= total.amount || treated.amount >= total.amount) return []
      return [
        {
          code: 'sum-mismatch',
          severity: 'note' as const,
          message: `These come to ${sum}, more than the ${total.amount} who were hurt.`,
          spans: [treated, taken, total].map(({ start, end }) => ({ start, end })),
        },
      ]
    }),
  )
}
