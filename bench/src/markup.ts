import type { Span } from '@onrecord/engine'
import type { Attribution } from './scores/attribution.js'

/** An attribution as a case marks it. Its content is never empty; pieces are in the order of the text. */
export interface MarkedQuote extends Attribution {
  /** Its number in the markup. */
  readonly number: number
  /** From its `@speaker` line: whose it is, null for nobody ("none"); undefined where the case does not say. */
  readonly speaker?: string | null
}

export interface Case {
  readonly name: string
  /** The line of the file that its name stands in, from 1. */
  readonly line: number
  readonly text: string
  /** By number. */
  readonly quotes: readonly MarkedQuote[]
}

/**
 * Reads a file of cases (the markup is described in bench/README.md). Throws on the first thing that is wrong, with
 * the file, the case and the line; `file` is only used for that.
 */
export function parseCases(source: string, file: string): Case[] {
  const cases: Case[] = []
  for (const { line, lines } of sections(source, file)) {
    const name = lines[0]!.slice(4)
    const fail: Fail = (offset, message) => {
      throw new Error(`${file}: case "${name}", line ${line + offset}: ${message}`)
    }
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) fail(0, 'a name is words-in-small-letters')
    if (cases.some(other => other.name === name)) fail(0, 'a case of this name is above')
    cases.push({ name, line, ...parseCase(lines, fail) })
  }
  return cases
}

/** Stops at a line of the case, counted from its name. */
type Fail = (offset: number, message: string) => never

function sections(source: string, file: string): { line: number; lines: string[] }[] {
  const found: { line: number; lines: string[] }[] = []
  source.split('\n').forEach((text, i) => {
    if (text.startsWith('=== ')) found.push({ line: i + 1, lines: [text] })
    else if (found.length > 0) found.at(-1)!.lines.push(text)
    else if (text.trim() !== '')
      throw new Error(`${file}: line ${i + 1}: text before the first "=== name"`)
  })
  return found
}

function parseCase(lines: readonly string[], fail: Fail): Pick<Case, 'text' | 'quotes'> {
  const speakers = new Map<number, { name: string; offset: number }>()
  let first = 1
  for (; lines[first]?.startsWith('@'); first++) {
    const match = /^@speaker (\d+): (\S.*)$/.exec(lines[first]!)
    if (!match) return fail(first, `expected "@speaker 1: Name", found "${lines[first]}"`)
    const number = Number(match[1])
    if (speakers.has(number)) fail(first, `a second speaker for attribution ${number}`)
    speakers.set(number, { name: match[2]!.trim(), offset: first })
  }
  while (first < lines.length && lines[first]!.trim() === '') first++
  let last = lines.length
  while (last > first && lines[last - 1]!.trim() === '') last--
  if (first === last) fail(0, 'the case has no text')

  const { text, roles } = readTags(lines.slice(first, last).join('\n'), (line, message) =>
    fail(first + line, message),
  )
  for (const [number, { offset }] of speakers) {
    if (!roles.has(number)) fail(offset, `there is no attribution ${number}`)
  }
  const quotes = [...roles]
    .sort(([a], [b]) => a - b)
    .map(([number, quote]) => {
      if (quote.content.length === 0) fail(first, `attribution ${number} has no content`)
      const speaker = speakers.get(number)?.name
      if (speaker === undefined) return { number, ...quote }
      return { number, ...quote, speaker: speaker === 'none' ? null : speaker }
    })
  return { text, quotes }
}

const ROLE = { c: 'content', k: 'cue', s: 'source' } as const
const TAG = /<(\/?)([cks])(\d+(?:,\d+)*)>/g

type Roles = { readonly [role in keyof Attribution]: Span[] }

/** Takes the tags out of the text. Lines of errors count from its first. */
function readTags(marked: string, fail: Fail): { text: string; roles: Map<number, Roles> } {
  const roles = new Map<number, Roles>()
  const open: { tag: string; start: number; line: number }[] = []
  let text = ''
  let at = 0
  const take = (end: number) => {
    text += marked.slice(at, end)
    at = end
  }
  const here = () => text.split('\n').length - 1
  for (const match of marked.matchAll(TAG)) {
    take(match.index)
    at += match[0].length
    const role = ROLE[match[2] as keyof typeof ROLE]
    const tag = match[2]! + match[3]!
    const numbers = match[3]!.split(',').map(Number)
    if (match[1] === '') {
      if (role === 'content' && numbers.length > 1) fail(here(), `<${tag}>: content is not shared`)
      if (open.some(other => other.tag === tag)) fail(here(), `<${tag}> is open already`)
      open.push({ tag, start: text.length, line: here() })
      continue
    }
    const { tag: expected, start } = open.pop() ?? fail(here(), `</${tag}> closes nothing`)
    if (expected !== tag) fail(here(), `</${tag}> stands where </${expected}> is due`)
    if (text.slice(start).trim() === '') fail(here(), `<${tag}> holds nothing`)
    if (text.slice(start).includes('\n')) fail(here(), `<${tag}> runs over the end of a paragraph`)
    for (const number of numbers) {
      const quote = roles.get(number) ?? { content: [], cue: [], source: [] }
      roles.set(number, quote)
      quote[role].push({ start, end: text.length })
      quote[role].sort((a, b) => a.start - b.start)
    }
  }
  take(marked.length)
  const left = open[0]
  if (left) fail(left.line, `<${left.tag}> is not closed`)
  const stray = /<\/?[cks]?[\d,]*>|<\/?[cks]\d/.exec(text)
  if (stray) fail(text.slice(0, stray.index).split('\n').length - 1, `what is "${stray[0]}"?`)
  return { text, roles }
}
