import { COURTESY, OFFICES } from '../../lexicon/en/titles.js'
import type { Span } from '../../span.js'
import type { FindingStory } from './types.js'

/** One use of a person's name. */
export interface PersonName extends Span {
  /** The words of the name, without titles and the possessive 's; as they are written. */
  readonly words: readonly string[]
  /** The title before the first word, lower case, without its stop: within the mention or before it. */
  readonly title: string | undefined
  readonly entity: number
}

/** Every use of every person's name, in the order of the entities. */
export function personNames(
  story: Pick<FindingStory, 'text' | 'mentions' | 'entities'>,
): PersonName[] {
  const { text, mentions } = story
  return story.entities.flatMap(({ type, mentions: own }, entity) =>
    type !== 'person'
      ? []
      : own.flatMap(m => {
          const { start, end, form } = mentions[m]!
          if (form !== 'name') return []
          return [{ start, end, entity, ...takeApart(text, start, end) }]
        }),
  )
}

function takeApart(text: string, start: number, end: number) {
  const bare = text.slice(start, end).replace(/['’]s?$/, '')
  const all = bare.match(/[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu) ?? []
  let from = 0
  while (from < all.length - 1 && isTitle(all[from]!)) from++
  const before = /([\p{L}-]+)\.?\s+$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1]
  const inside = from > 0 ? all[from - 1]! : undefined
  const outside = from === 0 && before !== undefined && isTitle(before) ? before : undefined
  return { words: all.slice(from), title: (inside ?? outside)?.toLowerCase() }
}

export const isTitle = (word: string): boolean =>
  Object.hasOwn(COURTESY, word.toLowerCase()) || Object.hasOwn(OFFICES, word.toLowerCase())
