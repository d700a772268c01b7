import { amountsBySentence } from './amounts.js'
import type { Rule } from './types.js'

const HOUSE =
  /\b(?:house|chamber|parliament|assembly|council|senate|board|committee|commission|jury|panel) of\s+$/i
const SEATS = /^(?:-|\s)(?:member|seat|strong)\b/i

/**
 * More votes than there are members: for, against and abstentions, with the size of the house in the same sentence.
 *
 * `by 61 votes to 58, with three abstentions in a house of 121` (122). Not: fewer votes than members, some of whom stay
 * away; `61 to 58` where no house is given.
 */
export const voteSums: Rule = story => {
  const { text } = story
  return amountsBySentence(story).flatMap(([sentence, amounts]) => {
    const k = amounts.findIndex((amount, i) => {
      const next = amounts[i + 1]
      return (
        next !== undefined &&
        /^\s?(?:votes?\s)?(?:to|-|–)\s?$/.test(text.slice(amount.end, next.start).slice(0, 12))
      )
    })
    if (k < 0) return []
    const cast = [amounts[k]!, amounts[k + 1]!]
    const rest = amounts.slice(k + 2).concat(amounts.slice(0, k))
    const house = rest.find(
      ({ start, end }) =>
        HOUSE.test(text.slice(Math.max(0, start - 20), start)) ||
        SEATS.test(text.slice(end, end + 10)),
    )
    if (house === undefined) return []
    const away = rest.filter(({ end }) => /^\s(?:abst|spoil)/.test(text.slice(end, end + 8)))
    const votes = [...cast, ...away]
    const last = votes.at(-1)!.end
    const single = /\b(?:one|an|a single) abst/.test(
      text.slice(last, Math.min(sentence.end, last + 80)),
    )
    const sum = votes.reduce((n, { amount }) => n + amount, single ? 1 : 0)
    if (sum <= house.amount || cast.some(({ amount }) => amount > house.amount)) return []
    const message = `The votes come to ${sum}, more than the ${house.amount} that there are.`
    const spans = [house, ...votes].map(({ start, end }) => ({ start, end }))
    return [{ code: 'sum-mismatch', severity: 'warning' as const, message, spans }]
  })
}
