import type { Span } from '@onrecord/engine'
import { another } from './alter.js'
import type { Draft, Paragraph } from './draft.js'
import { below, type Rng } from './random.js'
import type { Vocabulary } from './vocabulary.js'

/** A word of a copy that is not the original's. */
export interface ChangedWord {
  readonly was: string
  readonly now: string
  /** The slot of the quote that it stands in. */
  readonly slot?: number
}

export interface Edited {
  readonly draft: Draft
  /** Paragraphs left out. */
  readonly cut: number
  readonly changed: readonly ChangedWord[]
}

/**
 * What another paper does to a wire story: leaves out the last paragraph or one without a quote, changes up to four words (no
 * name, cue, value or word of a description; one at most in a quote), or both.
 */
export function edit(rng: Rng, words: Vocabulary, { paragraphs, entities }: Draft): Edited {
  const way = rng()
  let kept = paragraphs
  if (way < 0.65 && paragraphs.length > 3) {
    const plain = paragraphs.flatMap((p, k) => (k > 0 && p.quotes.length === 0 ? [k] : []))
    const out =
      rng() < 0.7 || plain.length === 0 ? paragraphs.length - 1 : plain[below(rng, plain.length)]!
    kept = paragraphs.toSpliced(out, 1)
  }
  const changed: ChangedWord[] = []
  if (way >= 0.35) {
    kept = [...kept]
    for (let left = 1 + below(rng, 4); left > 0; left--) {
      const k = below(rng, kept.length)
      const done = changeWord(rng, words, kept[k]!, changed)
      if (done === undefined) continue
      kept[k] = done.paragraph
      changed.push(done.word)
    }
  }
  return { draft: { paragraphs: kept, entities }, cut: paragraphs.length - kept.length, changed }
}

function changeWord(
  rng: Rng,
  words: Vocabulary,
  p: Paragraph,
  before: readonly ChangedWord[],
): { readonly paragraph: Paragraph; readonly word: ChangedWord } | undefined {
  const quoteAt = (at: number) =>
    p.quotes.find(({ content }) => content.some(({ start, end }) => start <= at && at < end))
  const fixed: readonly Span[] = [
    ...p.mentions,
    ...p.values.map(({ span }) => span),
    ...p.facts.map(({ evidence }) => evidence),
    ...p.quotes.flatMap(({ cue, source }) => [...cue, ...source]),
  ]
  const free = [...p.text.matchAll(/(?<= )[a-z]{4,}(?=[ ,])/g)].filter(({ index, 0: word }) => {
    const slot = quoteAt(index)?.slot
    return (
      !fixed.some(({ start, end }) => start < index + word.length && index < end) &&
      !words.isFunction(word) &&
      !(slot !== undefined && before.some(other => other.slot === slot))
    )
  })
  if (free.length === 0) return undefined
  const { index: start, 0: was } = free[below(rng, free.length)]!
  const { now } = another(rng, words, was)
  const slot = quoteAt(start)?.slot
  return {
    paragraph: replaced(p, { start, end: start + was.length }, now),
    word: { was, now, ...(slot === undefined ? {} : { slot }) },
  }
}

/** The paragraph with other words in a span, and everything behind them moved. */
function replaced(p: Paragraph, { start, end }: Span, now: string): Paragraph {
  const by = now.length - (end - start)
  const at = (position: number) => (position >= end ? position + by : position)
  const move = (span: Span): Span => ({ start: at(span.start), end: at(span.end) })
  return {
    text: p.text.slice(0, start) + now + p.text.slice(end),
    quotes: p.quotes.map(quote => ({
      ...quote,
      content: quote.content.map(move),
      cue: quote.cue.map(move),
      source: quote.source.map(move),
    })),
    mentions: p.mentions.map(one => ({ ...one, ...move(one) })),
    values: p.values.map(value => ({ ...value, span: move(value.span) })),
    facts: p.facts.map(fact => ({ ...fact, evidence: move(fact.evidence) })),
  }
}
