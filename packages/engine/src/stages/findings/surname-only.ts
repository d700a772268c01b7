import { GROUP_NOUNS, KINSHIP } from '../../lexicon/en/people.js'
import { lastStartingBy } from '../../span.js'
import { isTitle, type PersonName, personNames } from './people.js'
import { isAlike } from './spelling.js'
import type { FindingStory, Rule } from './types.js'

/** A sentence with as many people of one name is a line-up or a list. */
const LIST = 4
/** Only so many names are compared. */
const MAX_NAMES = 400
/** Titles that stand with one name alone: royals, the clergy, and those whom everybody knows. */
const ONE_NAME = new Set(
  'president premier chancellor minister pope king queen prince princess saint st sir dame lady lord sister father mother'.split(
    ' ',
  ),
)

/**
 * A person who is quoted, or named more than once under a title, and never given more than one name: a note, since the
 * very famous (and singers) need no more.
 *
 * `Mr Strand said it was too late` in a story that tells nothing else of Strand. Not: `Pope Marek`, `President Holm`;
 * who is named but once in passing; words in capitals (`BRENNICK, March 10`); a nickname in marks (`“Miss Button”`);
 * relatives (`her husband Theo`); line-ups; the story's own writers; a name with a capitalised word before it, which may
 * be its first name (`Gen Nakamo`); what may be a firm or a place (`Hallin said` beside `Port Hallin`, or with nothing
 * that shows a person: a title, he or she, an age, `who`); a name that another person of the story has in full (`Lund` beside `Anna Lund` and
 * `Bo Lund`), or nearly (`Lunt`, which is another rule's).
 */
export const surnamesOnly: Rule = story => {
  const byEntity = new Map<number, PersonName[]>()
  const inFull = new Set<string>()
  const inSentence = new Map<number, number>()
  for (const name of personNames(story)) {
    const known = byEntity.get(name.entity)
    if (known === undefined) byEntity.set(name.entity, [name])
    else known.push(name)
    if (name.words.length > 1) for (const word of name.words) inFull.add(word.toLowerCase())
    else {
      const at = lastStartingBy(story.sentences, name.start)
      inSentence.set(at, (inSentence.get(at) ?? 0) + 1)
    }
  }
  const inOthers = namesOfOthers(story)
  const speaking = new Set(story.speakers.flatMap(({ entities }) => entities))
  return [...byEntity].flatMap(([entity, names]) => {
    const first = names[0]!
    const word = first.words[0]
    if (names.some(({ words }) => words.length !== 1) || word === undefined) return []
    const titled = names.some(({ title }) => title !== undefined)
    if (!speaking.has(entity) && !(titled && names.length > 1)) return []
    if (inFull.has(word.toLowerCase()) || isWriter(story, word) || !isName(word)) return []
    if ([...inFull].slice(0, MAX_NAMES).some(other => isAlike(word, other, true))) return []
    if (names.some(({ title }) => ONE_NAME.has(title ?? ''))) return []
    if (!titled && (inOthers.has(word.toLowerCase()) || !isPerson(story, entity, names))) return []
    if (!titled && names.every(name => isAttribute(story, name))) return []
    if (isFollowers(word.toLowerCase(), inOthers)) return []
    if (isInMarks(story, first)) return []
    if (names.some(name => isRelative(story, name) || isCutShort(story, name))) return []
    if (names.every(({ start }) => inSentence.get(lastStartingBy(story.sentences, start))! >= LIST))
      return []
    const message = `“${word}” is never given a fuller name.`
    return [
      {
        code: 'one-name-only',
        severity: 'note' as const,
        message,
        spans: [{ start: first.start, end: first.end }],
      },
    ]
  })
}

/** Words of the names of what is no person: “Hallin” may be the club or the town of Port Hallin. */
const namesOfOthers = ({ text, mentions }: FindingStory): ReadonlySet<string> =>
  new Set(
    mentions.flatMap(({ start, end, type, form }) =>
      form === 'name' && type !== 'person'
        ? (text
            .slice(start, end)
            .toLowerCase()
            .match(/\p{L}+/gu) ?? [])
        : [],
    ),
  )

/** “the infamous Brennick gig”: no person stands behind “the”. */
const isAttribute = ({ text }: FindingStory, { start }: PersonName): boolean =>
  /\b(?:the|a|an|this|that)\s(?:\p{Ll}+\s){0,2}$/iu.test(text.slice(Math.max(0, start - 40), start))

/** “Brellites” beside “Brell Society”. */
const isFollowers = (word: string, others: ReadonlySet<string>): boolean => {
  const stem = word.replace(/(?:ers|ites|ists|ians)$/, '')
  return stem !== word && others.has(stem)
}

/** Does the story treat it as one person: he or she, an age, “who”? Firms and places speak too. */
function isPerson(story: FindingStory, entity: number, names: readonly PersonName[]): boolean {
  const { gender } = story.entities[entity]!
  if (gender?.value === 'female' || gender?.value === 'male') return true
  return names.some(({ end }) => /^,?\s(?:who\b|\(?\d\d\b)/.test(story.text.slice(end, end + 8)))
}

/** Not in capitals (“BRENNICK, March 10”), and no word for several people that opens its sentence. */
const isName = (word: string) =>
  /^\p{Lu}.*\p{Ll}/u.test(word) && !GROUP_NOUNS.has(word.toLowerCase())

/** A nickname in marks: “Miss Piggy”. */
const isInMarks = ({ marks }: FindingStory, { start, end }: PersonName): boolean => {
  const quotation = marks.quotations[lastStartingBy(marks.quotations, start)]
  return (
    quotation !== undefined &&
    quotation.end >= end &&
    quotation.end - quotation.start < end - start + 14
  )
}

const isWriter = ({ meta }: FindingStory, word: string) =>
  [...(meta.byline ?? []), meta.outlet ?? ''].some(name =>
    name.toLowerCase().includes(word.toLowerCase()),
  )

/** A capitalised word or an initial right before it, in mid-sentence, may be a first name that was not heard. */
function isCutShort({ text }: FindingStory, { start }: PersonName): boolean {
  const before = /(?:^|[\s(])(\p{Lu}(?:\.|[^\s.,;:!?()“”"]*))\s$/u.exec(
    text.slice(Math.max(0, start - 30), start),
  )?.[1]
  return before !== undefined && !isTitle(before.replace('.', ''))
}

/** “her husband Theo”, “her husband, Theo”, “Theo, her husband”. */
function isRelative({ text }: FindingStory, { start, end }: PersonName): boolean {
  const before = /(\p{L}+),?\s+$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1]
  const behind = /^,\s+(?:(?:his|her|their|my|our|the|a)\s+)?(?:\p{L}+['’]s?\s+)?(\p{L}+)/u.exec(
    text.slice(end, end + 50),
  )?.[1]
  return [before, behind].some(
    word =>
      word !== undefined &&
      (Object.hasOwn(KINSHIP, word.toLowerCase()) ||
        /^(?:hubby|ex|mummy|daddy|named|called|nicknamed)$/i.test(word)),
  )
}
