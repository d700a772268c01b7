import type { RecordEntity, RecordQuote, Span, StoryRecord } from '@onrecord/engine'
import { sha256 } from '../pack.js'
import { findNames, findParts, type Name, nameWords, POSSESSIVE, writtenAs } from './find-name.js'
import { type Replaced, rebase, replaceSpans } from './replace-text.js'

/** Whose name is withheld, and what stands in its place. */
export interface Withheld {
  /** Whole names in folded words; no surname alone, unless that is all there is. */
  readonly names: readonly Name[]
  readonly by: string
  /** The person is withdrawn: no quote is theirs and no fact is about them any more. */
  readonly withdrawn: boolean
}

/** Other words than a text's, without the name. */
export interface Sayings {
  /** Words that stand elsewhere: a title, a byline, a correction's. */
  say(words: string): string
  /** An address, path or id, where names have no capitals. */
  sayAddress(words: string): string
}

/** A story's text and whatever is said of it, with a name withheld. */
export interface WithheldStory extends Sayings {
  readonly replaced: Replaced
  /** The records given, about the new text, in their order. */
  readonly records: readonly StoryRecord[]
  /** The first few replaced, each with what stood around it. */
  readonly around: readonly string[]
  /** Moves spans of the old text in any JSON, and says its words. */
  rebase<T>(value: T): T
}

/**
 * Withholds a name in one text. `records` are those of the text, the one in force first; `isTheirs` tells the entities
 * that are the person. What is replaced: their mentions by name; the whole name wherever it stands, but where it is the
 * name of another person by the record in force; words of theirs that the records have as their name alone (a surname),
 * where no other entity's name has them. Their mentions by name become descriptions: the replacement is no name.
 */
export function withhold(
  text: string,
  records: readonly StoryRecord[],
  { names, by, withdrawn }: Withheld,
  isTheirs: (entity: RecordEntity, record: StoryRecord) => boolean,
): WithheldStory {
  const wholes = namesFinder(names)
  const theirs = records.map(
    record => new Set(record.entities.filter(one => isTheirs(one, record)).map(one => one.id)),
  )
  const mentions = records.flatMap((record, k) =>
    record.entities.filter(one => theirs[k]!.has(one.id)).flatMap(namesOf),
  )
  const others = (records[0]?.entities ?? []).filter(one => !theirs[0]!.has(one.id))
  const otherNames = others.flatMap(namesOf)
  const namesakes = others.filter(one => one.type === 'person')
  const namesakeNames = namesakes.flatMap(namesOf)
  const parts = partsOf(
    names,
    mentions.map(({ start, end }) => text.slice(start, end)),
    [
      ...namesakes.map(one => one.name),
      ...namesakeNames.map(({ start, end }) => text.slice(start, end)),
    ],
  )
  const spans = [
    ...mentions,
    ...wholes(text).filter(span => !touches(namesakeNames, span)),
    ...findParts(text, parts).filter(span => !touches(otherNames, span)),
  ].sort((a, b) => a.start - b.start)
  const replaced = replaceSpans(text, spans, by)
  const sayIn = (words: string, anyCase: boolean) =>
    replaceSpans(words, [...wholes(words), ...findParts(words, parts, anyCase)], by).text
  const say = (words: string) => sayIn(words, false)
  return {
    replaced,
    around: around(text, spans),
    say,
    sayAddress: words => sayIn(words, true),
    rebase: value => rebase(value, replaced, say),
    records: records.map((record, k) => {
      const own = theirs[k]!
      const moved = rebase({ ...record, story: { ...record.story, text: '' } }, replaced, say)
      return {
        ...moved,
        story: { ...moved.story, text: replaced.text, sha256: sha256(replaced.text) },
        quotes: withdrawn ? moved.quotes.map(quote => unsaid(quote, own)) : moved.quotes,
        entities: moved.entities.map((entity, j) =>
          own.has(entity.id) ? nameless(entity, by) : named(entity, record.entities[j]!),
        ),
        facts: withdrawn
          ? moved.facts.filter(fact => !Object.values(fact.args).some(word => own.has(word)))
          : moved.facts,
      }
    }),
  }
}

const SHOWN = 3
const AROUND = 40

function around(text: string, spans: readonly Span[]): string[] {
  const apart = spans.filter((span, k) => k === 0 || span.start >= spans[k - 1]!.end)
  return apart
    .slice(0, SHOWN)
    .map(({ start, end }) => text.slice(Math.max(0, start - AROUND), end + AROUND))
    .map(words => words.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ''))
}

/** Finds whole names of more words than one, however they are written. */
function namesFinder(names: readonly Name[]): (text: string) => readonly Span[] {
  const all = names.filter(name => name.length > 1).flatMap(writtenAs)
  const known = new Set(all.map(name => name.join(' ')))
  const most = Math.max(1, ...all.map(name => name.length))
  return text => findNames(text, words => known.has(words.join(' ')), most)
}

/** Mentions by name, without a possessive's ending. */
const namesOf = (entity: RecordEntity): Span[] =>
  entity.mentions
    .filter(mention => mention.form === 'name')
    .map(({ start, end, text }) => ({ start, end: end - (POSSESSIVE.test(text) ? 2 : 0) }))

const touches = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.some(one => one.start < end && start < one.end)

/** Single words that are the person's name here: surnames, and what the story calls them, unless others are called so. */
function partsOf(
  names: readonly Name[],
  called: readonly string[],
  others: readonly string[],
): Set<string> {
  const alone = called.map(nameWords).filter(words => words.length === 1)
  const parts = new Set([...names, ...alone].map(words => words.at(-1)!))
  for (const name of others) for (const word of nameWords(name)) parts.delete(word)
  return parts
}

function nameless(entity: RecordEntity, by: string): RecordEntity {
  return {
    ...entity,
    name: by,
    mentions: entity.mentions.map(mention =>
      mention.form === 'name' ? { ...mention, form: 'description' as const } : mention,
    ),
  }
}

/** A name that a mention has is what that mention is now. */
function named(entity: RecordEntity, before: RecordEntity): RecordEntity {
  const at = before.mentions.findIndex(mention => mention.text === before.name)
  return at < 0 ? entity : { ...entity, name: entity.mentions[at]!.text }
}

function unsaid(quote: RecordQuote, own: ReadonlySet<string>): RecordQuote {
  const speakers = quote.speakers.filter(speaker => !own.has(speaker))
  if (speakers.length === quote.speakers.length) return quote
  const { speakerConfidence, ...rest } = quote
  return {
    ...rest,
    speakers,
    ...(speakers.length > 0 && speakerConfidence !== undefined && { speakerConfidence }),
  }
}

/** The same for words that belong to no story: there only the whole name is known to be theirs. */
export function sayWhole({ names, by }: Withheld): (words: string) => string {
  const wholes = namesFinder(names)
  const alone = new Set(names.filter(name => name.length === 1).map(name => name[0]!))
  return words => replaceSpans(words, [...wholes(words), ...findParts(words, alone)], by).text
}
