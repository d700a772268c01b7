import { splitLines } from '../in/text/lines.js'

/** Something in JSON, with the line it begins on; or why it cannot be read. */
export type JsonItem =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly problem: string }

const LONGEST_LINE = 32 * 1024 * 1024
/** A file that is one piece of JSON is held whole. */
const LONGEST_WHOLE = 64 * 1024 * 1024

/**
 * The things of a file of JSON: one a line, maybe with a comma behind it and the brackets of an array around all (as
 * Wikidata's dumps are, of any size); or one piece of JSON over many lines, up to 64 MB, whose array's things are given
 * one by one.
 */
export async function* jsonItems(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<JsonItem> {
  let sound = false
  let whole: string[] | undefined
  let held = 0
  let first = 0
  for await (const { number: line, bytes: own } of splitLines(bytes, LONGEST_LINE)) {
    if (!own) {
      yield { line, problem: `The line is longer than ${LONGEST_LINE / 2 ** 20} MB.` }
      continue
    }
    const text = Buffer.from(own)
      .toString('utf8')
      .replace(/^\ufeff/, '')
    const bare = text.trim().replace(/,$/, '')
    if (whole) {
      held += text.length
      if (held > LONGEST_WHOLE) break
      whole.push(text)
    } else if (bare === '' || (bare === ']' && sound)) {
      // nothing on it
    } else if (bare === '[' || bare === '{') {
      if (sound) yield { line, problem: 'It is no JSON.' }
      else if (bare === '{' || first > 0) {
        whole = first > 0 ? ['[', text] : [text]
        first ||= line
      } else first = line
    } else {
      const value = parsed(bare)
      if (value !== undefined) {
        sound = true
        yield* thingsIn(value, line)
      } else if (sound || !/^[[{\s"]/.test(text)) yield { line, problem: 'It is no JSON.' }
      else {
        whole = first > 0 ? ['[', text] : [text]
        first ||= line
      }
    }
  }
  if (!whole) return
  if (held > LONGEST_WHOLE)
    yield {
      line: first,
      problem: `The file is one piece of JSON of more than ${LONGEST_WHOLE / 2 ** 20} MB. Put one thing on each line.`,
    }
  else {
    const value = parsed(whole.join('\n'))
    if (value === undefined) yield { line: first, problem: 'It is no JSON.' }
    else yield* thingsIn(value, first)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Of an array its things, of Wikidata's { entities } the entities. */
function* thingsIn(value: unknown, line: number): Generator<JsonItem> {
  const inside =
    value && typeof value === 'object' && 'entities' in value && value.entities
      ? Object.values(value.entities)
      : Array.isArray(value)
        ? value
        : [value]
  for (const one of inside) yield { line, value: one }
}
