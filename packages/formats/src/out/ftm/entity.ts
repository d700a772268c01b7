import { wellFormed } from '../well-formed.js'

/** What stands in a line. */
export interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** How long a value may be, by the kind of its property, in code points. */
const LONGEST = { name: 384, string: 1024, text: 65000, address: 250 } as const

/**
 * An entity without the properties that have no value, and each value once. All values are as FollowTheMoney keeps
 * them: they pass its own cleaning unchanged.
 */
export function entity(
  schema: string,
  id: string,
  properties: Readonly<Record<string, readonly string[]>>,
): FtmEntity {
  const kept = Object.entries(properties).flatMap(([name, values]) => {
    const once = [...new Set(values)].filter(value => value !== '')
    return once.length > 0 ? [[name, once] as const] : []
  })
  return { id, schema, properties: Object.fromEntries(kept) }
}

/**
 * Words for a property of type text, without what is not seen; in several values where they are too long for one.
 */
export function texts(text: string): string[] {
  const clean = cleaned(text)
  const points = clean.length <= LONGEST.text ? [clean] : piecesOf(clean)
  return points.map(trimmed)
}

/** Words for a property of type string: on one line, cut where too long. */
export const strings = (text: string | undefined): string[] => lines(text, LONGEST.string)

/** A name: on one line, without the marks around it, cut where too long. */
export const names = (name: string | undefined): string[] =>
  lines(name, LONGEST.name).flatMap(line => lines(withoutMarks(line), LONGEST.name))

/** The name of a place, for a property of type address; none where FollowTheMoney would read several lines in it. */
export const addresses = (name: string): string[] =>
  lines(name, LONGEST.address).filter(line => !/;|<BR|ESQ|,\s?[,.]/.test(line))

const MARK = /["'“”‘’«»‹›„‟`´]/

/** "“Big Jo”" is "Big Jo"; "Jo ‘Big’ Fenn" and "O’" stay. */
function withoutMarks(name: string): string {
  let start = 0
  let end = name.length
  while (end - start > 1 && MARK.test(name[start]!) && MARK.test(name[end - 1]!)) {
    start++
    end--
  }
  return name.slice(start, end)
}

/** As FollowTheMoney cleans: composed, spaces of all widths one space, nothing that is not seen. */
const cleaned = (text: string): string =>
  trimmed(wellFormed(text).normalize('NFC').replace(WIDE, ' ').replace(UNSEEN, ''))

const WIDE = /[\u0a00\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g

/** Controls (but tab, line feed, carriage return), zero-width and direction marks, soft hyphens. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2060-\u2064\ufeff]/g

const trimmed = (text: string): string => text.trim()

function lines(text: string | undefined, longest: number): string[] {
  const line = cleaned(cleaned(text ?? '').replace(/\s+/g, ' '))
  const points = [...line]
  return line === ''
    ? []
    : [points.length <= longest ? line : trimmed(points.slice(0, longest).join(''))]
}

/** Cut at the last paragraph, line or word's end that fits, else anywhere between two characters. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let from = 0
  while (text.length - from > LONGEST.text) {
    const most = from + LONGEST.text
    const space = Math.max(text.lastIndexOf('\n', most), text.lastIndexOf(' ', most))
    const end = space > from ? space : text.codePointAt(most - 1)! > 0xffff ? most - 1 : most
    pieces.push(text.slice(from, end))
    from = end
  }
  return [...pieces, text.slice(from)]
}
