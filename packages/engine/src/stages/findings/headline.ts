import type { FindingStory } from './types.js'

/** How many of the first paragraphs may hold the headline: a slug or a kicker can stand above it. */
const FIRST = 4
const MAX_WORDS = 30

/** The headline's own words, and where they stand in the text. */
export interface Headline {
  readonly words: string
  /** Undefined where the text does not hold the headline. */
  readonly start: number | undefined
  /** Where the body begins. */
  readonly body: number
}

/**
 * The story's headline: its title, and where it stands in the text if it does, at the beginning of one of the first
 * paragraphs (the rest of which is then body); without a title, the first paragraph if it is one: short, more
 * paragraphs behind it, and no full stop at its end.
 *
 * Undefined without a title for a story that begins in mid-sentence: `Anna Lund left.`
 */
export function findHeadline({
  text,
  paragraphs,
  meta,
}: Pick<FindingStory, 'text' | 'paragraphs' | 'meta'>): Headline | undefined {
  const title = meta.title === undefined ? '' : plain(meta.title)
  if (title !== '') {
    for (const { start, end } of paragraphs.slice(0, FIRST)) {
      const to = Math.min(end, start + title.length)
      if (plain(text.slice(start, to)) === title)
        return { words: text.slice(start, to), start, body: to }
    }
    return { words: meta.title!.trim(), start: undefined, body: 0 }
  }
  const [first, ...rest] = paragraphs
  if (first === undefined || rest.length < 3 || first.end - first.start > 300) return undefined
  const words = text.slice(first.start, first.end)
  if (words.split(/\s+/).length > MAX_WORDS || /[.:,;]["”’']?$/.test(words)) return undefined
  return { words, start: first.start, body: first.end }
}

/** Characters by which one text may differ from another's copy, made alike one for one. */
const plain = (text: string) =>
  text
    .trim()
    .replace(/\s/g, ' ')
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‘’‚‛′`]/g, "'")
    .replace(/[–—‒]/g, '-')
