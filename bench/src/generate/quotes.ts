import type { Span } from '@onrecord/engine'
import { CUES } from './data/roles.js'
import { type DraftQuote, mention, over, type Paragraph, put } from './draft.js'
import { putSpeaker } from './introduce.js'
import { putWeekday } from './narrate.js'
import type { Slot, Speaker } from './plan.js'
import { below } from './random.js'
import { keyOf, putWords, speakerKey, sure, type Writer } from './writer.js'

/** One quote to be written: its place in the story, its words, and whose they are. */
export interface Saying {
  readonly slot: Slot
  readonly k: number
  readonly speaker: Speaker
  readonly words: readonly string[]
}

interface Written {
  readonly content: readonly Span[]
  readonly cue: readonly Span[]
  readonly source: readonly Span[]
  readonly time?: number
  readonly to?: number
}

/** Writes a sentence with a quote in it, in one of the ways of press prose, its full stop included. */
export function putQuote(w: Writer, p: Paragraph, saying: Saying): void {
  const { kind, continues } = saying.slot
  const bareQuote = continues
  const written = bareQuote
    ? alone(w, p, saying)
    : kind === 'direct'
      ? direct(w, p, saying)
      : kind === 'mixed'
        ? mixed(w, p, saying)
        : indirect(w, p, saying)
  const quote: DraftQuote = {
    slot: saying.k,
    kind,
    ...written,
    speaker: speakerKey(w, saying.speaker),
    ...(bareQuote ? { continues: saying.k - 1 } : {}),
    confidence: sure(w.rng, kind === 'indirect' ? 0.5 : 0.75),
    speakerConfidence: sure(w.rng, 0.7),
  }
  p.quotes.push(quote)
}

/** “Words.” */
function alone(w: Writer, p: Paragraph, { words }: Saying): Written {
  return { content: [inMarks(w, p, words, '.')], cue: [], source: [] }
}

function direct(w: Writer, p: Paragraph, { words, speaker }: Saying): Written {
  const way = w.rng()
  if (way < 0.2) {
    // Berg said: “Words.”
    const source = putSpeaker(w, p, speaker)
    const { cue, ...setting } = putCue(w, p)
    put(p, ': ')
    return { content: [inMarks(w, p, words, '.')], cue: [cue], source: [source], ...setting }
  }
  const cut = way < 0.3 && words.length > 8 ? 2 + below(w.rng, words.length - 5) : words.length
  const first = inMarks(w, p, words.slice(0, cut), ',')
  put(p, ' ')
  let said: Omit<Written, 'content'>
  if (way < 0.6) {
    // “Words,” said Berg
    const cue = put(p, 'said')
    put(p, ' ')
    said = { cue: [cue], source: [putSpeaker(w, p, speaker)] }
  } else {
    // “Words,” Berg said on Tuesday
    const source = putSpeaker(w, p, speaker)
    const { cue, ...setting } = putCue(w, p)
    said = { cue: [cue], source: [source], ...setting }
  }
  if (cut === words.length) {
    put(p, '.')
    return { content: [first], ...said }
  }
  // “Words,” said Berg, “and words.”
  put(p, ', ')
  const marks = put(p, '“')
  put(p, closed(words.slice(cut)).join(' '))
  return { content: [first, over(marks, put(p, '.”'))], ...said }
}

function indirect(w: Writer, p: Paragraph, { words, speaker }: Saying): Written {
  const way = w.rng()
  if (way < 0.15) {
    // According to Berg, words.
    const cue = put(p, 'According to')
    put(p, ' ')
    const source = putSpeaker(w, p, speaker)
    put(p, ', ')
    return { content: [inPlain(w, p, words)], cue: [cue], source: [source] }
  }
  if (way < 0.25) {
    // Words, Berg said.
    const start = p.text.length
    putWords(w, p, words)
    const content = { start, end: p.text.length }
    put(p, ', ')
    const source = putSpeaker(w, p, speaker)
    const { cue, ...setting } = putCue(w, p)
    put(p, '.')
    return { content: [content], cue: [cue], source: [source], ...setting }
  }
  // Berg said that words.
  const source = putSpeaker(w, p, speaker)
  const { cue, that, ...setting } = putCue(w, p)
  put(p, ' ')
  const content = inPlain(w, p, that || w.rng() < 0.6 ? ['that', ...words] : words)
  return { content: [content], cue: [cue], source: [source], ...setting }
}

/** Berg said that words “words” words. */
function mixed(w: Writer, p: Paragraph, { words, speaker }: Saying): Written {
  const source = putSpeaker(w, p, speaker)
  const { cue, ...setting } = putCue(w, p)
  put(p, ' ')
  const from = 1 + below(w.rng, words.length - 3)
  const to = Math.min(words.length, from + 2 + below(w.rng, 8))
  const start = p.text.length
  putWords(w, p, ['that', ...words.slice(0, from)])
  put(p, ` “${words.slice(from, to).join(' ')}”`)
  if (to < words.length) put(p, ` ${words.slice(to).join(' ')}`)
  const content = { start, end: p.text.length }
  put(p, '.')
  return { content: [content], cue: [cue], source: [source], ...setting }
}

/** “Words” with what closes them before the last mark. */
function inMarks(w: Writer, p: Paragraph, words: readonly string[], close: string): Span {
  const open = put(p, '“')
  putWords(w, p, closed(words))
  return over(open, put(p, `${close}”`))
}

/** Words up to the full stop, which is no part of them. */
function inPlain(w: Writer, p: Paragraph, words: readonly string[]): Span {
  const start = p.text.length
  putWords(w, p, words)
  const end = p.text.length
  put(p, '.')
  return { start, end }
}

/** A piece's last word loses its comma: a mark of its own follows. */
const closed = (words: readonly string[]): readonly string[] =>
  words.at(-1)!.endsWith(',') ? [...words.slice(0, -1), words.at(-1)!.slice(0, -1)] : words

/** " said", " told the Courier", " said on Tuesday". */
function putCue(w: Writer, p: Paragraph) {
  const { word, that } = CUES[w.settings.drawCue(w.rng)]!
  put(p, ' ')
  const cue = put(p, word)
  if (word === 'told') {
    const outlet = w.settings.outlets[w.settings.drawOutlet(w.rng)]!
    const to = keyOf(w, outlet, () => ({ type: 'organisation' }))
    put(p, ' the ')
    mention(p, to, outlet, 'name')
    return { cue, that, to }
  }
  if (w.rng() >= 0.15) return { cue, that }
  put(p, ' ')
  return { cue, that, time: putWeekday(w, p) }
}
