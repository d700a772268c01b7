import { wellFormed } from './well-formed.js'

/** JSON of well-formed strings (a lone surrogate as U+FFFD): strict readers refuse a lone half even when escaped. */
export const toJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, (_, held) => (typeof held === 'string' ? wellFormed(held) : held), indent)

/** JSON that may stand in a page's <script>: no `<`, `>` or `&`, nor the line ends that old scripts break at. */
export const toScriptJson = (value: unknown, indent?: number): string =>
  toJson(value, indent).replace(
    /[<>&\u2028\u2029]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/**
 * One JSON document of many: of one item it is that item, of several (or none) an array of them. A JSON-LD file may be
 * either. Two items are held at a time.
 */
export async function* jsonDocument<T>(
  items: AsyncIterable<T>,
  write: (item: T) => string,
): AsyncIterable<string> {
  let first: string | undefined
  let open = false
  for await (const item of items) {
    const written = write(item)
    if (open) yield `,\n${written}`
    else if (first === undefined) first = written
    else {
      yield `[\n${first},\n${written}`
      open = true
    }
  }
  if (open) yield '\n]\n'
  else yield first === undefined ? '[]\n' : `${first}\n`
}
