import { KINSHIP } from '../../lexicon/en/people.js'
import { lastStartingBy } from '../../span.js'
import { editDistance } from './edit-distance.js'
import { type PersonName, personNames } from './people.js'
import type { FindingStory, Rule } from './types.js'

/** Only so many different names are compared; a story has some dozens. */
const MAX_NAMES = 400
/** The rarer spelling stands this many times less. */
const RARER = 3
/** A surname that nobody has is somebody's this far behind the full name, in characters. */
const SHORTLY = 1500

interface Form {
  readonly uses: PersonName[]
  readonly words: readonly string[]
}

/**
 * A person's name spelt two ways, the one clearly rarer.
 *
 * Of full names `Katherine Lund` three times and `Katharine Lund` once, or `Rafe Quillane` and once `Rafe Quillaine`; of
 * surnames `Brell` several times and `Brel` once, or `Mara Wimes` and shortly behind `Wines`, where no other is
 * introduced. Names with digits of a bad scan (`Sa1low`) count. Not: two who both speak, or who have other first names
 * too; short first names (`Joan Lund`, `Jean Lund`); a name and its short form (`Joseph`, `Josep`); two in one sentence;
 * the plural (`the Brells`) and the possessive; accents; relatives.
 */
export const spellings: Rule = story => {
  const forms = new Map<string, Form>()
  for (const name of personNames(story)) {
    const key = name.words.join(' ')
    // capitals are a headline's; accents alone are no other spelling
    if (name.words.length === 0 || /^[^\p{Ll}]+$/u.test(key)) continue
    const form = forms.get(key)
    if (form === undefined) forms.set(key, { uses: [name], words: name.words })
    else form.uses.push(name)
  }
  const counted = [...forms.values()].slice(0, MAX_NAMES)
  const parts = countParts(counted)
  const told = new Set<string>()
  return counted.flatMap(rare => {
    for (const usual of counted) {
      const pair = rare === usual ? undefined : differing(rare.words, usual.words)
      if (pair === undefined || told.has(pair.join('/'))) continue
      if (!isMisspelling(story, rare, usual, pair, parts)) continue
      told.add(pair.join('/'))
      // a digit is the misreading of a scan, however often it stands
      const [odd, common] = /\d/.test(pair[1]) && !/\d/.test(pair[0]) ? [pair[1], pair[0]] : pair
      const [here, there] = odd === pair[0] ? [rare, usual] : [usual, rare]
      const times = parts.get(common)!.size
      const often = times < 3 ? ['once', 'twice'][times - 1] : `${times} times`
      return [
        {
          code: 'name-spelt-two-ways',
          severity: 'warning' as const,
          message: `“${here.words.join(' ')}” here, and “${common}” ${often} elsewhere.`,
          spans: [spanOf(here.uses[0]!), spanOf(there.uses[0]!)],
        },
      ]
    }
    return []
  })
}

const spanOf = ({ start, end }: PersonName) => ({ start, end })

/** How often each word of a name stands in the story, by where. */
function countParts(forms: readonly Form[]): Map<string, Set<number>> {
  const parts = new Map<string, Set<number>>()
  for (const { uses, words } of forms)
    for (const word of words) {
      const found = parts.get(word) ?? new Set()
      for (const { start } of uses) found.add(start)
      parts.set(word, found)
    }
  return parts
}

/** The one word in which two names of as many words, or a surname and a full name, differ, if they may be one: [here, there]. */
function differing(a: readonly string[], b: readonly string[]): [string, string] | undefined {
  if (a.length === 1 && b.length > 1)
    return isAlike(a[0]!, b.at(-1)!, true) ? [a[0]!, b.at(-1)!] : undefined
  if (a.length !== b.length) return
  const at = a.findIndex((word, k) => word !== b[k])
  if (at < 0 || a.some((word, k) => k !== at && word !== b[k])) return
  const [one, other] = [a[at]!, b[at]!]
  return isAlike(one, other, a.length === 1) ? [one, other] : undefined
}

/**
 * May two words be one name's two spellings? One letter, or two of a long word that does not stand alone; the first
 * letter alike.
 */
export function isAlike(a: string, b: string, alone: boolean): boolean {
  if (a[0]?.toLowerCase() !== b[0]?.toLowerCase() || Math.abs(a.length - b.length) > 2) return false
  const [x, y] = [fold(a), fold(b)]
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  if (x === y || short.length < 4) return false
  // plural, possessive; a short form and its longer one
  if (
    long === `${short}s` ||
    long === `${short}es` ||
    (long.startsWith(short) && !isDoubling(short, long))
  )
    return false
  const most = short.length >= 8 && !alone ? 2 : 1
  if (short.length < 5 && !isDoubling(short, long)) return false
  return editDistance(x, y, most) <= most
}

/** “Brel”, “Brell”. */
const isDoubling = (short: string, long: string) =>
  long.length === short.length + 1 &&
  [...long].some(
    (letter, k) => letter === long[k + 1] && long.slice(0, k) + long.slice(k + 1) === short,
  )

const fold = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|['’.-]/gu, '')

function isMisspelling(
  story: FindingStory,
  rare: Form,
  usual: Form,
  [odd, common]: readonly [string, string],
  parts: ReadonlyMap<string, ReadonlySet<number>>,
): boolean {
  const oddly = parts.get(odd)!.size
  const commonly = parts.get(common)!.size
  const alone = rare.words.length === 1
  const enough = commonly > 1 && commonly >= RARER * oddly - (alone ? 0 : 1)
  if (oddly > 2 || !(enough || (alone && usual.words.length > 1 && isBehind(rare, usual))))
    return false
  const entity = rare.uses[0]!.entity
  const other = usual.uses[0]!.entity
  if (entity !== other && rare.words.length > 1 && speaks(story, entity) && speaks(story, other))
    return false
  return rare.uses.every(use => {
    const at = lastStartingBy(story.sentences, use.start)
    const sentence = story.sentences[at]
    if (sentence === undefined) return false
    const words = story.text.slice(
      Math.max(sentence.start, use.start - 200),
      Math.min(sentence.end, use.end + 200),
    )
    const both = new RegExp(`(?<![\\p{L}\\p{N}])${common}(?![\\p{L}\\p{N}])`, 'u').test(words)
    return !both && !hasKinship(words)
  })
}

/** Is the one used only shortly behind the other, as a surname is behind the full name? */
const isBehind = (rare: Form, { uses }: Form) =>
  rare.uses.every(use => {
    const before = uses[lastStartingBy(uses, use.start)]
    return before !== undefined && use.start - before.end < SHORTLY
  })

const hasKinship = (words: string) =>
  (words.toLowerCase().match(/\p{L}+/gu) ?? []).some(
    word => Object.hasOwn(KINSHIP, word) || Object.hasOwn(KINSHIP, word.replace(/s$/, '')),
  )

const speaks = ({ speakers }: FindingStory, entity: number) =>
  speakers.some(({ entities }) => entities.includes(entity))
