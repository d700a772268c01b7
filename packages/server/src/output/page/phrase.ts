import { visibleLine } from '../visible.js'

/**
 * How words look. name: who or what it is about; faint: beside the point, or inferred; doubt: the sign that something is
 * not sure. A form without looks loses nothing: what is inferred or not sure says so in words too.
 */
export type Tone = 'plain' | 'name' | 'faint' | 'doubt'

export interface Part {
  /** Safe to show on one line. */
  readonly text: string
  readonly tone: Tone
}

/** Words on one line, in parts that look different. */
export type Phrase = readonly Part[]

/** A part of words from anywhere: whatever would act on a terminal or break the line is shown instead. */
export const part = (text: string, tone: Tone = 'plain'): Part => ({
  text: visibleLine(text),
  tone,
})

export const phrase = (text: string, tone?: Tone): Phrase => [part(text, tone)]

export const wordsOf = (phrase: Phrase): string => phrase.map(({ text }) => text).join('')

/** The phrase in one tone, but for its doubts. */
export const toned = (phrase: Phrase, tone: Tone): Phrase =>
  phrase.map(part => (part.tone === 'doubt' ? part : { ...part, tone }))

/** The phrases with words between them. */
export const joined = (phrases: readonly Phrase[], between: string): Phrase =>
  phrases.flatMap((phrase, i) => (i === 0 ? phrase : [part(between), ...phrase]))

/** "A", "A and B", "A, B and C". */
export const listed = (phrases: readonly Phrase[]): Phrase =>
  phrases.length < 2
    ? phrases.flat()
    : [...joined(phrases.slice(0, -1), ', '), part(' and '), ...phrases.at(-1)!]
