import {
  LEADING_PARTICLES,
  MONTH_NAMES,
  NAME_ABBREVIATIONS,
  PARTICLES,
  SUFFIXES,
} from '../../lexicon/en/names.js'
import { ORGANISATION_HEADS, ORGANISATION_WORDS } from '../../lexicon/en/organisations.js'
import { DEMONYM, PERSON_NOUNS } from '../../lexicon/en/people.js'
import {
  COURTESY,
  OFFICE_MODIFIERS,
  OFFICES,
  TITLE_ABBREVIATIONS,
} from '../../lexicon/en/titles.js'
import type { Capitals } from './capitals.js'
import { isAdjective, isDoubtful, isNameWord } from './capitals.js'
import type { Word } from './words.js'

/** A proper name: words `from` up to `to`, titles left out. */
export interface Name {
  readonly from: number
  readonly to: number
  /** One word that only the start of a sentence gives a capital: to be kept if something else speaks for it. */
  readonly doubtful: boolean
}

const MAX_WORDS = 16
const MARKS = new Set(['"', '“', '”', '‘', '’', "'", "''"])

/** The proper names of a story, in order, not overlapping. Headlines give only names that the rest of the story knows. */
export function findNames(words: readonly Word[], capitals: Capitals): Name[] {
  const names: Name[] = []
  const headlines: [from: number, to: number][] = []
  let at = 0
  while (at < words.length) {
    const start = nameStart(words, at, capitals)
    if (start < 0) {
      at++
      continue
    }
    const end = runEnd(words, start, capitals)
    if (capitals.headlines.has(words[at]!.paragraph)) headlines.push([at, end])
    else names.push(...splitRun(words, at, end, capitals))
    at = end
  }
  const surnames = new Set(names.filter(n => n.to - n.from > 1).map(n => words[n.to - 1]!.lower))
  const isRole = (name: Name) =>
    name.to - name.from === 1 &&
    isContext(words[name.from]!) &&
    !isOrganisationWord(words[name.from]!)
  const proper = names.filter(
    n => !isRole(n) || surnames.has(words[n.from]!.lower) || isTitled(words, n.from),
  )
  const known = new Set(
    proper.filter(n => !n.doubtful).flatMap(n => words.slice(n.from, n.to).map(w => w.lower)),
  )
  for (const [from, to] of headlines) proper.push(...knownRuns(words, from, to, known, capitals))
  return proper.sort((a, b) => a.from - b.from)
}

/** Index of the first capitalised word of a name that starts at `at` (a particle may lead); -1 if none does. */
function nameStart(words: readonly Word[], at: number, capitals: Capitals): number {
  const word = words[at]!
  if (isNameWord(word, capitals)) return at
  if (word.first && word.text === 'New' && words[at + 1]?.capital) return at
  if (word.first || !LEADING_PARTICLES.has(word.lower)) return -1
  const next = words[at + 1]?.text === '-' ? at + 2 : at + 1
  return words[next] !== undefined && words[next]!.capital && isNameWord(words[next]!, capitals)
    ? next
    : -1
}

/** Where the run of name words ends that has `at` as one. */
function runEnd(words: readonly Word[], at: number, capitals: Capitals): number {
  let end = at + 1
  while (end - at < MAX_WORDS) {
    if (words[end - 1]!.possessive) return end
    const next = nextNameWord(words, at, end, capitals)
    if (next < 0) return end
    end = next + 1
  }
  return end
}

/** Index of the word that carries on the run `from`..`end`; -1 if none does. */
function nextNameWord(
  words: readonly Word[],
  from: number,
  end: number,
  capitals: Capitals,
): number {
  const last = words[end - 1]!
  const next = words[end]
  if (next === undefined || next.paragraph !== last.paragraph) return -1
  const carries = (index: number) => {
    const word = words[index]
    return (
      word !== undefined &&
      word.paragraph === last.paragraph &&
      word.capital &&
      !word.first &&
      (isNameWord(word, capitals) ||
        isOrganisationWord(word) ||
        (MONTH_NAMES.has(word.lower) && !/^\d/.test(words[index + 1]?.text ?? '')))
    )
  }
  const afterStop = (index: number) => {
    const word = words[index]
    return (
      word !== undefined &&
      word.paragraph === last.paragraph &&
      isNameWord(word, capitals) &&
      word.capital
    )
  }
  if (next.text === '.' && !next.spaced && isAbbreviation(last)) {
    const goesOn = NAME_ABBREVIATIONS.has(last.lower) ? carries(end + 1) : afterStop(end + 1)
    return goesOn ? end + 1 : end
  }
  if (carries(end)) return next.spaced || /^[-–.]$/.test(last.text) || last.text === '.' ? end : -1
  if (
    next.text === '-' &&
    !next.spaced &&
    words[end + 1]?.spaced === false &&
    (words[end + 1]!.capital || isGivenPart(words, from, end + 1))
  )
    return end + 1
  if (next.text === '&' && carries(end + 1)) return end + 1
  if (next.text === ',' && isSuffix(words[end + 1])) return end + 1
  // “the Harbour Workers' Union”
  if (/^['’]$/.test(next.text) && !next.spaced && last.lower.endsWith('s') && carries(end + 1))
    return isOrganisationWord(words[end + 1]!) ? end + 1 : -1
  if (MARKS.has(next.text) && next.spaced) return afterNickname(words, end, afterStop)
  if (next.text === '(' && words[end + 2]?.text === ')' && carries(end + 1))
    return carries(end + 3) ? end + 3 : -1
  return acrossParticles(words, from, end, carries)
}

const isAbbreviation = (word: Word) =>
  /^\p{Lu}$/u.test(word.text) ||
  NAME_ABBREVIATIONS.has(word.lower) ||
  TITLE_ABBREVIATIONS.has(word.lower)

const isSuffix = (word: Word | undefined) =>
  word !== undefined &&
  SUFFIXES.has(word.lower) &&
  word.capital &&
  /^(?:[JS]n?r|I+V?)$/i.test(word.text)

/** The small part of “Yun-seo Baek” and “Kim Jong-un”; not of “Harrow-based”. */
function isGivenPart(words: readonly Word[], from: number, at: number): boolean {
  const part = words[at]!
  if (
    part.text.length > 5 ||
    part.possessive ||
    /^(?:led|run|era|born|based|like|style|only|free)$/.test(part.lower)
  )
    return false
  return words[at + 1]?.capital === true
    ? words[at + 1]!.spaced && !words[at + 1]!.first
    : at - from > 2
}

/** Robert “Bob” Smith: the index of Smith. */
function afterNickname(
  words: readonly Word[],
  open: number,
  carries: (index: number) => boolean,
): number {
  for (let close = open + 2; close <= open + 4; close++) {
    const mark = words[close]
    if (mark === undefined) return -1
    if (MARKS.has(mark.text))
      return !mark.spaced && words[open + 1]!.capital && carries(close + 1) ? close + 1 : -1
  }
  return -1
}

/** Over “de la”, “of the”, “for”, “and”: the index of the name word behind; -1 if the particles do not belong to the name. */
function acrossParticles(
  words: readonly Word[],
  from: number,
  end: number,
  carries: (index: number) => boolean,
): number {
  let at = end
  while (
    at - end < 3 &&
    words[at] !== undefined &&
    PARTICLES.has(words[at]!.lower) &&
    !words[at]!.capital
  )
    at++
  if (at > end) {
    if (words[at]?.text === '-') at++
    if (carries(at) && !isTitle(words[at - 1]!)) return at
    return -1
  }
  const particle = words[end]!.lower
  const run = words.slice(from, end)
  if (particle === 'and' && end - from === 1 && words[from - 1]?.lower === 'the')
    return carries(end + 1) && endsInOrganisation(words, end + 1) ? end + 1 : -1
  const head = run.some(word => ORGANISATION_HEADS.has(word.lower))
  if (!head) return -1
  const behind = words[end + 1]?.lower === 'the' && particle !== 'and' ? end + 2 : end + 1
  if (!carries(behind)) return -1
  if (particle === 'of' || particle === 'for' || particle === 'on') {
    // “Mayor of London Anna Lund” stays apart: the office ends before “of”
    return ORGANISATION_HEADS.has(words[end - 1]!.lower) || particle !== 'on' ? behind : -1
  }
  const listed = run.some(word => ['of', 'for', 'on'].includes(word.lower) && !word.capital)
  return particle === 'and' && listed && !isTitle(words[behind]!) ? behind : -1
}

/** the Securities and Exchange Commission */
function endsInOrganisation(words: readonly Word[], from: number): boolean {
  for (let i = from + 1; i < from + 4; i++) {
    if (words[i]?.capital !== true) return false
    if (ORGANISATION_WORDS.has(words[i]!.lower)) return true
  }
  return false
}

/** Mr, Sen, Judge, Prime Minister …, by the word alone. */
export const isTitle = (word: Word): boolean =>
  word.capital && (Object.hasOwn(COURTESY, word.lower) || Object.hasOwn(OFFICES, word.lower))

/** “Mr Baker”: a trade that is a name. */
const isTitled = (words: readonly Word[], at: number) => {
  const before = words[at - 1]?.text === '.' ? words[at - 2] : words[at - 1]
  return before?.capital === true && Object.hasOwn(COURTESY, before.lower)
}

const isContext = (word: Word) =>
  isTitle(word) ||
  PERSON_NOUNS.has(word.lower) ||
  /(?:ologist|ician|keeper|maker|ist)$/.test(word.lower)

const isOrganisationWord = (word: Word) => ORGANISATION_WORDS.has(word.lower)

/** The names of one run of capitalised words: “Ohio Democratic Party Chairman David Pepper” gives the party and the man. */
function splitRun(words: readonly Word[], from: number, to: number, capitals: Capitals): Name[] {
  // “(D-Mont.)”
  if (words[from]!.text.length === 1 && words[from + 1]?.text === '-') return []
  const office =
    ['of', 'for'].includes(words[from - 1]?.lower ?? '') &&
    words[from - 2] !== undefined &&
    isContext(words[from - 2]!)
  const count = words.slice(from, to).filter(word => word.word).length
  // “Secretary of State John Kerry”
  if (
    office &&
    count > 2 &&
    count === to - from &&
    lastContext(words, from, to) < 0 &&
    !isOrganisationWord(words[to - 1]!)
  )
    return [...keep(words, from, to - 2, capitals), ...keep(words, to - 2, to, capitals)]
  const body = bodyEnd(words, from, to)
  if (body > from) return [...keep(words, from, body, capitals), ...keep(words, body, to, capitals)]
  const title = lastContext(words, from, to)
  if (title < 0) return keep(words, from, to, capitals)
  let end = title
  while (
    end > from &&
    (isContext(words[end - 1]!) ||
      OFFICE_MODIFIERS.has(words[end - 1]!.lower) ||
      !words[end - 1]!.word)
  )
    end--
  let start = title + 1
  while (start < to && !words[start]!.word) start++
  return [...keep(words, from, end, capitals), ...keep(words, start, to, capitals)]
}

const BODIES =
  /^(?:council|committee|commission|university|institute|association|society|federation|agency|foundation|department|ministry|club|party|union)$/

/** “the Refugee Council Enver Solomon”: where the body's name ends and two words of a person's begin; -1 elsewhere. */
function bodyEnd(words: readonly Word[], from: number, to: number): number {
  const rest = words.slice(to - 2, to)
  const plain = rest.every(word => word.word && !isContext(word) && !isOrganisationWord(word))
  return to - from > 3 && plain && BODIES.test(words[to - 3]!.lower) ? to - 2 : -1
}

/** Index of the last title or role before the end of the run; -1 where there is none or it is part of the name. */
function lastContext(words: readonly Word[], from: number, to: number): number {
  let last = to - 1
  while (last > from && !words[last]!.word) last--
  if (isOrganisationWord(words[last]!) && !isTitle(words[last]!))
    return courtesyBefore(words, from, last)
  for (let i = last; i >= from; i--) {
    const word = words[i]!
    if (!word.word || !word.capital) continue
    if (isSuffix(word) || (i > from && MARKS.has(words[i - 1]!.text))) continue
    const ends = i === last
    if (ends) {
      const rest = words.slice(from, to).filter(w => w.word)
      const others = rest.slice(0, -1)
      // “Prime Minister”, “Attorney General”: an office and no name
      if (
        isTitle(word) &&
        others.every(w => isContext(w) || OFFICE_MODIFIERS.has(w.lower)) &&
        !others.some(w => Object.hasOwn(COURTESY, w.lower))
      )
        return i
      continue
    }
    if (isOrganisationWord(words[i + 1]!)) continue
    if (isTitle(word) || (isContext(word) && (i === from || PERSON_NOUNS.has(word.lower)))) return i
  }
  return -1
}

const courtesyBefore = (words: readonly Word[], from: number, last: number) =>
  last > from && Object.hasOwn(COURTESY, words[from]!.lower) && last - from <= 2 ? from : -1

/** The run as a name, its edges cleaned; nothing where nothing of a name is left. */
function keep(words: readonly Word[], from: number, to: number, capitals: Capitals): Name[] {
  let start = from
  let end = to
  while (end > start && !words[end - 1]!.word && !isStopOfInitial(words, end - 1)) end--
  while (start < end && !words[start]!.word) start++
  const real = words.slice(start, end).filter(word => word.word && word.capital)
  if (real.length === 0 || real.every(word => isAdjective(word) || /^\d/.test(word.text))) return []
  const [only] = real
  if (['the', 'a', 'an'].includes(words[from - 1]?.lower ?? '') && isDemonym(real)) return []
  const doubtful = real.length === 1 && isDoubtful(only!, capitals)
  return [{ from: start, to: end, doubtful }]
}

/** “the Croatian”, “a South African”: where someone comes from. */
const isDemonym = (real: readonly Word[]) =>
  DEMONYM.test(real.at(-1)!.lower) && !real.at(-1)!.possessive && real.length <= 2

const isStopOfInitial = (words: readonly Word[], at: number) =>
  at > 0 && words[at]!.text === '.' && isAbbreviation(words[at - 1]!) && !words[at]!.spaced

/** Pieces of a headline's run that the rest of the story knows as names. */
function knownRuns(
  words: readonly Word[],
  from: number,
  to: number,
  known: ReadonlySet<string>,
  capitals: Capitals,
): Name[] {
  const names: Name[] = []
  let start = -1
  for (let i = from; i <= to; i++) {
    const inside = i < to && known.has(words[i]!.lower) && words[i]!.capital
    const joins = i < to && start >= 0 && !words[i]!.word && words[i]!.text === '-'
    if (inside && start < 0) start = i
    const ends = start >= 0 && ((!inside && !joins) || words[i]!.possessive)
    if (!ends) continue
    const end = inside ? i + 1 : i
    names.push(...splitRun(words, start, end, capitals).map(name => ({ ...name, doubtful: false })))
    start = -1
  }
  return names
}
