import type { Written } from '../text/writer.js'

/** Where a JSON value stands: source[start, end). */
export interface Place {
  readonly start: number
  readonly end: number
}

/*
 * Finds where values stand in a source that JSON.parse has accepted already. Nothing is checked twice, nothing nests on
 * the stack, and each question costs as much time as the array or object that it is asked of is long.
 */

/** The place of the only value of a document. */
export function placeOf(source: string): Place {
  const start = skipSpace(source, 0)
  return { start, end: skipValue(source, start) }
}

/** The elements of an array, in order; none where it is no array. */
export function* elementsOf(source: string, array: Place): Generator<Place> {
  if (source[array.start] !== '[') return
  let at = skipSpace(source, array.start + 1)
  while (at < array.end && source[at] !== ']') {
    const end = skipValue(source, at)
    yield { start: at, end }
    at = skipSpace(source, end)
    if (source[at] === ',') at = skipSpace(source, at + 1)
  }
}

/** The members of an object by name, as JSON.parse has them: of two with one name the last. */
export function membersOf(source: string, object: Place): ReadonlyMap<string, Place> {
  const members = new Map<string, Place>()
  if (source[object.start] !== '{') return members
  let at = skipSpace(source, object.start + 1)
  while (at < object.end && source[at] === '"') {
    const keyEnd = skipValue(source, at)
    const start = skipSpace(source, skipSpace(source, keyEnd) + 1)
    const end = skipValue(source, start)
    members.set(JSON.parse(source.slice(at, keyEnd)) as string, { start, end })
    at = skipSpace(source, end)
    if (source[at] === ',') at = skipSpace(source, at + 1)
  }
  return members
}

export const memberOf = (source: string, object: Place, name: string): Place | undefined =>
  membersOf(source, object).get(name)

/** memberOf, step by step; a number is the place in an array. */
export function follow(
  source: string,
  from: Place | undefined,
  path: readonly (string | number)[],
): Place | undefined {
  let place = from
  for (const step of path) {
    if (place === undefined) return undefined
    place =
      typeof step === 'string'
        ? memberOf(source, place, step)
        : nth(elementsOf(source, place), step)
  }
  return place
}

function nth(places: Iterable<Place>, n: number): Place | undefined {
  let i = 0
  for (const place of places) if (i++ === n) return place
  return undefined
}

/** A string and the way back to it: one piece for each stretch without an escape. Nothing where it is no string. */
export function stringAt(source: string, { start, end }: Place): Written | undefined {
  if (source[start] !== '"') return undefined
  const parts: string[] = []
  const back: { start: number; end: number; at: number }[] = []
  let length = 0
  const last = end - 1
  let at = start + 1
  while (at < last) {
    const slash = source.indexOf('\\', at)
    const until = slash < 0 || slash > last ? last : slash
    if (until > at) {
      back.push({ start: length, end: length + (until - at), at })
      parts.push(source.slice(at, until))
      length += until - at
    }
    if (until === last) break
    const wide = source[until + 1] === 'u' ? 6 : 2
    parts.push(JSON.parse(`"${source.slice(until, until + wide)}"`) as string)
    length += 1
    at = until + wide
  }
  return { text: parts.join(''), back }
}

function skipSpace(source: string, from: number): number {
  let at = from
  while (at < source.length && source.charCodeAt(at) <= 32) at++
  return at
}

function skipValue(source: string, from: number): number {
  const first = source[from]
  if (first === '"') return skipString(source, from)
  if (first !== '{' && first !== '[') {
    let at = from
    while (at < source.length && !/[\s,\]}]/.test(source[at]!)) at++
    return at
  }
  let depth = 0
  for (let at = from; at < source.length; ) {
    const char = source.charCodeAt(at)
    if (char === 34) {
      at = skipString(source, at)
      continue
    }
    at++
    if (char === 123 || char === 91) depth++
    else if ((char === 125 || char === 93) && --depth === 0) return at
  }
  return source.length
}

function skipString(source: string, from: number): number {
  let at = from + 1
  for (;;) {
    const quote = source.indexOf('"', at)
    if (quote < 0) return source.length
    let slashes = 0
    while (source[quote - 1 - slashes] === '\\' && quote - 1 - slashes >= at) slashes++
    if (slashes % 2 === 0) return quote + 1
    at = quote + 1
  }
}
