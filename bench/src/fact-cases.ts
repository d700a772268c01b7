import { FACT_TYPES } from '@onrecord/engine'

/** What an argument may be: any of these words. An optional one may be left out of the record. */
export interface WantedArgument {
  readonly words: readonly string[]
  readonly optional: boolean
}

/** A line of a case: a fact or a quote's setting. */
export interface FactLine {
  /** As written, without what stands before it. */
  readonly line: string
  /** wanted, or neither wanted nor punished. */
  readonly wanted: boolean
  /** Any of these; "setting" for the setting of a quote. */
  readonly types: readonly string[]
  readonly args: Readonly<Record<string, WantedArgument>>
  /** Whose claim it is. */
  readonly by?: WantedArgument
  /** Words within the content of the quote whose setting this is. */
  readonly quote?: string
}

export interface FactCase {
  readonly name: string
  readonly genre: string
  readonly published?: string
  readonly text: string
  /** Empty where nothing is stated. */
  readonly lines: readonly FactLine[]
}

/** The arguments of each type, in the order of RECORD's table; a setting's are read as a fact's are. */
export const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  age: ['subject', 'value'],
  role: ['subject', 'title', 'organisation', 'work'],
  'member-of': ['subject', 'object'],
  family: ['subject', 'object', 'relation'],
  founded: ['subject', 'object'],
  acquired: ['buyer', 'target', 'seller', 'price'],
  created: ['subject', 'object', 'as'],
  attended: ['subject', 'event'],
  hosted: ['subject', 'event'],
  'took-part': ['subject', 'event'],
  held: ['event', 'place', 'time'],
  released: ['work', 'platform', 'time'],
  'located-in': ['subject', 'object'],
  setting: ['to', 'place', 'event', 'time'],
}
const TURN = ['subject', 'object', 'value', 'time', 'place']

/** The arguments that a type has: those of `born`, `won` … are the same. */
export const argumentsOf = (type: string): readonly string[] => ARGUMENTS[type] ?? TURN

/**
 * Reads a file of cases (bench/facts/README.md has the form). Throws on the first line that is wrong: an unknown type or
 * argument, words of a subject, place, price … that the text does not have, a case without text or without facts.
 */
export function parseFactCases(source: string, file: string): FactCase[] {
  const cases = source
    .split(/^(?==== )/m)
    .filter(part => part.trim() !== '')
    .map(part => parseCase(part, file))
  const names = cases.map(({ name }) => name)
  const twice = names.find((name, k) => names.indexOf(name) !== k)
  if (twice !== undefined) throw new Error(`${file}: two cases are called "${twice}"`)
  return cases
}

function parseCase(part: string, file: string): FactCase {
  const [head, ...rest] = part.trimEnd().split('\n')
  const named = /^=== ([a-z0-9-]+) · ([a-z]+)$/.exec(head!)
  if (!named) throw new Error(`${file}: expected "=== name · genre", found "${head}"`)
  const name = named[1]!
  const fail = (message: string): never => {
    throw new Error(`${file}: case "${name}": ${message}`)
  }
  const published = rest.find(line => line.startsWith('@published '))?.slice('@published '.length)
  const stated = rest.filter(line => /^[-~] /.test(line))
  const text = rest
    .filter(line => line !== '' && !/^[-~@]/.test(line))
    .join('\n\n')
    .trim()
  if (text === '') fail('no text')
  if (stated.length === 0) fail('no facts, and no "- none"')
  const lines = stated.filter(line => line !== '- none').map(line => parseLine(line, text, fail))
  if (lines.length < stated.length && lines.some(({ wanted }) => wanted)) {
    fail('"- none" beside facts')
  }
  return {
    name,
    genre: named[2]!,
    ...(published === undefined ? {} : { published }),
    text,
    lines,
  }
}

/** Their words are the record's, not the text's. */
const FREE = new Set(['title', 'relation', 'as'])

function parseLine(line: string, text: string, fail: (message: string) => never): FactLine {
  const [typed, ...pairs] = line.slice(2).split(/ (?=\??[a-z]+=)/)
  const types = typed!.split('|')
  const known = (type: string) =>
    type === 'setting' || (FACT_TYPES as readonly string[]).includes(type)
  if (!types.every(known)) fail(`what is "${typed}"?`)
  const args: Record<string, WantedArgument> = {}
  let by: WantedArgument | undefined
  let quote: string | undefined
  for (const pair of pairs) {
    const [, mark, key, value] = /^(\??)([a-z]+)=(.+)$/.exec(pair) ?? fail(`what is "${pair}"?`)
    const wanted = { words: value!.split('|'), optional: mark === '?' }
    if (key === 'quote') {
      quote = value!.replace(/^"|"$/g, '')
      if (!text.includes(quote)) fail(`the text has no "${quote}"`)
      continue
    }
    const has = (words: string) => text.toLowerCase().includes(words.toLowerCase())
    if (!FREE.has(key!) && !wanted.words.some(has)) fail(`the text has no "${value}"`)
    if (key === 'by') by = wanted
    else if (types.every(type => argumentsOf(type).includes(key!))) args[key!] = wanted
    else fail(`"${typed}" has no ${key}`)
  }
  const wanted = line.startsWith('-')
  if (wanted && Object.keys(args).length === 0) fail(`"${line}" wants nothing`)
  if (wanted && types.includes('setting') && quote === undefined) fail(`"${line}": which quote?`)
  return {
    line: line.slice(2),
    wanted,
    types,
    args,
    ...(by ? { by } : {}),
    ...(quote === undefined ? {} : { quote }),
  }
}
