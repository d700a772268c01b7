import { outletName } from './names.js'
import { type Day, DESKS, type Population, population } from './people.js'
import { type Rng, rngOf } from './random.js'
import { type Vocabulary, vocabulary } from './vocabulary.js'
import { type Draw, drawBy, zipfWeights } from './zipf.js'

export interface ArchiveOptions {
  /** Whole number; the same seed and size give the same archive to the letter. */
  readonly seed: number
  /** How many stories … */
  readonly stories?: number
  /** … or about how many quotes (within two in a hundred for a thousand stories). One of the two is needed. */
  readonly quotes?: number
}

/** What all stories of an archive share. */
export interface Settings {
  readonly seed: number
  readonly stories: number
  readonly words: Vocabulary
  readonly population: Population
  /** A rank within a desk; 0 is quoted most. */
  readonly drawPerson: Draw
  readonly drawBody: Draw
  readonly outlets: readonly string[]
  readonly drawOutlet: Draw
  readonly drawCue: Draw
}

/** Quotes in a story, on average: 5 to 12 are written, and cut copies lose some. */
export const QUOTES_A_STORY = 7.96
const OUTLETS = 200
const DAY = 86_400_000
/** 1 January 2010. */
export const FIRST_DAY: Day = 14_610
/** Fifteen years. */
export const DAYS = 5_479

/**
 * @throws RangeError unless `stories` or `quotes` is a whole number of at least 1, and `seed` a whole number
 */
export function settingsOf({ seed, stories, quotes }: ArchiveOptions): Settings {
  const n = stories ?? Math.max(1, Math.round((quotes ?? Number.NaN) / QUOTES_A_STORY))
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(
      `stories or quotes: a whole number from 1 is needed, not ${stories ?? quotes}`,
    )
  if (!Number.isInteger(seed)) throw new RangeError(`seed: a whole number is needed, not ${seed}`)
  // one person to twelve quotes at a million; fewer quotes have more people each, as new names thin out with size
  const size = (n * QUOTES_A_STORY) / 1e6
  const ranks = Math.max(8, Math.round((83_000 * size ** 0.75) / DESKS))
  const bodies = Math.max(20, Math.round(ranks * 1.5))
  return {
    seed,
    stories: n,
    words: sharedWords(),
    population: population(seed, {
      people: ranks * DESKS,
      bodies,
      from: FIRST_DAY,
      days: DAYS,
    }),
    drawPerson: drawBy(zipfWeights(ranks, 1, 2.5)),
    drawBody: drawBy(zipfWeights(bodies, 1, 5)),
    outlets: Array.from({ length: OUTLETS }, (_, k) => outletName(k)),
    drawOutlet: drawBy(zipfWeights(OUTLETS, 1, 2)),
    drawCue: drawBy(new Float64Array([70, 6, 5, 3, 3, 2, 2, 2, 2, 1, 1, 1])),
  }
}

let shared: Vocabulary | undefined

/** Made once: it is the same for every archive. */
function sharedWords(): Vocabulary {
  shared ??= vocabulary()
  return shared
}

/** When story `i` came out, unless it is a copy, in milliseconds: the archive is spread evenly over fifteen years. */
export function publishedAt({ seed, stories }: Settings, i: number): number {
  const rng: Rng = rngOf(seed, 5, i)
  return (FIRST_DAY + (DAYS * (i + rng())) / stories) * DAY
}
