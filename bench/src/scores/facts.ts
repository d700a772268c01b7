import type { FactLine } from '../fact-cases.js'
import { isNeutral } from './fact-neutral.js'
import { isNearly, isRight, type ReadFact } from './fact-right.js'
import { percent } from './round.js'

export interface FactCounts {
  /** Facts wanted. */
  n: number
  /** Facts read, without those that are neither wanted nor punished. */
  read: number
  /** … right in all that was wanted. */
  right: number
  /** … right in type, subject and main argument. */
  nearly: number
}

export interface FactScore {
  /** By type. A fact wanted as "a|b" counts as the first. */
  readonly types: ReadonlyMap<string, FactCounts>
  /** What went wrong, one line each. */
  readonly misses: readonly string[]
}

/** Compares what a case wants with what was read of it. */
export function scoreFacts(
  { name, text, lines }: { name: string; text: string; lines: readonly FactLine[] },
  read: readonly ReadFact[],
): FactScore {
  const wanted = lines.filter(line => line.wanted)
  const right = answers(wanted, read, (fact, line) => isRight(text, fact, line))
  const judged = read.filter((fact, k) => right.has(k) || !isNeutral(text, fact, lines, wanted))
  const nearly = answers(
    wanted,
    judged,
    (fact, line) => isNearly(text, fact, line),
    isRightIn(text),
  )
  const types = new Map<string, FactCounts>()
  const count = (type: string, key: keyof FactCounts) => {
    const counts = types.get(type) ?? noFactCounts()
    types.set(type, { ...counts, [key]: counts[key] + 1 })
  }
  for (const line of wanted) count(line.types[0]!, 'n')
  for (const fact of judged) count(typeAmong(fact, wanted), 'read')
  for (const line of right.values()) count(line.types[0]!, 'right')
  for (const line of nearly.values()) count(line.types[0]!, 'nearly')

  const found = new Set(right.values())
  const misses = [
    ...wanted.filter(line => !found.has(line)).map(line => `${name}: missed ${line.line}`),
    ...read.flatMap((fact, k) =>
      right.has(k) || !judged.includes(fact) ? [] : [`${name}: false ${show(text, fact)}`],
    ),
  ]
  return { types, misses }
}

/** Which line each fact (by index) answers: each line once, the facts in order, `first` before the others. */
function answers(
  lines: readonly FactLine[],
  read: readonly ReadFact[],
  fits: (fact: ReadFact, line: FactLine) => boolean,
  first: (fact: ReadFact, line: FactLine) => boolean = fits,
): ReadonlyMap<number, FactLine> {
  const taken = new Map<number, FactLine>()
  const free = new Set(lines)
  for (const test of [first, fits]) {
    read.forEach((fact, k) => {
      if (taken.has(k)) return
      const line = [...free].find(one => test(fact, one))
      if (!line) return
      taken.set(k, line)
      free.delete(line)
    })
  }
  return taken
}

const isRightIn = (text: string) => (fact: ReadFact, line: FactLine) => isRight(text, fact, line)

/** The type in whose row a fact counts: that of the line that wants it under another name, too. */
const typeAmong = ({ type }: ReadFact, wanted: readonly FactLine[]): string =>
  wanted.some(({ types }) => types[0] === type)
    ? type
    : (wanted.find(({ types }) => types.includes(type))?.types[0] ?? type)

/** A fact read, as a case would write it. */
function show(text: string, { type, args, by }: ReadFact): string {
  const words = Object.entries(args).map(([key, given]) =>
    'span' in given
      ? `${key}=${text.slice(given.span.start, given.span.end)}`
      : `${key}=${given.forms[0]}`,
  )
  return [type, ...words, ...(by ? [`by=${by[0]}`] : [])].join(' ')
}

export const noFactCounts = (): FactCounts => ({ n: 0, read: 0, right: 0, nearly: 0 })

export function addFactCounts(all: readonly FactCounts[]): FactCounts {
  const sum = noFactCounts()
  for (const counts of all) {
    for (const key of Object.keys(sum) as (keyof FactCounts)[]) sum[key] += counts[key]
  }
  return sum
}

/** Precision, recall and F in percent, strict and lenient; blank where there is nothing to divide by. */
export function factRow({ n, read, right, nearly }: FactCounts) {
  const share = (part: number, whole: number) => (whole === 0 ? undefined : percent(part, whole))
  return {
    n,
    read,
    P: share(right, read),
    R: share(right, n),
    F: share(2 * right, n + read),
    'lenient P': share(nearly, read),
    'lenient R': share(nearly, n),
    'lenient F': share(2 * nearly, n + read),
  }
}
