import { UNNAMED } from './data/roles.js'
import { atStart, type Draft, type DraftEntity, mention, type Paragraph, put } from './draft.js'
import type { Day } from './people.js'
import type { Speaker } from './plan.js'
import { bare, capital } from './prose.js'
import type { Rng } from './random.js'
import type { Settings } from './settings.js'

/** One story under way: what is written so far, and who is known in it. */
export interface Writer {
  readonly settings: Settings
  readonly rng: Rng
  readonly draft: Draft
  /** The day of publication. */
  readonly day: Day
  /** Is this a story that states roles, ages and ties? */
  readonly telling: boolean
  /** Keys of entities by what they are: p12, o7, "the plan". */
  readonly known: Map<string, number>
  /** Persons whose full name stands in the text. */
  readonly introduced: Set<number>
  /** Whom "he", "she" or "it" would mean just now. */
  last: Speaker | undefined
  values: number
}

/** The key of an entity, new if the story has not had it. */
export function keyOf(w: Writer, what: string, make: () => DraftEntity): number {
  let key = w.known.get(what)
  if (key === undefined) {
    key = w.draft.entities.length
    w.draft.entities.push(make())
    w.known.set(what, key)
  }
  return key
}

export function speakerKey(w: Writer, { is, k }: Speaker): number {
  if (is === 'unnamed')
    return keyOf(w, `u${k}`, () => ({ type: UNNAMED[k]!.group ? 'group' : 'person' }))
  if (is === 'body') return keyOf(w, `o${k}`, () => ({ type: 'organisation', who: `o${k}` }))
  return keyOf(w, `p${k}`, () => ({
    type: 'person',
    gender: w.settings.population.person(k).gender,
    who: `p${k}`,
  }))
}

/**
 * Writes words; a sentence's first in upper case. About one "the" with a noun in three is a mention of something else,
 * the same wherever the story has the same noun.
 */
export function putWords(w: Writer, p: Paragraph, words: readonly string[]): void {
  let text = atStart(p) || p.text.endsWith('“') ? capital(words[0]!) : words[0]!
  const base = p.text.length
  for (let k = 1; k < words.length; k++) {
    const word = words[k]!
    text += ' '
    // by its length: the same noun is always taken, or never
    const noun =
      word.length % 3 === 0 && words[k - 1] === 'the' && !w.settings.words.isFunction(bare(word))
    if (noun) {
      const name = `the ${bare(word)}`
      const end = base + text.length + bare(word).length
      const entity = keyOf(w, name, () => ({ type: 'other' }))
      p.mentions.push({
        start: end - name.length,
        end,
        entity,
        form: 'description',
        basis: undefined,
      })
    }
    text += word
  }
  put(p, text)
}

/** A probability as records have it: to three decimals. */
export const sure = (rng: Rng, least: number): number =>
  Math.round((1 - (1 - least) * rng() ** 2) * 1000) / 1000

/** Names someone briefly, as one already known. */
export function putAgain(
  w: Writer,
  p: Paragraph,
  speaker: Speaker,
): { start: number; end: number } {
  const key = speakerKey(w, speaker)
  const same = w.last?.is === speaker.is && w.last.k === speaker.k
  if (speaker.is === 'person') {
    const { last, gender } = w.settings.population.person(speaker.k)
    if (same && w.rng() < 0.7)
      return mention(p, key, gender === 'female' ? 'she' : 'he', 'pronoun', 'pronoun')
    if (w.rng() < 0.2) {
      const title = put(p, gender === 'female' ? 'Ms ' : 'Mr ')
      const name = mention(p, key, last, 'name', 'title')
      return { start: title.start, end: name.end }
    }
    return mention(p, key, last, 'name')
  }
  if (speaker.is === 'unnamed') return mention(p, key, UNNAMED[speaker.k]!.words, 'description')
  if (same && w.rng() < 0.5) return mention(p, key, 'it', 'pronoun')
  return putBody(w, p, speaker.k)
}

/** Names a body, with its article. */
export function putBody(w: Writer, p: Paragraph, k: number): { start: number; end: number } {
  const { name, article } = w.settings.population.body(k)
  const start = article ? put(p, atStart(p) ? 'The ' : 'the ').start : p.text.length
  const { end } = mention(p, speakerKey(w, { is: 'body', k }), name, 'name')
  return { start, end }
}
