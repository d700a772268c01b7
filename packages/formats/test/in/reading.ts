import { expect } from 'vitest'
import {
  type Found,
  type Incoming,
  type InFormat,
  LIMITS,
  type Limits,
  type Source,
} from '../../src/in/incoming.js'
import { decodeAs } from '../../src/in/text/decode.js'

/** A source of these bytes, in chunks of odd sizes. */
export function sourceOf(content: string | Uint8Array, more: Partial<Source> = {}): Source {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    name: 'test',
    ...more,
    async *bytes() {
      for (let at = 0; at < bytes.length; at += 1021) yield bytes.subarray(at, at + 1021)
    },
  }
}

/** All that a format gives for a file; each story's way back is checked. */
export async function readAll(
  format: InFormat,
  content: string | Uint8Array,
  more: Partial<Source> = {},
  limits: Limits = LIMITS,
  decode: (original: Uint8Array) => string = decodePlain,
): Promise<readonly Found[]> {
  const all: Found[] = []
  for await (const found of format.read(sourceOf(content, more), limits)) {
    if ('story' in found) checkBack(found.story, decode)
    all.push(found)
  }
  return all
}

/** The stories of a file that has no problem. */
export async function storiesOf(
  format: InFormat,
  content: string | Uint8Array,
  more: Partial<Source> = {},
): Promise<readonly Incoming[]> {
  const all = await readAll(format, content, more)
  return all.map(found => {
    if ('problem' in found) throw new Error(`${found.problem.code}: ${found.problem.message}`)
    return found.story
  })
}

/** Its only story. */
export async function storyOf(
  format: InFormat,
  content: string | Uint8Array,
  more: Partial<Source> = {},
): Promise<Incoming> {
  const stories = await storiesOf(format, content, more)
  expect(stories).toHaveLength(1)
  return stories[0]!
}

/** The problems of a file, as "code@part", and its stories as "story@part". */
export const outline = (all: readonly Found[]): readonly string[] =>
  all.map(found =>
    'problem' in found
      ? `${found.problem.code}@${found.problem.part ?? ''}`
      : `story@${found.story.part ?? ''}`,
  )

/** text[start, end) stands at the original: for each piece, in order, within both. */
export function checkBack(
  { text, back = [], original, turns = [] }: Incoming,
  decode: (original: Uint8Array) => string = decodePlain,
): void {
  expect(text.trim()).not.toBe('')
  let end = 0
  if (back.length > 0) {
    const source = decode(original!)
    for (const piece of back) {
      expect(piece.start).toBeGreaterThanOrEqual(end)
      expect(piece.end).toBeGreaterThan(piece.start)
      end = piece.end
      expect(source.slice(piece.at, piece.at + piece.end - piece.start)).toBe(
        text.slice(piece.start, piece.end),
      )
    }
  }
  expect(end).toBeLessThanOrEqual(text.length)
  let last = 0
  for (const turn of turns) {
    expect(turn.start).toBeGreaterThanOrEqual(last)
    expect(turn.end).toBeGreaterThan(turn.start)
    expect(text.slice(turn.start, turn.end)).toMatch(/^[^ \n].*[^ \n]$|^[^ \n]$/s)
    last = turn.end
  }
  expect(last).toBeLessThanOrEqual(text.length)
}

/** What of a text has no way back. */
export function withoutWayBack({ text, back = [] }: Incoming): readonly string[] {
  const rest: string[] = []
  let from = 0
  for (const { start, end } of back) {
    if (start > from) rest.push(text.slice(from, start))
    from = end
  }
  if (from < text.length) rest.push(text.slice(from))
  return rest
}

function decodePlain(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeAs('latin1', bytes)!
  }
}
