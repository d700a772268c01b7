import type { Span } from '@onrecord/engine'

/** An argument of a fact as read: a stretch of the text (a value), or what an entity is called, or plain words. */
export type Given = { readonly span: Span } | { readonly forms: readonly string[] }

const DETERMINERS = new Set(
  'the a an his her their its my our your whose this that these those'.split(' '),
)
const HONORIFICS = new Set(
  'mr mrs ms miss mx dr sir dame lord lady baroness viscount rev'.split(' '),
)
const ENDS_HEAD = new Set(
  'of in at on for from to by with between near under over who whom which that whose where when called named and'.split(
    ' ',
  ),
)

/** Words without what never counts: case, edge punctuation, leading determiners and honorifics, a trailing possessive. */
export function plainWords(words: string): string[] {
  const list = words
    .toLowerCase()
    .replace(/’/g, "'")
    .split(/\s+/)
    .map(word => word.replace(/^[“”"'(]+|[“”"'),.;:!?]+$/g, ''))
    .filter(word => word !== '')
  while (list.length > 1 && (DETERMINERS.has(list[0]!) || HONORIFICS.has(list[0]!))) list.shift()
  const last = list.pop()
  return last === undefined ? [] : [...list, last.replace(/'s?$/, '')]
}

export const sameWords = (a: string, b: string): boolean =>
  plainWords(a).join(' ') === plainWords(b).join(' ')

/**
 * Do these words call what `wanted` calls? A name: the same words, or the name with a title or a description before it
 * ("Judge Ola Berg", "his wife Ola Berg"), but not with a preposition ("University of Orm" is not "Orm"). A description:
 * its head, and of what stands before the head the words that both have ("the London premiere of Night Train" for
 * "premiere"; not "world premiere" for "London premiere").
 */
export function calls(form: string, wanted: string): boolean {
  if (sameWords(form, wanted)) return true
  const given = plainWords(form)
  const asked = plainWords(wanted)
  if (isName(wanted)) {
    const before = given.slice(0, -asked.length)
    return (
      asked.length > 1 &&
      endsWith(given, asked) &&
      !before.some(word => ENDS_HEAD.has(word) || word.endsWith("'s"))
    )
  }
  if (isName(form)) return false
  const [a, b] = [head(given), head(asked)]
  return a.length > 0 && b.length > 0 && (endsWith(a, b) || endsWith(b, a))
}

const head = (words: readonly string[]): readonly string[] => {
  const end = words.findIndex(word => ENDS_HEAD.has(word))
  return end < 0 ? words : words.slice(0, end)
}

const endsWith = (words: readonly string[], end: readonly string[]): boolean =>
  words.length >= end.length &&
  end.every((word, k) => words[words.length - end.length + k] === word)

/** Every word but the short ones begins with a capital or a digit, and one with a capital; a first article aside. */
const isName = (words: string): boolean => {
  const own = words
    .split(/\s+/)
    .filter((word, k) => !(k === 0 && DETERMINERS.has(word.toLowerCase())))
  return (
    own
      .filter(word => word.length > 3 || /^[\p{Lu}\d]/u.test(word))
      .every(word => /^["“'(]?[\p{Lu}\d£$€]/u.test(word)) && /\p{Lu}/u.test(own.join(' '))
  )
}

/** Does the span share a character with these words, wherever the text has them as whole words? */
export function isAt(text: string, span: Span, wanted: string): boolean {
  const low = text.toLowerCase()
  const words = wanted.toLowerCase()
  const inWord = (at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at))
  for (let at = low.indexOf(words); at >= 0; at = low.indexOf(words, at + 1)) {
    const end = at + words.length
    const whole = !(inWord(at - 1) && inWord(at)) && !(inWord(end) && inWord(end - 1))
    if (whole && span.start < end && at < span.end) return true
  }
  return false
}
