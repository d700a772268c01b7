import { UNNAMED } from './data/roles.js'
import { DESKS } from './people.js'
import { quoteLength, run, topicOf } from './prose.js'
import { below, type Rng, rngOf } from './random.js'
import type { Settings } from './settings.js'

export type Speaker =
  | { readonly is: 'person'; readonly k: number }
  | { readonly is: 'body'; readonly k: number }
  /** Index into UNNAMED. */
  | { readonly is: 'unnamed'; readonly k: number }

/** One quote of a story to be written; the k-th slot becomes quote `q${k + 1}`. */
export interface Slot {
  readonly kind: 'direct' | 'indirect' | 'mixed'
  readonly speaker: Speaker
  /** Carries on the quote before it: no cue or source of its own. */
  readonly continues: boolean
  /** Is it to be the altered words of an earlier story's quote? */
  readonly altered: boolean
}

/** What a story will be, before a word of it is written; that is cheap, so other stories may ask for it. */
export interface Plan {
  readonly kind: 'story' | 'transcript'
  readonly desk: number
  readonly slots: readonly Slot[]
}

/** Where a quote is: story by number, quote by slot. */
export interface Place {
  readonly story: number
  readonly slot: number
}

const TRANSCRIPTS = 0.01
const COPIES = 0.08
/** How many stories back a copied one lies at most. */
const REACH = 40
/** Of the direct quotes; they are three in five of all. */
const ALTERED = 0.05 / 0.57

/** The plan of story `i`: a pure function of the settings and `i`. Of a copy it is what it would be if it were none. */
export function planOf(settings: Settings, i: number): Plan {
  const rng = rngOf(settings.seed, 1, i)
  const desk = below(rng, DESKS)
  const kind = rng() < TRANSCRIPTS ? 'transcript' : 'story'
  let count = 5
  // on average three of seven more: eight
  for (let k = 0; k < 7; k++) if (rng() < 3 / 7) count++
  const cast: Speaker[] = []
  const slots: Slot[] = []
  for (let k = 0; k < count; k++) {
    const before = slots[k - 1]
    const speaker = speakerOf(settings, rng, desk, cast)
    const u = rng()
    const kind = u < 0.6 ? 'direct' : u < 0.85 ? 'indirect' : 'mixed'
    const same =
      before !== undefined && before.speaker.is === speaker.is && before.speaker.k === speaker.k
    const continues =
      rng() < 0.2 && same && kind === 'direct' && before.kind === 'direct' && !before.altered
    const altered = rng() < ALTERED && kind === 'direct' && !continues
    slots.push({ kind, speaker, continues, altered })
  }
  return { kind, desk, slots }
}

function speakerOf(settings: Settings, rng: Rng, desk: number, cast: Speaker[]): Speaker {
  const u = rng()
  if (u < 0.1) return { is: 'unnamed', k: below(rng, UNNAMED.length) }
  if (u < 0.25) return { is: 'body', k: settings.drawBody(rng) }
  const again = rng() < 0.55
  if (again && cast.length > 0) return cast[below(rng, cast.length)]!
  const of = rng() < 0.8 ? desk : below(rng, DESKS)
  const person: Speaker = { is: 'person', k: settings.drawPerson(rng) * DESKS + of }
  cast.push(person)
  return person
}

/** Whose copy story `i` is: the first writing, never itself a copy or a transcript; undefined where it is none. */
export function originalOf(settings: Settings, i: number): number | undefined {
  const rng = rngOf(settings.seed, 2, i)
  if (i === 0 || rng() >= COPIES) return undefined
  const near = i - 1 - below(rng, Math.min(i, REACH))
  const original = originalOf(settings, near) ?? near
  return planOf(settings, original).kind === 'transcript' ? undefined : original
}

/** The words of a quote as first said: a pure function of the settings and the place, whose topic may be at hand. */
export function wordsOf(
  settings: Settings,
  { story, slot }: Place,
  topic = topicOfStory(settings, story),
): readonly string[] {
  const rng = rngOf(settings.seed, 3, story, slot)
  return run(rng, settings.words, topic, quoteLength(rng))
}

export const topicOfStory = (settings: Settings, story: number): readonly string[] =>
  topicOf(rngOf(settings.seed, 4, story), settings.words)

/**
 * A quote of an earlier story that is nobody's copy and as first said, for an altered quote to alter: mostly a recent one.
 * Undefined where a few tries find none.
 */
export function earlierQuote(
  settings: Settings,
  rng: Rng,
  i: number,
): (Place & { readonly said: Slot }) | undefined {
  for (let tries = 0; tries < 8 && i > 0; tries++) {
    const story = Math.floor(i * (1 - rng() ** 3))
    if (story >= i || originalOf(settings, story) !== undefined) continue
    const { kind, slots } = planOf(settings, story)
    const slot = below(rng, slots.length)
    const said = slots[slot]!
    if (kind === 'story' && said.kind === 'direct' && !said.altered) return { story, slot, said }
  }
  return undefined
}
