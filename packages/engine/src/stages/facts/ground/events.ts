import { EVENT_NOUNS } from '../../../lexicon/en/things.js'
import type { Argument } from '../types.js'
import { type Ground, typeOf } from './ground.js'

/** The event that the noun phrase at item `at` is: an entity, or the words of one that is met once; else undefined. */
export function eventAt(ground: Ground, at: number | undefined): Argument | undefined {
  const noun = at === undefined ? undefined : ground.items[at]?.noun
  if (noun === undefined || noun.pronoun) return undefined
  const head = noun.words.at(-1)?.lower ?? ''
  if (noun.entity !== undefined) {
    const type = typeOf(ground, noun.entity)
    // a blast and a discovery are events that nobody holds
    const isHeld = EVENT_NOUNS.has(head) || /^(?:night|evening|rehearsal)$/.test(head)
    if (type === 'event')
      return noun.name !== undefined || isHeld || noun.words.length === 0
        ? { entity: noun.entity }
        : undefined
    return type === 'other' && noun.name === undefined && EVENT_NOUNS.has(head)
      ? { entity: noun.entity }
      : undefined
  }
  if (noun.name !== undefined || !EVENT_NOUNS.has(head)) return undefined
  const { text } = ground.story
  return { text: text.slice(noun.words[0]!.start, noun.words.at(-1)!.end) }
}

const SENTENCES_BACK = 2

/** Item index of the event spoken of last before item `at`: in its sentence, or in the two before; else of one behind. */
export function eventNear(ground: Ground, at: number): number | undefined {
  const sentence = ground.items[at]!.sentence
  for (let i = at - 1; i >= 0 && ground.items[i]!.sentence >= sentence - SENTENCES_BACK; i--)
    if (ground.items[i]!.kind === 'noun' && eventAt(ground, i) !== undefined) return i
  const { to } = ground.sentences[sentence]!
  for (let i = at + 1; i < to; i++)
    if (ground.items[i]!.kind === 'noun' && eventAt(ground, i) !== undefined) return i
  return undefined
}
