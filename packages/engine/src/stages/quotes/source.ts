import type { Attribution, WordRange } from '../../models/attributions.js'
import type { Block } from '../../models/view.js'
import { lastStartingBy, type Span } from '../../span.js'

/**
 * The source's words where the model marks several: those in the sentence of the trigger if there are any, else the
 * nearest. "He said so. Berg left." has one source, not two; "Lund, he said, and Berg" keeps both. A source ends with its
 * sentence: of "Lund KC. Berg" it is one of the two.
 */
export function chooseSource(
  block: Block,
  { source, trigger }: Attribution,
  sentences: readonly Span[],
): readonly WordRange[] {
  const sentenceOf = (word: number) => lastStartingBy(sentences, block.words[word]!.start)
  const parts = source.flatMap(range => bySentence(range, sentenceOf))
  if (parts.length < 2) return parts
  const first = sentenceOf(trigger.from)
  const last = sentenceOf(trigger.to - 1)
  const beside = parts.filter(({ from }) => {
    const sentence = sentenceOf(from)
    return sentence >= first && sentence <= last
  })
  if (beside.length > 0) return beside
  const away = ({ from, to }: WordRange) =>
    from >= trigger.to ? from - trigger.to : trigger.from - to
  const nearest = parts.reduce((best, range) => (away(range) < away(best) ? range : best))
  return [nearest]
}

/** The range cut where a sentence ends. */
function bySentence({ from, to }: WordRange, sentenceOf: (word: number) => number): WordRange[] {
  const parts: { from: number; to: number }[] = []
  for (let word = from, before = -1; word < to; word++) {
    const sentence = sentenceOf(word)
    if (sentence === before) parts.at(-1)!.to = word + 1
    else parts.push({ from: word, to: word + 1 })
    before = sentence
  }
  return parts
}
