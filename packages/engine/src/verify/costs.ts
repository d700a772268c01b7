import type { Element } from './claim.js'
import { areOpposite, denies, sensesOf } from './senses.js'
import type { NormalWord } from './types.js'
import { weightOf } from './weights.js'

/** What a first word of an edit costs beyond its weight, so that edits hold together. */
export const OPEN = 0.3

/**
 * What it costs to set a claim's word against a text's: nothing for the same, less than to drop and add it for words
 * that are likely changed for each other (two numbers, two modals, close/closed, able/unable), infinity for others.
 */
export function pairCost(element: Element, text: NormalWord): number {
  if (element.kind !== 'word' && element.kind !== 'partial') return Number.POSITIVE_INFINITY
  const { word } = element
  if (word.key === text.key) return word.form === text.form ? 0 : 0.02
  if (element.kind === 'partial') {
    const { head, tail } = element
    const fits =
      head.length + tail.length > 1 &&
      text.form.length >= head.length + tail.length &&
      text.form.startsWith(head) &&
      text.form.endsWith(tail)
    if (fits) return 0.05
  }
  return areNear(word, text)
    ? 0.42 * (weightOf(word.key) + weightOf(text.key)) + 0.1
    : Number.POSITIVE_INFINITY
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

/** Are these likely to be one word's forms, or two words of one kind that are changed for each other? */
export function areNear(a: NormalWord, b: NormalWord): boolean {
  if (a.quantity !== undefined || b.quantity !== undefined)
    return a.quantity !== undefined && b.quantity !== undefined
  const forms = FORMS.get(a.key)
  if (forms !== undefined && forms === FORMS.get(b.key)) return true
  return (
    isStemShared(a.key, b.key) || denies(a.key, b.key) || areOpposite(a.key, b.key) || isKin(a, b)
  )
}

/** The same letters at the start: at least four, and most of the longer word. "don’t" and "donate" share only "don". */
function isStemShared(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length)
  const least = Math.max(4, Math.ceil(longest * 0.6))
  return Math.min(a.length, b.length) >= least && a.slice(0, least) === b.slice(0, least)
}

const isKin = (a: NormalWord, b: NormalWord): boolean => {
  const senses = sensesOf(a)
  if (senses.length === 0) return false
  const other = sensesOf(b)
  return senses.some(({ kind }) => other.some(sense => sense.kind === kind))
}
