import { PARTICLES, SUFFIXES } from '../../lexicon/en/names.js'

/** A name taken apart, in lower case. */
export interface NameParts {
  /** Every word but for a nickname and a suffix; hyphens join. */
  readonly words: readonly string[]
  readonly suffix?: string
  readonly nickname?: string
  /** The first letters of its capitalised words, where there are three or more. */
  readonly initials?: string
}

const WORD = /[\p{L}\p{N}\p{M}&]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu
const NICKNAME = /["“”‘’'(]([\p{L}\p{M}\p{N}][^"“”)]{0,80}?)["“”‘’')]{1,4}\s/u

/** Takes a name's text apart. */
export function parseName(text: string): NameParts {
  const nickname = NICKNAME.exec(` ${text}`)?.[1]
  const plain = nickname === undefined ? text : text.replace(/["“‘'(][^"“”)]{0,80}["”’')]\s/u, '')
  const found = plain.match(WORD) ?? []
  const words = found.map(word =>
    word.toLowerCase().replaceAll('’', "'").replace(/'s$/, '').replaceAll('.', ''),
  )
  const suffix = words.length > 1 && SUFFIXES.has(words.at(-1)!) ? words.pop()! : undefined
  const capitals = found.filter(word => /^\p{Lu}/u.test(word)).map(word => word[0]!.toLowerCase())
  return {
    words,
    ...(suffix !== undefined && { suffix: suffix.slice(0, 1) === 'i' ? suffix : suffix[0]! }),
    ...(nickname !== undefined && { nickname: nickname.toLowerCase() }),
    ...(capitals.length > 2 && { initials: capitals.join('') }),
  }
}

export const surname = (name: NameParts): string => name.words.at(-1) ?? ''

/** The first name; none of a name of one word. */
export const firstName = (name: NameParts): string | undefined =>
  name.words.length > 1 && !PARTICLES.has(name.words[0]!) ? name.words[0] : undefined

/** Could two full names be one person's? Same surname; first names equal, or one the other's beginning or nickname. */
export function samePerson(a: NameParts, b: NameParts): boolean {
  if (
    surname(a) !== surname(b) ||
    (a.suffix !== undefined && b.suffix !== undefined && a.suffix !== b.suffix)
  )
    return false
  const first = firstName(a)
  const other = firstName(b)
  if (first === undefined || other === undefined) return a.words.join(' ') === b.words.join(' ')
  return (
    first === other ||
    (first.length === 1 && other.startsWith(first)) ||
    (other.length === 1 && first.startsWith(other)) ||
    a.nickname === other ||
    b.nickname === first ||
    (Math.min(first.length, other.length) > 2 &&
      (first.startsWith(other) || other.startsWith(first))) ||
    isTail(a.words, b.words) ||
    isTail(b.words, a.words)
  )
}

/** Are these the last words of those? */
export const isTail = (short: readonly string[], long: readonly string[]): boolean =>
  short.length <= long.length &&
  short.every((word, i) => word === long[long.length - short.length + i])

/** The forms by which a person's name may be cut short: surname, first name, nickname, the last two words. */
export function shortForms(name: NameParts): string[] {
  const { words, nickname } = name
  const forms = new Set<string>([words.at(-1)!, ...(nickname === undefined ? [] : [nickname])])
  const first = firstName(name)
  if (first !== undefined && first.length > 1) forms.add(first)
  for (let i = 1; i < words.length - 1 && i < 5; i++) forms.add(words.slice(i).join(' '))
  if (nickname !== undefined) forms.add(`${nickname} ${words.at(-1)!}`)
  return [...forms]
}
