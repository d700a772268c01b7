import type { RecordQuote } from '@onrecord/engine'
import { alter } from './alter.js'
import { type Archive, archiveOf, type Generated, type QuotePlace } from './archive.js'
import { DESKS } from './people.js'
import { bare, quoteLength, run, topicOf } from './prose.js'
import { below, pick, type Rng, rngOf } from './random.js'
import { type ArchiveOptions, DAYS, FIRST_DAY } from './settings.js'

export type QueryKind =
  | 'rare-word'
  | 'common-word'
  | 'two-words'
  | 'three-words'
  | 'phrase'
  | 'prefix'
  | 'boolean'
  | 'speaker'
  | 'speaker-word'
  | 'outlet-date'
  | 'verify-exact'
  | 'verify-altered'
  | 'verify-absent'

/** A question to the archive. All that it has must hold; lower case, but for names. */
export interface Query {
  readonly kind: QueryKind
  /** The words as one would type them: `rates`, `harbour talks`, `"we will not wait"`, `harb*`, `tax (levy OR budget) NOT ferry`. */
  readonly text?: string
  /** The same in parts: all of these words … */
  readonly all?: readonly string[]
  /** … one of these … */
  readonly any?: readonly string[]
  /** … none of these … */
  readonly none?: readonly string[]
  /** … these, one behind the other … */
  readonly phrase?: string
  /** … one that begins so. */
  readonly prefix?: string
  readonly speaker?: string
  readonly outlet?: string
  /** Days, the first included, the last not: "2014-03-01". */
  readonly from?: string
  readonly to?: string
  /** Did they say that? Words as one would paste them. */
  readonly claim?: string
  /** A quote that answers, where one is known to: there may be more (copies). For an altered claim, the one it was made of. */
  readonly answer?: QuotePlace
}

/** Shares of a log, in hundreds. */
const SHARES: readonly (readonly [QueryKind, number])[] = [
  ['rare-word', 12],
  ['common-word', 8],
  ['two-words', 18],
  ['three-words', 8],
  ['phrase', 12],
  ['prefix', 5],
  ['boolean', 6],
  ['speaker', 9],
  ['speaker-word', 7],
  ['outlet-date', 5],
  ['verify-exact', 4],
  ['verify-altered', 4],
  ['verify-absent', 2],
]

/** A log of `count` questions to the archive of these options, made of its own words: the same for the same options. */
export function* queries(options: ArchiveOptions & { readonly count: number }): Generator<Query> {
  const archive = archiveOf(options)
  const rng = rngOf(options.seed, 20)
  for (let k = 0; k < options.count; k++) yield query(archive, rng, kindOf(rng))
}

function kindOf(rng: Rng): QueryKind {
  let left = rng() * 100
  for (const [kind, share] of SHARES) {
    left -= share
    if (left < 0) return kind
  }
  return 'verify-absent'
}

function query(archive: Archive, rng: Rng, kind: QueryKind): Query {
  const { settings } = archive
  const { words } = settings
  const story = archive.story(below(rng, archive.stories))
  const quote = pick(rng, story.record.quotes)
  const said = plainWords(quote)
  const matter = said.filter(word => word.length > 2 && !words.isFunction(word))
  const word = matter.length > 0 ? pick(rng, matter) : words.contentWord(rng)
  const answer = { story: story.record.story.id, quote: quote.id }
  switch (kind) {
    case 'rare-word': {
      // the longest word of a quote is nearly always an uncommon one
      const rare = matter.reduce((a, b) => (b.length > a.length ? b : a), word)
      return { kind, text: rare, all: [rare], answer }
    }
    case 'common-word': {
      const common = words.words[20 + below(rng, 280)]!.toLowerCase()
      return { kind, text: common, all: [common] }
    }
    case 'two-words':
    case 'three-words': {
      const all = [word]
      const most = kind === 'two-words' ? 2 : 3
      for (const other of shuffled(rng, matter))
        if (all.length < most && !all.includes(other)) all.push(other)
      return { kind, text: all.join(' '), all, answer }
    }
    case 'phrase': {
      const phrase = stretch(rng, said).join(' ')
      return { kind, text: `"${phrase}"`, phrase, answer }
    }
    case 'prefix': {
      const prefix = word.slice(0, Math.min(word.length, 3 + below(rng, 3)))
      return { kind, text: `${prefix}*`, prefix, answer }
    }
    case 'boolean': {
      const any = [words.contentWord(rng), words.contentWord(rng)]
      const none = [words.contentWord(rng)]
      const text = `${word} (${any.join(' OR ')}) NOT ${none[0]}`
      return { kind, text, all: [word], any, none }
    }
    case 'speaker':
      return { kind, speaker: someone(archive, rng) }
    case 'speaker-word':
      return { kind, ...speakerAndWord(archive, rng, story, quote, word) }
    case 'outlet-date': {
      const outlet = settings.outlets[settings.drawOutlet(rng)]!
      const from = FIRST_DAY + below(rng, DAYS - 400)
      const days = pick(rng, [7, 31, 92, 366])
      return { kind, text: word, all: [word], outlet, from: isoOf(from), to: isoOf(from + days) }
    }
    case 'verify-exact':
      return { kind, claim: (rng() < 0.5 ? said : stretch(rng, said)).join(' '), answer }
    case 'verify-altered':
      return {
        kind,
        claim: alter(rng, words, said.length > 1 ? said : [...said, word]).words.join(' '),
        answer,
      }
    case 'verify-absent':
      return {
        kind,
        claim: run(rng, words, topicOf(rng, words), quoteLength(rng)).map(bare).join(' '),
      }
  }
}

/** The words of a content without marks and commas, in lower case but for "I". */
function plainWords({ content }: RecordQuote): readonly string[] {
  const words = content.flatMap(({ text }) => text.split(' '))
  const plain = words.map(word => word.replace(/[“”,.]/g, '')).filter(word => word !== '')
  return plain.map(word => (word === 'I' ? word : word.toLowerCase()))
}

/** Four to ten of the words that stand together, or all. */
function stretch(rng: Rng, words: readonly string[]): readonly string[] {
  const n = Math.min(words.length, 4 + below(rng, 7))
  const from = below(rng, words.length - n + 1)
  return words.slice(from, from + n)
}

function shuffled<T>(rng: Rng, items: readonly T[]): readonly T[] {
  const out = [...items]
  for (let k = out.length - 1; k > 0; k--) {
    const other = below(rng, k + 1)
    ;[out[k], out[other]] = [out[other]!, out[k]!]
  }
  return out
}

/** A name as often asked for as quoted. */
function someone({ settings }: Archive, rng: Rng): string {
  const { first, last } = settings.population.person(
    settings.drawPerson(rng) * DESKS + below(rng, DESKS),
  )
  return rng() < 0.8 ? `${first} ${last}` : last
}

/** Someone quoted and a word of that quote, where the quote has a person for its speaker; else anyone. */
function speakerAndWord(
  archive: Archive,
  rng: Rng,
  { record }: Generated,
  quote: RecordQuote,
  word: string,
): Omit<Query, 'kind'> {
  const entity = record.entities.find(({ id }) => id === quote.speakers[0])
  const known = entity?.type === 'person' && entity.mentions.some(({ form }) => form === 'name')
  return {
    text: word,
    all: [word],
    speaker: known ? entity.name : someone(archive, rng),
    ...(known ? { answer: { story: record.story.id, quote: quote.id } } : {}),
  }
}

const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
