import type { Mention } from '../../../src/stages/entities/types.js'
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
  const story = textStages.run({ text, meta: about })
  return findValues({ ...story, mentions: namesIn(text) })
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

const NAME = /\p{Lu}[\p{L}’'-]+(?: (?:of )?\p{Lu}[\p{L}’'-]+)*/gu
const NO_NAMES =
  /^(?:It|They|The|He|She|A|An|In|On|At|By|From|But|And|For|We|I|No|Not|This|That|Some|Police|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/

/** What a model would hear as names, near enough: words with capitals that are no beginning of a sentence. */
const namesIn = (text: string): Mention[] =>
  [...text.matchAll(NAME)].flatMap(({ 0: name, index }) =>
    NO_NAMES.test(name)
      ? []
      : [
          {
            start: index,
            end: index + name.length,
            form: 'name' as const,
            type: 'person' as const,
          },
        ],
  )
