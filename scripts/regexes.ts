import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Expression, parseSync, Visitor } from 'oxc-parser'

/** A regular expression in the sources. */
export interface Regex {
  /** As it is written: /x+/u; where it is put together of strings, the call: new RegExp(`^${x}`). */
  readonly written: string
  /** None where it is put together. */
  readonly literal?: { readonly pattern: string; readonly flags: string }
  /** Where it stands first. */
  readonly file: string
}

/** Every regular expression in the TypeScript below these folders, each once. */
export function regexesIn(folders: readonly string[]): readonly Regex[] {
  const found = new Map<string, Regex>()
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    for (const file of files.filter(name => name.endsWith('.ts')).sort()) {
      const path = join(folder, file)
      const source = readFileSync(path, 'utf8')
      const put = (regex: Regex) => found.has(regex.written) || found.set(regex.written, regex)
      const built = ({ start, end }: { start: number; end: number }) =>
        put({ written: source.slice(start, end).replace(/\s+/g, ' '), file: path })
      const isRegExp = (callee: Expression) =>
        callee.type === 'Identifier' && callee.name === 'RegExp'
      new Visitor({
        Literal(node) {
          if ('regex' in node && node.regex)
            put({ written: node.raw ?? '', literal: node.regex, file: path })
        },
        NewExpression(node) {
          if (isRegExp(node.callee)) built(node)
        },
        CallExpression(node) {
          if (isRegExp(node.callee)) built(node)
        },
      }).visit(parseSync(path, source).program)
    }
  }
  return [...found.values()]
}
