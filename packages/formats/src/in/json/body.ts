import { textOfFragment } from '../html.js'
import { compose, type Written } from '../text/writer.js'
import { type Place, stringAt } from './scan.js'

/** A string of plain text: without white space at its ends, otherwise unchanged. */
export function plainBody(source: string, place: Place | undefined): Written | undefined {
  const outer = place && stringAt(source, place)
  if (!outer) return undefined
  const text = outer.text.trim()
  const from = outer.text.length - outer.text.trimStart().length
  const back = compose([{ start: 0, end: text.length, at: from }], outer.back)
  return text === '' ? undefined : { text, back }
}

/** A string of HTML: its text, with the way back through both. */
export function htmlBody(source: string, place: Place | undefined): Written | undefined {
  const outer = place && stringAt(source, place)
  if (!outer) return undefined
  const { text, back } = textOfFragment(outer.text)
  return text === '' ? undefined : { text, back: compose(back, outer.back) }
}

/**
 * The best of several versions of one story: the first of at least `least` characters, unless it runs in one paragraph
 * and a later one, as long or nearly so, has several. Where all are shorter, the longest.
 */
export function chooseBody(
  bodies: readonly (Written | undefined)[],
  least: number,
): Written | undefined {
  const some = bodies.filter(body => body !== undefined)
  const first = some.find(body => body.text.length >= least)
  if (first === undefined) {
    return some.reduce<Written | undefined>(
      (best, body) => (best && best.text.length >= body.text.length ? best : body),
      undefined,
    )
  }
  if (first.text.includes('\n')) return first
  const enough = first.text.length * 0.9
  return some.find(body => body.text.includes('\n') && body.text.length >= enough) ?? first
}
