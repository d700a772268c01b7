import type { QuoteKind } from '../../record.js'
import { lastStartingBy, type Span } from '../../span.js'
import type { Token } from '../../text/tokens.js'
import type { MarkIndex } from './spans.js'

/** direct: every word of the content stands within marks; mixed: some do; indirect: none does. */
export function kindOf(
  content: readonly Span[],
  tokens: readonly Token[],
  index: MarkIndex,
): QuoteKind {
  let words = 0
  let quoted = 0
  for (const piece of content) {
    let t = Math.max(0, lastStartingBy(tokens, piece.start))
    let q = Math.max(0, lastStartingBy(index.outer, piece.start))
    for (; t < tokens.length && tokens[t]!.start < piece.end; t++) {
      const token = tokens[t]!
      if (!token.word || token.start < piece.start) continue
      words++
      while (q < index.outer.length && index.outer[q]!.end <= token.start) q++
      if (q < index.outer.length && index.outer[q]!.start < token.start) quoted++
    }
  }
  return quoted === 0 ? 'indirect' : quoted === words ? 'direct' : 'mixed'
}
