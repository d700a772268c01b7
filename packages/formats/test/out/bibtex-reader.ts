/** An entry as BibTeX sees it: braces counted, escaped or not. */
export interface Entry {
  readonly type: string
  readonly key: string
  readonly fields: Readonly<Record<string, string>>
}

/** A small, strict reader: what it cannot read whole is an error. Values are in braces, as they are written here. */
export function readBibtex(file: string): Entry[] {
  const entries: Entry[] = []
  let at = 0
  const expectAt = (pattern: RegExp): RegExpExecArray => {
    const sticky = new RegExp(pattern.source, 'y')
    sticky.lastIndex = at
    const found = sticky.exec(file)
    if (found === null) throw new Error(`${pattern} expected at ${at}: ${file.slice(at, at + 40)}`)
    at = sticky.lastIndex
    return found
  }
  while (at < file.length) {
    const [, type, key] = expectAt(/@([a-z]+)\{([A-Za-z0-9.-]+),\n/)
    const fields: Record<string, string> = {}
    while (file[at] !== '}') {
      const [, name] = expectAt(/ {2}([a-z]+) = \{/)
      if (fields[name!] !== undefined) throw new Error(`${name} twice in ${key}`)
      const from = at
      for (let depth = 1; depth > 0; at++) {
        if (at >= file.length) throw new Error(`${name} of ${key} is never closed`)
        if (file[at] === '{') depth++
        if (file[at] === '}') depth--
      }
      fields[name!] = file.slice(from, at - 1)
      expectAt(/,\n/)
    }
    expectAt(/\}\n\n/)
    entries.push({ type: type!, key: key!, fields })
  }
  return entries
}

const NAMED: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
}

/** What TeX would set: macros and escapes as their signs, braces that group gone. Anything that TeX would take wrongly is an error. */
export function unescapeTex(value: string): string {
  return value.replace(/\\([a-z]+)\{\}|\\([%#$&_])|[{}]|[\\%#$&_~^]/g, (all, named, sign) => {
    if (named !== undefined && NAMED[named] !== undefined) return NAMED[named]
    if (sign !== undefined) return sign
    if (all === '{' || all === '}') return ''
    throw new Error(`${all} is not escaped in ${value}`)
  })
}
