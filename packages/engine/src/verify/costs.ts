import type { Element } from './claim.js'
import { areOpposite, denies, hasOpposite, sensesOf } from './senses.js'
import type { NormalWord } from './types.js'
import { weightOf } from './weights.js'

/** What a first word of an edit costs beyond its weight, so that edits hold together. */
export const OPEN = 0.3

/** A word with all that setting it against another asks, made once. */
export interface Traits {
  readonly word: NormalWord
  readonly weight: number
  /** Which list of forms it is in ("is", "was"), or -1. */
  readonly forms: number
  /** The kinds of its senses. */
  readonly kinds: readonly string[]
  readonly stem: string
  readonly last: number
  readonly opposite: boolean
  readonly apostrophe: boolean
}

export function traitsOf(word: NormalWord): Traits {
  const { key } = word
  return {
    word,
    weight: weightOf(key),
    forms: FORMS.get(key) ?? -1,
    kinds: sensesOf(word).map(({ kind }) => kind),
    stem: key.slice(0, 4),
    last: key.charCodeAt(key.length - 1),
    opposite: hasOpposite(key),
    apostrophe: key.includes("'") || key === 'cannot',
  }
}

/**
 * What it costs to set a claim’s word against a text’s: nothing for the same, less than to drop and add it for words
 * that are likely changed for each other (two numbers, two modals, close/closed, able/unable), infinity for others.
 */
export function pairCost(element: Element, claim: Traits, text: Traits): number {
  if (claim.word.key === text.word.key) return claim.word.form === text.word.form ? 0 : 0.02
  if (element.kind === 'partial') {
    const { head, tail } = element
    const { form } = text.word
    const fits =
      head.length + tail.length > 1 &&
      form.length >= head.length + tail.length &&
      form.startsWith(head) &&
      form.endsWith(tail)
    if (fits) return 0.05
  }
  return areNear(claim, text) ? 0.42 * (claim.weight + text.weight) + 0.1 : Number.POSITIVE_INFINITY
}

const FORMS = new Map(
  [
    'be is are was were been being am',
    'have has had having',
    'do does did done doing',
    'go goes went gone going',
    'a an the this that these those',
    'make makes made making',
    'say says said saying',
    'take takes took taken taking',
    'get gets got getting',
    'give gives gave given giving',
    'see sees saw seen seeing',
    'think thinks thought thinking',
    'leave leaves left leaving',
  ].flatMap((list, group) => list.split(' ').map(word => [word, group] as const)),
)

/** Are these likely to be one word’s forms, or two words of one kind that are changed for each other? */
export function areNear(a: Traits, b: Traits): boolean {
  const [x, y] = [a.word, b.word]
  if (x.quantity !== undefined || y.quantity !== undefined)
    return x.quantity !== undefined && y.quantity !== undefined
  if (a.forms >= 0 && a.forms === b.forms) return true
  return (
    (a.stem === b.stem && isStemShared(x.key, y.key)) ||
    (a.last === b.last && denies(x.key, y.key)) ||
    (a.opposite && b.opposite && areOpposite(x.key, y.key)) ||
    (a.kinds.length > 0 && b.kinds.length > 0 && a.kinds.some(kind => b.kinds.includes(kind)))
  )
}

/** The same letters at the start: at least four, and most of the longer word. "don’t" and "donate" share only "don". */
function isStemShared(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length)
  const least = Math.max(4, Math.ceil(longest * 0.6))
  return Math.min(a.length, b.length) >= least && a.slice(0, least) === b.slice(0, least)
}
