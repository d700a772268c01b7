/** What the beginning of a JSON file tells. */
export interface JsonHead {
  /** An object for itself, an array, or an object on each line. */
  readonly form: 'object' | 'array' | 'lines'
  /** Names of the first object's own fields, as far as they stand in the beginning. */
  readonly keys: ReadonlySet<string>
  /** Its field "version", where that is a string: a JSON Feed is known by it. */
  readonly version?: string
}

/**
 * What the beginning of a file is, as JSON; nothing where it is none. `{"a":1}\n{"a":2}` is one object a line, and so is
 * an object whose line does not end in sight: read by lines it comes to the same.
 */
export function jsonHead(text: string): JsonHead | undefined {
  const start = /^\uFEFF?\s*(\{\s*["}]|\[\s*(?:\{\s*["}]|\]))/.exec(text)
  if (!start) return undefined
  const array = start[1]!.startsWith('[')
  const body = text.indexOf('{')
  const { keys, end, version } = body < 0 ? EMPTY : fields(text, body)
  const form = array ? 'array' : isLines(text, end) ? 'lines' : 'object'
  return { form, keys, ...(version !== undefined && { version }) }
}

const EMPTY: { keys: Set<string>; end: number; version?: string } = { keys: new Set(), end: -1 }

/** Does the first object end, or the beginning itself, before its line does? */
const isLines = (text: string, end: number): boolean =>
  end < 0
    ? !text.trim().includes('\n')
    : !text.slice(text.indexOf('{'), end).includes('\n') &&
      /^[ \t]*\r?\n\s*(?:\{|$)/.test(text.slice(end))

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
