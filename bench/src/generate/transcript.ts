import { mention, paragraph, put } from './draft.js'
import { quoteLength, run } from './prose.js'
import type { Saying } from './quotes.js'
import { putWords, speakerKey, sure, type Writer } from './writer.js'

/** Speech put down as it was said: OLA BERG: Words. Words. */
export function transcript(w: Writer, sayings: readonly Saying[], topic: readonly string[]): void {
  const { rng, settings } = w
  const unnamed = ['FIRST SPEAKER', 'SECOND SPEAKER', 'A VOICE']
  sayings.forEach(({ speaker, k, words }) => {
    const p = paragraph()
    const key = speakerKey(w, speaker)
    const name =
      speaker.is === 'person'
        ? `${settings.population.person(speaker.k).first} ${settings.population.person(speaker.k).last}`
        : speaker.is === 'body'
          ? settings.population.body(speaker.k).name
          : unnamed[speaker.k % unnamed.length]!
    const source = mention(
      p,
      key,
      name.toUpperCase(),
      speaker.is === 'unnamed' ? 'description' : 'name',
    )
    const cue = put(p, ':')
    put(p, ' ')
    const start = p.text.length
    putWords(w, p, words)
    const more = 1 + Math.floor(3 * rng())
    for (let n = 0; n < more; n++) {
      put(p, '. ')
      putWords(w, p, run(rng, settings.words, topic, quoteLength(rng)))
    }
    const content = { start, end: p.text.length }
    put(p, '.')
    p.quotes.push({
      slot: k,
      kind: 'indirect',
      content: [content],
      cue: [cue],
      source: [source],
      speaker: key,
      confidence: sure(rng, 0.9),
      speakerConfidence: sure(rng, 0.9),
    })
    w.draft.paragraphs.push(p)
  })
}
