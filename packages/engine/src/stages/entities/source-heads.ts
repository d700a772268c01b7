import { DOCUMENT_NOUNS, ORGANISATION_NOUNS } from '../../lexicon/en/organisations.js'
import { KINSHIP } from '../../lexicon/en/people.js'
import { PRONOUNS, RELATIVES } from '../../lexicon/en/pronouns.js'
import { ROLE_NOUNS } from '../../lexicon/en/roles.js'
import { asksHere } from './askers.js'
import { headWord } from './descriptions.js'
import type { Name } from './names.js'
import { isTitle, nounType } from './nouns.js'
import { withoutPostNominals } from './post-nominals.js'
import { singular, type Word } from './words.js'

/** Who or what a source says the words are of: words `from` up to `to`. */
export interface Head {
  readonly from: number
  readonly to: number
  readonly form: 'name' | 'description' | 'pronoun'
}

/** The names of a story by the index of the word after them, for looking back. */
export type NamesByEnd = ReadonlyMap<number, Name>

const LEADS = new Set('from by as according to both then even whose also only just what'.split(' '))
const TRAILS = new Set(
  'all both each also alone too has have had himself herself themselves then'.split(' '),
)
const RELATIVE = new Set(['who', 'which', 'that', 'whose', 'whom', 'where', 'when'])
const PREPOSITIONS = new Set(
  'of for in at from with without on to by under over inside outside near among against about behind after before via including such than'.split(
    ' ',
  ),
)
const BREAKS = /^(?:[,;:()[\]–—]|-+|\.{2,}|…)$/

/**
 * The heads of one source: “Anna Lund, the club's chief executive” gives Anna Lund, “Lund's lawyer” the lawyer,
 * “Ana and Bo Dore” two people. At least one for every source that holds a word.
 */
export function sourceHeads(
  words: readonly Word[],
  names: NamesByEnd,
  from: number,
  to: number,
): Head[] {
  const segments = withoutAsker(words, findSegments(words, names, from, to))
  const [first, ...rest] = segments
  if (first === undefined) return []
  const heads = conjuncts(words, names, first).map(part => headOf(words, names, part.from, part.to))
  const listed: Head[] = []
  for (const segment of rest) addSegment(words, names, first, segment, heads, listed)
  return heads
}

interface Range {
  readonly from: number
  readonly to: number
}

/** “Asked by Tell, prosecuting, | Bale”: who put the question is not who answered, where another is there. */
function withoutAsker(words: readonly Word[], segments: readonly Range[]): readonly Range[] {
  if (segments.length < 2 || !asksHere(words, segments[0]!.from)) return segments
  const rest = segments.slice(1)
  while (rest.length > 1 && /ing$/.test(words[rest[0]!.from]!.lower)) rest.shift()
  return rest
}

/** The source in pieces, cut at its commas, brackets and dashes, edges cleaned, names kept whole. */
function findSegments(
  words: readonly Word[],
  names: NamesByEnd,
  from: number,
  to: number,
): Range[] {
  const inName = new Set<number>()
  for (let i = from + 1; i <= to; i++) {
    const name = names.get(i)
    if (name !== undefined) for (let k = Math.max(name.from, from); k < i; k++) inName.add(k)
  }
  const segments: Range[] = []
  let start = from
  for (let i = from; i <= to; i++) {
    const word = words[i]
    const hyphen = word?.text === '-' && !word.spaced && words[i + 1]?.spaced === false
    const cut = i === to || (!inName.has(i) && BREAKS.test(word!.text) && !hyphen)
    if (!cut) continue
    const whole = clean(words, start, i)
    // “Ada Fenn KC”: the letters are no part of the name
    const bare = withoutPostNominals(words, whole.from, whole.to)
    const segment = names.has(bare) ? { from: whole.from, to: bare } : whole
    if (segment.to > segment.from) segments.push(segment)
    start = i + 1
  }
  return segments
}

function clean(words: readonly Word[], from: number, to: number): Range {
  let start = from
  let end = to
  while (start < end && !words[start]!.word) start++
  while (end > start && !words[end - 1]!.word && !/^[.'’]$/.test(words[end - 1]!.text)) end--
  while (start < end - 1 && LEADS.has(words[start]!.lower) && !words[start]!.possessive) start++
  // “was all the drummer would say”
  if (
    end > start + 2 &&
    words[start]!.lower === 'all' &&
    words[start + 1]!.lower === 'the' &&
    nounType(headWord(words, end - 1))?.plural === false
  )
    start++
  while (end > start + 1 && TRAILS.has(words[end - 1]!.lower)) end--
  return { from: start, to: end }
}

/** The piece split at the “and” between its heads; what follows a preposition or a relative stays with its head. */
function conjuncts(words: readonly Word[], names: NamesByEnd, range: Range): Range[] {
  const parts: Range[] = []
  let start = range.from
  for (let i = range.from + 1; i < range.to; i++) {
    const word = words[i]!
    if (RELATIVE.has(word.lower)) return [...parts, clean(words, start, i)]
    if (insideName(names, i, range.to)) continue
    if (PREPOSITIONS.has(word.lower)) break
    if (['and', '&', 'or'].includes(word.lower) && standsAlone(words, names, start, i)) {
      parts.push(clean(words, start, i))
      start = i + 1
    }
  }
  let end = range.to
  for (let i = start + 1; i < end; i++) if (RELATIVE.has(words[i]!.lower) && words[i]!.word) end = i
  parts.push(clean(words, start, end))
  return parts.filter(part => part.to > part.from)
}

/** “police” and prosecutors; not “online” and snap polls. */
const standsAlone = (words: readonly Word[], names: NamesByEnd, from: number, to: number) =>
  names.has(to) ||
  words[to - 1]!.lower.endsWith('s') ||
  nounType(headWord(words, to - 1)) !== undefined ||
  PRONOUNS[words[from]!.lower] !== undefined

const MAX_NAME = 16

function insideName(names: NamesByEnd, at: number, limit: number): boolean {
  for (let end = at + 1; end <= Math.min(limit, at + MAX_NAME); end++) {
    const name = names.get(end)
    if (name !== undefined && name.from <= at) return true
  }
  return false
}

/** A piece after the first: another name of a list, or the name that an apposition gives a described person. */
function addSegment(
  words: readonly Word[],
  names: NamesByEnd,
  first: Range,
  segment: Range,
  heads: Head[],
  listed: Head[],
): void {
  const linked = ['and', '&'].includes(words[segment.from]!.lower)
  const from = linked ? segment.from + 1 : segment.from
  if (from >= segment.to) return
  const parts = conjuncts(words, names, { from, to: segment.to })
  const found = parts.map(part => headOf(words, names, part.from, part.to))
  const previous = heads.at(-1)!
  const allNames = found.every(head => head.form === 'name')
  if (linked || parts.length > 1) {
    if (allNames && previous.form === 'name') heads.push(...listed.splice(0), ...found)
    return
  }
  const [head] = found
  if (head === undefined || head.form !== 'name') return
  const isWhole =
    head.to === segment.to &&
    (head.from === segment.from ||
      isTitle(words[head.from - 1]!) ||
      words[head.from - 1]!.text === '.' ||
      isIntroduced(words, segment.from, head.from))
  const noun = headNoun(words, first)
  const known = nounType(noun) !== undefined || (head.to - head.from > 1 && !noun.endsWith('s'))
  const described = previous.form === 'description' && heads.length === 1 && known
  const place =
    names.get(first.to) !== undefined &&
    PREPOSITIONS.has(words[names.get(first.to)!.from - 1]?.lower ?? '') &&
    head.to - head.from === 1
  if (described && isWhole && !place && !isOfAnother(words, first)) heads[0] = head
  else if (isWhole && previous.form === 'name' && head.to - head.from > 1) listed.push(head)
}

/** “the niece of one of the victims, Edith Marlowe,”: the name may be the other's. */
export function isOfAnother(words: readonly Word[], { from, to }: Range): boolean {
  const of = words.slice(from, to).findIndex(({ lower }) => lower === 'of')
  if (of < 1) return false
  const [relative, other] = [headWord(words, from + of - 1), headWord(words, to - 1)]
  return (
    Object.hasOwn(KINSHIP, relative) &&
    !words[to - 1]!.capital &&
    (nounType(other)?.type === 'person' || nounType(other)?.type === 'group')
  )
}

/** “dairy farmer | Hugh Absalom”, “Labour's | Priya Nandakumar”: a trade or a body before the name, and nothing else. */
function isIntroduced(words: readonly Word[], from: number, to: number): boolean {
  const last = words[to - 1]!
  if (to - from === 1 && last.possessive && last.capital) return true
  const plain = words
    .slice(from, to)
    .every(({ word, capital, text }) => (word ? !capital : text === '-'))
  return (
    plain &&
    to - from <= 4 &&
    (ROLE_NOUNS.has(last.lower) || nounType(last.lower)?.plural === false)
  )
}

/** The head of one noun phrase. */
function headOf(words: readonly Word[], names: NamesByEnd, from: number, to: number): Head {
  const first = words[from]!
  const alone = to - from === 1 || words.slice(from + 1, to).every(word => !word.word)
  const pronoun = PRONOUNS[first.lower] ?? RELATIVES[first.lower]
  if (
    pronoun !== undefined &&
    !first.possessive &&
    (alone || !pronoun.possessive) &&
    (alone || !pronoun.relative)
  )
    return { from, to: from + 1, form: 'pronoun' }
  const base = baseEnd(words, names, from, to)
  const name = nameHead(words, names, from, base, to)
  if (name !== undefined) return { from: name.from, to: name.to, form: 'name' }
  const maker = makerOf(words, names, from, base, to)
  if (maker !== undefined) return maker
  const whole = clauseEnd(words, from, to)
  const end = whole > from + 1 && !words[whole - 1]!.word ? whole - 1 : whole
  return { from, to: end, form: 'description' }
}

const FINITE =
  /^(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|does|did|do|voted|decided|agreed|refused|promised|went|came|gave|took|began|became)$/

/** Where the verb begins, if a whole clause was taken for the source. */
function clauseEnd(words: readonly Word[], from: number, to: number): number {
  for (let i = from + 2; i < to; i++) {
    const word = words[i]!
    if (word.capital || !FINITE.test(word.lower)) continue
    const before = words[i - 1]!
    return before.word && !PREPOSITIONS.has(before.lower) && PRONOUNS[before.lower] === undefined
      ? i
      : to
  }
  return to
}

/** Where the noun phrase proper ends and its prepositions and participles begin. */
function baseEnd(words: readonly Word[], names: NamesByEnd, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    const word = words[i]!
    if (!word.word || insideName(names, i, to)) continue
    if (PREPOSITIONS.has(word.lower)) return i
    if (
      !word.capital &&
      i > from + 1 &&
      /(?:ing|ed)$/.test(word.lower) &&
      nounType(headWord(words, i - 1)) !== undefined
    )
      return i
  }
  return to
}

function nameHead(
  words: readonly Word[],
  names: NamesByEnd,
  from: number,
  base: number,
  to: number,
): Name | undefined {
  let end = base
  while (end > from && !words[end - 1]!.word && names.get(end) === undefined) end--
  const name = names.get(end)
  if (name !== undefined && name.from >= from) return name
  const last = names.get(to)
  const isName = last !== undefined && last.from > from + 1 && last.to - last.from > 1
  if (isName && names.has(last.from) && isPersonHead(words, from, base)) return last
  // “Undersecretary for Education Mr Lund”, but “a spokesman for Mr Lund”
  if (last !== undefined && last.from > from) {
    const title = words[last.from - 1]!.text === '.' ? last.from - 2 : last.from - 1
    if (isTitle(words[title]!) && names.has(title)) return last
  }
  // “the Gannett newspaper chain”
  let at = end
  while (
    at > from &&
    words[at - 1]!.word &&
    !words[at - 1]!.capital &&
    ORGANISATION_NOUNS.has(words[at - 1]!.lower)
  )
    at--
  const modified = at < end ? names.get(at) : undefined
  const noun = words[end - 1]?.lower
  if (
    modified !== undefined &&
    modified.from >= from &&
    !words[at - 1]!.possessive &&
    modified.from <= from + 1 &&
    !['campaign', 'team', 'government', 'administration'].includes(noun!)
  )
    return modified
  return undefined
}

const isPersonHead = (words: readonly Word[], from: number, base: number) =>
  nounType(headNoun(words, { from, to: base }))?.type === 'person'

/** Whose a document is: “her diary” is hers, “a note from Lund” is Lund's. */
function makerOf(
  words: readonly Word[],
  names: NamesByEnd,
  from: number,
  base: number,
  to: number,
): Head | undefined {
  if (
    !DOCUMENT_NOUNS.has(singular(words[base - 1]!.lower)) &&
    !DOCUMENT_NOUNS.has(words[base - 1]!.lower)
  )
    return undefined
  const first = words[from]!
  if (PRONOUNS[first.lower]?.possessive && PRONOUNS[first.lower]!.person === 3)
    return { from, to: from + 1, form: 'pronoun' }
  for (let end = from + 1; end < base; end++) {
    const name = names.get(end)
    if (name !== undefined && words[end - 1]!.possessive && name.from <= from + 2)
      return { from: name.from, to: name.to, form: 'name' }
  }
  for (let i = base; i < Math.min(to, base + 3); i++) {
    if (!['from', 'by'].includes(words[i]!.lower)) continue
    const end = baseEnd(words, names, i + 1, to)
    const name = i + 1 < to ? nameHead(words, names, i + 1, end, end) : undefined
    if (name !== undefined) return { from: name.from, to: name.to, form: 'name' }
  }
  return undefined
}

/** The noun that a described source is about: the last word before its prepositions. */
export function headNoun(words: readonly Word[], range: Range): string {
  let end = range.from + 1
  while (end < range.to && !(words[end]!.word && PREPOSITIONS.has(words[end]!.lower))) {
    const previous = headWord(words, end - 1)
    if (
      /(?:ing|ed)$/.test(words[end]!.lower) &&
      end > range.from + 1 &&
      nounType(previous) !== undefined
    )
      break
    if (RELATIVE.has(words[end]!.lower)) break
    end++
  }
  while (end > range.from + 1 && !words[end - 1]!.word) end--
  return headWord(words, end - 1)
}
