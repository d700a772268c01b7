/** What the beginning of a JSON file tells. */
export interface JsonHead {
  /**
   * An object for itself, an array, or an object on each line; 'either' of the first and the last where one line is all
   * there is in sight.
   */
  readonly form: 'object' | 'array' | 'lines' | 'either'
  /** Names of the first object's own fields, as far as they stand in the beginning. */
  readonly keys: ReadonlySet<string>
  /** Its field "version", where that is a string: a JSON Feed is known by it. */
  readonly version?: string
}

/**
 * What the beginning of a file is, as JSON; nothing where it is none. `{"a":1}\n{"a":2}` is one object a line, and so is
 * `{"a":1}\nrubbish`: JSON it would not be.
 */
export function jsonHead(text: string): JsonHead | undefined {
  const start = /^\uFEFF?\s*(\{\s*["}]|\[\s*(?:\{\s*["}]|\]))/.exec(text)
  if (!start) return undefined
  const array = start[1]!.startsWith('[')
  const body = text.indexOf('{')
  const { keys, end, version } = body < 0 ? EMPTY : fields(text, body)
  const form = array ? 'array' : formOf(text, body, end)
  return { form, keys, ...(version !== undefined && { version }) }
}

const EMPTY: { keys: Set<string>; end: number; version?: string } = { keys: new Set(), end: -1 }

/** How the object that begins at `start` stands in its lines; `end` as of `fields`. */
function formOf(text: string, start: number, end: number): JsonHead['form'] {
  if (
    text
      .slice(start, end < 0 ? undefined : end)
      .trim()
      .includes('\n')
  )
    return 'object'
  const rest = end < 0 ? '' : text.slice(end)
  if (rest.trim() === '') return 'either'
  return /^[ \t]*\r?\n/.test(rest) ? 'lines' : 'object'
}

/** The fields of the object that begins at `start`, and where it ends: -1 where that is not in sight. */
function fields(text: string, start: number): { keys: Set<string>; end: number; version?: string } {
  const keys = new Set<string>()
  const found: { keys: Set<string>; end: number; version?: string } = { keys, end: -1 }
  let depth = 0
  let last: string | undefined
  let key: string | undefined
  const token = /"((?:[^"\\]|\\.)*)"|[{}[\]:,]/gs
  token.lastIndex = start
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [sign, string] = match
    if (string !== undefined) {
      if (depth === 1 && key === 'version') found.version ??= string.replaceAll('\\/', '/')
      last = string
    } else if (sign === ':' && depth === 1 && last !== undefined) {
      key = last
      keys.add(key)
    } else if (sign === ',') {
      if (depth === 1) key = undefined
    } else if (sign === '{' || sign === '[') depth++
    else if ((sign === '}' || sign === ']') && --depth === 0) {
      found.end = token.lastIndex
      break
    }
  }
  return found
}
