import type { Span } from '@onrecord/engine'
import type { Offsets } from '../offsets.js'

/** What a resource's selectors say. */
export interface Selected {
  /** In code points. */
  readonly position?: Span
  readonly exact?: string
  readonly prefix: string
  readonly suffix: string
}

/** So many places where the words stand are looked at: hostile text may hold them everywhere. */
const PLACES = 1000

/**
 * Where the selected words stand in a well-formed text, as a UTF-16 span.
 *
 * - where the words stand with all of prefix and suffix beside them, be it at the position or elsewhere
 * - else where they stand with the most of prefix and suffix beside them
 * - of equals at the position, else nearest to it
 * - by position alone, where no words are told
 *
 * Not: words that stand in several places, none the position's, with nothing of prefix or suffix beside them; a
 * position outside the text.
 */
export function locate(selected: Selected, text: string, offsets: Offsets): Span | undefined {
  const { position, exact, prefix, suffix } = selected
  const inside =
    position !== undefined &&
    position.start >= 0 &&
    position.start <= position.end &&
    position.end <= offsets.length
  const told = inside
    ? { start: offsets.to(position.start), end: offsets.to(position.end) }
    : undefined
  if (exact === undefined) return told
  if (exact === '') return undefined
  const besideOf = (at: number) =>
    sharedBefore(text, at, prefix) + sharedAfter(text, at + exact.length, suffix)
  const spanAt = (at: number) => ({ start: at, end: at + exact.length })

  const near = told?.start ?? 0
  let best: { at: number; beside: number } | undefined
  if (told !== undefined && text.startsWith(exact, near)) {
    best = { at: near, beside: besideOf(near) }
    if (best.beside === prefix.length + suffix.length) return told
  }
  const whole =
    prefix + suffix === '' ? -1 : nearest(text, `${prefix}${exact}${suffix}`, near - prefix.length)
  if (whole >= 0) return spanAt(whole + prefix.length)
  let places = 0
  for (let at = text.indexOf(exact); at >= 0 && places < PLACES; at = text.indexOf(exact, at + 1)) {
    places++
    const beside = besideOf(at)
    const closer = best === undefined || Math.abs(at - near) < Math.abs(best.at - near)
    if (best === undefined || beside > best.beside || (beside === best.beside && closer)) {
      best = { at, beside }
    }
  }
  if (best === undefined || (best.beside === 0 && places > 1 && best.at !== told?.start)) {
    return undefined
  }
  return spanAt(best.at)
}

/** The place of the words that is nearest to another place; -1 where they are not. */
function nearest(text: string, words: string, place: number): number {
  const after = text.indexOf(words, place)
  const before = place < 0 ? -1 : text.lastIndexOf(words, place)
  if (after < 0 || before < 0) return Math.max(after, before)
  return after - place < place - before ? after : before
}

/** How many code units of the prefix's end stand before a place. */
function sharedBefore(text: string, at: number, prefix: string): number {
  let n = 0
  while (n < prefix.length && n < at && text[at - 1 - n] === prefix[prefix.length - 1 - n]) n++
  return n
}

/** How many code units of the suffix's beginning stand at a place. */
function sharedAfter(text: string, at: number, suffix: string): number {
  let n = 0
  while (n < suffix.length && text[at + n] === suffix[n]) n++
  return n
}
