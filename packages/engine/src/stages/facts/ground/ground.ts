import type { EntityType } from '../../../record.js'
import type { Span } from '../../../span.js'
import type { Reading } from './heads.js'
import { type Noun, nounAt } from './nouns.js'
import { type FactStory, findUnits } from './units.js'

/** One step of a sentence as rules read it: a noun phrase, a value, a word outside of both, a sign. */
export interface Item extends Span {
  readonly kind: 'noun' | 'value' | 'word' | 'sign'
  /** A word or sign in small letters; of a noun its last common word; else empty. */
  readonly lower: string
  readonly capital: boolean
  readonly noun?: Noun
  readonly value?: number
  readonly sentence: number
}

/** What all rules of the stage read from. */
export interface Ground {
  readonly story: FactStory
  readonly items: readonly Item[]
  /** For each sentence, its items: from, and up to but not including. */
  readonly sentences: readonly { readonly from: number; readonly to: number }[]
  /** Where each word outside of noun phrases stands (item indexes, in order). */
  readonly places: ReadonlyMap<string, readonly number[]>
  /** Item indexes of the noun phrases, in order. */
  readonly nouns: readonly number[]
  /** Item indexes of the values, in order. */
  readonly values: readonly number[]
  /** The entity of each mention; -1 where it has none. */
  readonly entityOf: Int32Array
}

/** Reads the ground once for all rules. Linear in the text. */
export function findGround(story: FactStory): Ground {
  const units = findUnits(story)
  const entityOf = new Int32Array(story.mentions.length).fill(-1)
  story.entities.forEach((entity, e) => {
    for (const mention of entity.mentions) entityOf[mention] = e
  })
  const heads = new Uint8Array(units.length)
  const reading: Reading = { units, mentions: story.mentions, entityOf, heads }
  const items: Item[] = []
  const sentences = story.sentences.map(() => ({ from: 0, to: 0 }))
  const places = new Map<string, number[]>()
  const nouns: number[] = []
  const values: number[] = []
  for (let u = 0; u < units.length; ) {
    const unit = units[u]!
    const { sentence, capital } = unit
    const bounds = sentences[sentence]!
    if (bounds.to === 0) bounds.from = items.length
    bounds.to = items.length + 1
    const noun = unit.kind === 'sign' ? undefined : nounAt(reading, u)
    if (noun !== undefined) {
      nouns.push(items.length)
      const { start, end } = noun
      items.push({
        kind: 'noun',
        start,
        end,
        lower: noun.words.at(-1)?.lower ?? '',
        capital,
        noun,
        sentence,
      })
      u = noun.to
      continue
    }
    const { start, end, lower } = unit
    if (unit.kind === 'value') {
      values.push(items.length)
      items.push({ kind: 'value', start, end, lower: '', capital, value: unit.value!, sentence })
    } else {
      const kind = unit.kind === 'sign' ? 'sign' : 'word'
      const list = places.get(lower)
      if (list === undefined) places.set(lower, [items.length])
      else list.push(items.length)
      items.push({ kind, start, end, lower, capital, sentence })
    }
    u++
  }
  return { story, items, sentences, places, nouns, values, entityOf }
}

/** The item, if it stands in the same sentence as item `at`; rules never look out of a sentence. */
export function itemBy(ground: Ground, at: number, offset: number): Item | undefined {
  const item = ground.items[at + offset]
  return item !== undefined && item.sentence === ground.items[at]!.sentence ? item : undefined
}

/** What kind of thing an entity is. */
export const typeOf = (ground: Ground, entity: number): EntityType =>
  ground.story.entities[entity]!.type

/** Does the story give the entity a name? */
export const isNamed = ({ story }: Ground, entity: number): boolean =>
  story.entities[entity]!.mentions.some(mention => story.mentions[mention]!.form === 'name')

/** The item indexes of any of these words, in order of the words given. */
export function placesOf({ places }: Ground, words: readonly string[]): readonly number[] {
  const found: number[] = []
  for (const word of words) {
    const list = places.get(word)
    if (list !== undefined) for (const at of list) found.push(at)
  }
  return found
}
