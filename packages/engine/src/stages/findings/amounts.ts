import type { Span } from '../../span.js'
import type { FindingStory } from './types.js'

/** A number, an amount of money or a percentage that is one figure, not a range. */
export interface Amount extends Span {
  readonly amount: number
  /** What can be added up: "number", "percent", "money", "money GBP". */
  readonly unit: string
}

/** The amounts of each sentence that has any, in order. */
export function amountsBySentence({
  values,
  sentences,
}: Pick<FindingStory, 'values' | 'sentences'>): (readonly [sentence: Span, amounts: Amount[]])[] {
  const found: (readonly [Span, Amount[]])[] = []
  let at = 0
  for (const value of values) {
    const { start, end, type, value: normal } = value
    while (at + 1 < sentences.length && sentences[at + 1]!.start <= start) at++
    const sentence = sentences[at]!
    let amount: Amount | undefined
    if ((type === 'number' || type === 'percent') && typeof normal === 'number')
      amount = { start, end, amount: normal, unit: type }
    else if (type === 'money' && typeof normal === 'object' && 'amount' in normal) {
      const unit = normal.currency === undefined ? 'money' : `money ${normal.currency}`
      if (typeof normal.amount === 'number') amount = { start, end, amount: normal.amount, unit }
    }
    if (amount === undefined) continue
    if (found.at(-1)?.[0] === sentence) found.at(-1)![1].push(amount)
    else found.push([sentence, [amount]])
  }
  return found
}

const ABOUT =
  /\b(?:about|some|around|roughly|approximately|nearly|almost|more than|fewer than|less than|over|under|at least|at most|up to|as many as|an estimated|another|a further|other|only the|including|among them)\s+(?:the\s+)?$/i

/** Words before a number that leave it open, or make it a part of something larger. */
export const isApproximate = (text: string, { start }: Span): boolean =>
  ABOUT.test(text.slice(Math.max(0, start - 24), start))

/** The first word right behind, in lower case; none where a sign stands there. */
export const wordBehind = (text: string, { end }: Span): string | undefined =>
  /^\s([\p{L}’'-]+)/u.exec(text.slice(end, end + 32))?.[1]?.toLowerCase()

/** “1,234.5” */
export const figure = (n: number): string =>
  String(Math.round(n * 1000) / 1000).replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',')
