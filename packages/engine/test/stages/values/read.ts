import { findMentions } from '../../../src/stages/entities/mentions.js'
import { textStages } from '../../../src/stages/index.js'
import { findValues } from '../../../src/stages/values/index.js'
import type { Value } from '../../../src/stages/values/types.js'
import type { StoryMeta } from '../../../src/story.js'

/** A Thursday; every test that does not say otherwise is published on it. */
export const THURSDAY = '2018-03-15'

/** The values of a text in which nobody is quoted. `null` is a story of no known date. */
export function read(
  text: string,
  published: string | null = THURSDAY,
  meta: Partial<StoryMeta> = {},
): Value[] {
  const about = { id: 'test', ...(published === null ? {} : { published }), ...meta }
  const story = { ...textStages.run({ text, meta: about }), quotes: [] }
  return findValues({ ...story, mentions: findMentions(story).mentions })
}

/** Each value as `words = value`, in order; an interval as `start/end`, a range as `min..max`, money with its currency. */
export const shown = (
  text: string,
  published?: string | null,
  meta?: Partial<StoryMeta>,
): string[] =>
  read(text, published, meta).map(
    value => `${text.slice(value.start, value.end)} = ${show(value.value)}`,
  )

function show(value: Value['value']): string {
  if (typeof value !== 'object') return String(value)
  if ('amount' in value) return `${show(value.amount)} ${value.currency ?? '?'}`
  if ('start' in value || 'end' in value) return `${value.start ?? ''}/${value.end ?? ''}`
  return `${'min' in value ? value.min : ''}..${'max' in value ? value.max : ''}`
}
