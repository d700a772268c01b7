import type { Span } from '../../span.js'

const TOLD =
  /^(?:was|were|is|are|has been|have been|had been) (?:told|asked|informed|warned|reminded|assured|advised|notified)$/
const MAX_WORDS = 5

/**
 * “Reyes was told.”: what stands before the cue and nothing else is whom something was said to, and no quote.
 *
 * Not: “The case was closed, Reyes was told.”, “‘No’ was told …”.
 */
export function isAddressee(
  text: string,
  {
    content,
    cue,
    source,
  }: { content: readonly Span[]; cue: readonly Span[]; source: readonly Span[] },
): boolean {
  const [only] = content
  const [first] = cue
  if (content.length !== 1 || cue.length !== 1 || source.length > 0) return false
  const words = text.slice(only!.start, only!.end)
  return (
    TOLD.test(text.slice(first!.start, first!.end).toLowerCase()) &&
    /^[\p{L}\p{N}'’. -]+$/u.test(words) &&
    words.split(/\s+/).length <= MAX_WORDS &&
    /^\s*$/.test(text.slice(only!.end, first!.start))
  )
}
