import type { Attribution, WordRange } from '../../models/attributions.js'
import type { Block } from '../../models/view.js'
import { lastStartingBy, type Span } from '../../span.js'

/**
 * The source's words where the model marks several: those in the sentence of the trigger if there are any, else the
 * nearest. "He said so. Berg left." has one source, not two; "Lund, he said, and Berg" keeps both.
 */
export function chooseSource(
  block: Block,
  { source, trigger }: Attribution,
  sentences: readonly Span[],
): readonly WordRange[] {
  if (source.length < 2) return source
  const sentenceOf = (word: number) => lastStartingBy(sentences, block.words[word]!.start)
  const first = sentenceOf(trigger.from)
  const last = sentenceOf(trigger.to - 1)
  const beside = source.filter(({ from }) => {
    const sentence = sentenceOf(from)
    return sentence >= first && sentence <= last
  })
  if (beside.length > 0) return beside
  const away = ({ from, to }: WordRange) =>
    from >= trigger.to ? from - trigger.to : trigger.from - to
  const nearest = source.reduce((best, range) => (away(range) < away(best) ? range : best))
  return [nearest]
}
