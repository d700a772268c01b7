import type { Span } from '@onrecord/engine'
import { wordsOf } from '../text/words.js'

/** What may be done with a source's words. */
export interface Licence {
  /** full: all may be shown; snippet: at most `words` words of a passage or quote; link: none, metadata alone. */
  readonly kind: 'full' | 'snippet' | 'link'
  /** Null unless the kind is snippet. */
  readonly words: number | null
}

/**
 * What of `span` may be shown: all of it, a stretch of so many whole words, or null. The stretch begins where `span`
 * does, or, where that would leave out `focus` (what was searched for), a few words before that.
 */
export function excerpt(
  text: string,
  span: Span,
  { kind, words }: Licence,
  focus: Span = span,
): Span | null {
  if (kind === 'full') return span
  if (kind === 'link' || !words || words < 1) return null
  const all = [...wordsOf(text.slice(span.start, span.end))].map(({ start, end }) => ({
    start: start + span.start,
    end: end + span.start,
  }))
  if (all.length <= words) return span
  const sought = all.findIndex(word => word.end > focus.start)
  const lead = Math.floor(words / 4)
  const first = sought < words - lead ? 0 : Math.min(sought - lead, all.length - words)
  const last = first + words - 1
  return { start: first === 0 ? span.start : all[first]!.start, end: all[last]!.end }
}

/** Words that stand by themselves, a quote's content or source, as far as they may be shown; null: not at all. */
export function shownWords(words: string, licence: Licence): string | null {
  const shown = excerpt(words, { start: 0, end: words.length }, licence)
  return shown && words.slice(shown.start, shown.end)
}
