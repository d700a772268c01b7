import { nameKey } from '../text/words.js'
import { BODY_WORDS, FIRST_NAMES, LAST_NAMES } from './common-names.js'

/** A name that is whole enough to know someone by. */
export interface FullName {
  /** Those with the same block may be the same: a person's first and last name, a body's words. */
  readonly block: string
  /** What stands between first and last name: initials or names; '' where nothing does. */
  readonly middle: string
  /** jr, sr, iii … */
  readonly suffix: string
  /** Its parts as the archive counts them, each with the share of names that have it, as far as is known beforehand. */
  readonly parts: readonly { readonly part: string; readonly share: number }[]
}

const SUFFIXES: ReadonlySet<string> = new Set('jr sr jnr snr ii iii iv'.split(' '))
const LINKING: ReadonlySet<string> = new Set('the of and for in at de la'.split(' '))
const RARE = { first: 5e-5, last: 1e-5, body: 2e-5 }
const PARTS = 6

/**
 * The full name of an entity: of a person a first and a last name (J. K. Rowling's initials are one), of an organisation
 * or group any name. Null for a surname, a first name or an initial alone, and for what has no name.
 *
 * `fullName('person', 'Ola M. Berg Jr')` has the block 'p ola berg', the middle 'm' and the suffix 'jr'.
 */
export function fullName(type: string, name: string): FullName | null {
  const words = nameKey(name).split(' ').filter(Boolean)
  if (type === 'person') return personName(words)
  return type === 'organisation' || type === 'group' ? bodyName(words) : null
}

function personName(words: readonly string[]): FullName | null {
  const suffixed = words.length > 2 && SUFFIXES.has(words.at(-1)!)
  const own = suffixed ? words.slice(0, -1) : words
  const initials = own.findIndex(word => word.length > 1)
  const last = own.at(-1)
  if (last === undefined || last.length < 2 || initials < 0) return null
  // "J. Edgar Hoover" is Edgar Hoover; "J. K. Rowling" has nothing else; "J. Rowling" might be anybody
  const rest = own.slice(initials)
  const first = rest.length > 1 ? rest[0]! : own.slice(0, initials).join('')
  if (first.length < 2) return null
  return {
    block: `p ${first} ${last}`,
    middle: rest.length > 1 ? [...own.slice(0, initials), ...rest.slice(1, -1)].join(' ') : '',
    suffix: suffixed ? words.at(-1)!.replace('n', '') : '',
    parts: [
      { part: `f ${first}`, share: FIRST_NAMES.get(first) ?? RARE.first },
      { part: `l ${last}`, share: LAST_NAMES.get(last) ?? RARE.last },
    ],
  }
}

function bodyName(words: readonly string[]): FullName | null {
  const own = words[0] === 'the' ? words.slice(1) : words
  const telling = [...new Set(own.filter(word => !LINKING.has(word)))].slice(0, PARTS)
  if (telling.join('').length < 2) return null
  return {
    block: `o ${own.join(' ')}`,
    middle: '',
    suffix: '',
    parts: telling.map(word => ({ part: `o ${word}`, share: BODY_WORDS.get(word) ?? RARE.body })),
  }
}
