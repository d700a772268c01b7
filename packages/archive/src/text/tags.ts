import { wordsOf } from './words.js'

/**
 * What a quote or passage can be filtered by, as words of its own in the index: so a filter costs what a word costs. All
 * begin with "=", which no word of a text has.
 */
export const tags = {
  outlet: (sourceId: number): string => `=o${sourceId}`,
  kind: (kind: string): string => `=k${kind}`,
  /** A folded word of a speaker's name. */
  speaker: (word: string): string => `=s${word}`,
  /** A folded word of the name of someone or something that the quote is about. */
  about: (word: string): string => `=a${word}`,
  /** It is told when it was said … */
  said: '=d',
  /** … in this year. */
  saidIn: (year: string): string => `=d${year}`,
} as const

/** Words of a name that are indexed. */
const MOST = 8

export function tagsOfQuote({
  sourceId,
  kind,
  said,
  speakers,
  about,
}: {
  readonly sourceId: number
  readonly kind: string
  readonly said: string | null
  /** Names. */
  readonly speakers: readonly string[]
  readonly about: readonly string[]
}): string[] {
  const all = [tags.outlet(sourceId), tags.kind(kind)]
  if (said !== null) all.push(tags.said, tags.saidIn(said.slice(0, 4)))
  for (const name of speakers) all.push(...nameWords(name).map(tags.speaker))
  for (const name of about) all.push(...nameWords(name).map(tags.about))
  return [...new Set(all)]
}

export const tagsOfPassage = (sourceId: number): string[] => [tags.outlet(sourceId)]

/** The folded words of a name by which it is found: the first eight. */
export const nameWords = (name: string): string[] =>
  Array.from(wordsOf(name), word => word.folded).slice(0, MOST)
