import type { RecordFinding } from '../../record.js'
import { lastStartingBy, type Span } from '../../span.js'
import { type Amount, amountsBySentence, figure, isApproximate, wordBehind } from './amounts.js'
import type { FindingStory, Rule } from './types.js'

/** Kinds of people that leave nobody out and count nobody twice. */
const SEXES: ReadonlySet<string> = new Set(
  'men women man woman boys girls boy girl children adults child adult male female males females'.split(
    ' ',
  ),
)
const PEOPLE: ReadonlySet<string> = new Set(
  'people persons passengers victims dead injured members players pupils students survivors suspects hostages jurors children adults residents workers'.split(
    ' ',
  ),
)
const MEDALS: ReadonlySet<string> = new Set('gold silver bronze golds silvers bronzes'.split(' '))
/** A part that leaves its noun out: “five with his right foot”. */
const ELLIPTIC: ReadonlySet<string> = new Set(
  'each with to for from in on at by of under against were was are is and or apiece'.split(' '),
)
const LIST_END = /[.;)\]–—:]|\s-\s/
const SEPARATOR = /(?:[,;]|[,;]?\s(?:and|plus)(?:\s(?:a further|another|the other))?)\s$/
/** A longer list is a table. */
const MAX_PARTS = 12
/** More of the list, without a number. */
const ONE_MORE = /(?:,|\band|\bplus)\s(?:an?|one)\s/g
const ONE_MORE_END = /^[^.;:]*\b(?:and|plus)\s(?:an?|one)\s/
const OTHER = /\b(?:and|plus|including|among|of which|of whom|the rest|others?|remaining)\b/i

/**
 * Parts that do not come to their total, where a list follows its total in one sentence: behind a colon, or, of men and
 * women, boys and girls, between commas, dashes or brackets too.
 *
 * `17 goals: nine with his left foot, five with his right and four with his head` (18), `12 people, seven women and four
 * men, were held` (11), `250,000 marls: 100,000 each to Anna and Bo, and 75,000 to Cy` (275,000). Not: `12 people,
 * including seven women`; `three streams: 310,000 in cheques, 205,000 in cash and 125,000 in loans` (three is how many);
 * `about 12 people`; `20 days: 12 goals and four cards`; an item without a number (`and the driver`); scores; parts that
 * are nowhere near.
 */
export const listSums: Rule = story =>
  amountsBySentence(story).flatMap(([sentence, amounts]) =>
    amounts.flatMap((total, k): RecordFinding[] => {
      const list = listBehind(story, sentence, amounts, k)
      if (list === undefined || isApproximate(story.text, total)) return []
      const { parts, sum } = list
      const { amount } = total
      if (sum === amount || amount === parts.length || sum < amount / 2 || sum > amount * 1.5)
        return []
      if (parts.some(part => part.amount >= amount)) return []
      const message = `The parts come to ${figure(sum)}, not ${figure(amount)}.`
      const spans = [total, ...parts].map(({ start, end }) => ({ start, end }))
      return [{ code: 'sum-mismatch', severity: 'warning', message, spans }]
    }),
  )

interface List {
  readonly parts: readonly Amount[]
  readonly sum: number
}

function listBehind(
  story: FindingStory,
  sentence: Span,
  amounts: readonly Amount[],
  k: number,
): List | undefined {
  const { text } = story
  const total = amounts[k]!
  const first = amounts[k + 1]
  if (first === undefined || first.start - total.end > 120) return
  const opener = /(:|,|\(|–|—|\s-)\s?$/.exec(text.slice(total.end, first.start))?.[1]?.trim()
  if (opener === undefined || (opener === ',' && first.start - total.end > 24)) return
  const parts: Amount[] = []
  let sum = 0
  for (let i = k + 1; i < amounts.length && i < k + MAX_PARTS; i++) {
    const part = amounts[i]!
    const next = amounts[i + 1]
    if (part.unit !== total.unit && !(part.unit === 'number' && total.unit.startsWith('money')))
      return
    const limit = Math.min(sentence.end, part.end + 200)
    const rest = text.slice(part.end, Math.min(limit, next?.start ?? limit))
    const more =
      next !== undefined &&
      next.start <= limit &&
      SEPARATOR.test(rest) &&
      !LIST_END.test(rest.replace(/;\s(?:and\s)?$/, ''))
    const behind = more ? rest.replace(SEPARATOR, '') : (rest.split(LIST_END)[0] ?? '')
    const times = timesOf(story, part, behind)
    if (times === undefined) return
    parts.push(part)
    sum += part.amount * times.of + times.more
    if (more) continue
    // another number in the list's last item
    if (next !== undefined && next.start < part.end + behind.length) return
    break
  }
  const last = parts.at(-1)!
  const between = text.slice((parts.at(-2) ?? total).end, last.start).split(/[,;]/)
  const closed = /\b(?:and|plus)\s/.test(between.at(-1)!)
  const more = ONE_MORE_END.test(text.slice(last.end, last.end + 60))
  return parts.length > 1 && (closed || more) && fits(text, total, parts, opener)
    ? { parts, sum }
    : undefined
}

/** How many have it (“each to Anna and Bo”), and how many of the item stand without a number (“and a child”). */
function timesOf(
  { mentions }: FindingStory,
  part: Amount,
  behind: string,
): { readonly of: number; readonly more: number } | undefined {
  if (/^(?:\s\p{L}+)?\seach\b/u.test(behind)) {
    let named = 0
    const end = part.end + behind.length
    for (
      let m = lastStartingBy(mentions, part.end) + 1;
      m < mentions.length && mentions[m]!.start < end;
      m++
    )
      if (mentions[m]!.form === 'name') named++
    return named > 1 ? { of: named, more: 0 } : undefined
  }
  const more = behind.match(ONE_MORE)?.length ?? 0
  return OTHER.test(behind.replace(ONE_MORE, ' ')) ? undefined : { of: 1, more }
}

/** Are these the total's parts, by what is counted? */
function fits(text: string, total: Amount, parts: readonly Amount[], opener: string): boolean {
  const whole = wordBehind(text, total)
  const nouns = parts.map(part => wordBehind(text, part))
  if (nouns.every(noun => noun !== undefined && SEXES.has(noun)))
    return whole !== undefined && !SEXES.has(whole)
  if (opener !== ':') return false
  const same = (noun: string | undefined) =>
    noun === undefined || ELLIPTIC.has(noun) || noun === whole
  if (nouns.every(same)) return nouns.some(noun => noun !== undefined)
  if (nouns.every(noun => noun !== undefined && MEDALS.has(noun))) return true
  return (
    whole !== undefined &&
    PEOPLE.has(whole) &&
    nouns.every(noun => noun?.endsWith('s') || SEXES.has(noun ?? ''))
  )
}
