import { type Alteration, alter } from './alter.js'
import { type Draft, paragraph, put } from './draft.js'
import { putSentence } from './narrate.js'
import type { Day } from './people.js'
import { earlierQuote, type Place, type Plan, planOf, topicOfStory, wordsOf } from './plan.js'
import { putQuote, type Saying } from './quotes.js'
import { logNormal, rngOf } from './random.js'
import type { Settings } from './settings.js'
import { transcript } from './transcript.js'
import type { Writer } from './writer.js'

/** A quote that is the altered words of an earlier one. */
export interface Reused extends Alteration {
  readonly slot: number
  readonly of: Place
  /** Is it put in somebody else's mouth? */
  readonly otherSpeaker: boolean
}

export interface Composed {
  readonly plan: Plan
  readonly topic: readonly string[]
  readonly draft: Draft
  readonly reused: readonly Reused[]
}

/** Of altered quotes, how many are given to somebody else. */
const OTHER_SPEAKER = 0.1

/** Writes story `i`, published on `day`: a pure function of its arguments. */
export function compose(settings: Settings, i: number, day: Day): Composed {
  const plan = planOf(settings, i)
  const rng = rngOf(settings.seed, 6, i)
  const w: Writer = {
    settings,
    rng,
    draft: { paragraphs: [], entities: [] },
    day,
    telling: rng() < 0.36,
    known: new Map(),
    introduced: new Set(),
    last: undefined,
    values: 0,
  }
  const topic = topicOfStory(settings, i)
  const { sayings, reused } = sayingsOf(w, plan, i, topic)
  const write = plan.kind === 'transcript' ? transcript : story
  write(w, sayings, topic)
  return { plan, topic, draft: w.draft, reused }
}

/** What is said in each slot: words of its own, or an earlier quote's, altered. */
function sayingsOf({ settings, rng }: Writer, plan: Plan, i: number, topic: readonly string[]) {
  const reused: Reused[] = []
  const sayings: Saying[] = []
  plan.slots.forEach((slot, k) => {
    const from = slot.altered && plan.kind === 'story' ? earlierQuote(settings, rng, i) : undefined
    // who carries on a quote is who said it, whatever became of that one
    const speaker = slot.continues ? sayings[k - 1]!.speaker : slot.speaker
    if (from === undefined) {
      sayings.push({ slot, k, speaker, words: wordsOf(settings, { story: i, slot: k }, topic) })
      return
    }
    const { words, ...alteration } = alter(rng, settings.words, wordsOf(settings, from))
    const { said, ...of } = from
    const other =
      rng() < OTHER_SPEAKER && (said.speaker.is !== speaker.is || said.speaker.k !== speaker.k)
    sayings.push({ slot, k, speaker: other ? speaker : said.speaker, words })
    reused.push({ slot: k, of, otherSpeaker: other, ...alteration })
  })
  return { sayings, reused }
}

/** 250 to 700 words: a beginning, then the quotes, each in a paragraph, with the story's own sentences between. */
function story(w: Writer, sayings: readonly Saying[], topic: readonly string[]): void {
  const { rng } = w
  const length = logNormal(rng, { median: 420, sigma: 0.25, least: 290, most: 640 })
  const quoted = sayings.reduce((sum, { words }) => sum + words.length + 5, 0)
  const own = Math.max(40, length - quoted)
  const cast = sayings.map(({ speaker }) => speaker)
  let written = 0
  // its own sentences are written until this much of them is
  const narrate = (upTo: number, most: number) => {
    if (written >= upTo) return
    const p = paragraph()
    for (let k = 0; k < most && written < upTo; k++) {
      if (k > 0) put(p, ' ')
      written += putSentence(w, p, topic, cast)
    }
    w.draft.paragraphs.push(p)
  }
  narrate(1, 1)
  sayings.forEach((saying, k) => {
    const share = (own * (k + 1)) / (sayings.length + 1)
    if (!saying.slot.continues && written < share - 40) narrate(share, 3)
    const p = paragraph()
    if (!saying.slot.continues && rng() < 0.25 && written < share) {
      written += putSentence(w, p, topic, cast)
      put(p, ' ')
    }
    putQuote(w, p, saying)
    w.draft.paragraphs.push(p)
  })
  while (written < own - 12) narrate(own - 12, 3)
}
