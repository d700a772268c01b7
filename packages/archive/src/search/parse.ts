import type { Match } from '../database/match.js'
import { ArchiveError } from '../errors.js'
import { wordsOf } from '../text/words.js'

/** Code units of a query at most, words in it, and parentheses within each other. */
const LONGEST = 2000
const MOST_WORDS = 100
const DEEPEST = 20
/** Letters that a prefix needs: fewer match too much to be of use. */
const SHORTEST_PREFIX = 2

type Token = { readonly at: number } & (
  | { readonly is: 'words'; readonly match: Match }
  | { readonly is: 'AND' | 'OR' | 'NOT' | '(' | ')' }
)

/** Marks that open a phrase, and what may close it. */
const MARKS: Readonly<Record<string, string>> = {
  '"': '"“”',
  '“': '”"“',
  '”': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«»',
}

const CHUNK = /[^\s()"“”„«»]+/y

/**
 * What is asked for in words: all of several words; "exact phrases" in any marks; econom* for words that begin so, also
 * at the end of a phrase; AND, OR, NOT (or -word) in capitals, parentheses; OR binds less than AND. A word of several
 * (tax-cut, U.S.) is a phrase. Case, diacritics and punctuation do not matter.
 * Throws 'bad-query' with the place, characters counted from 1.
 */
export function parseQuery(text: string): Match {
  if (text.length > LONGEST)
    throw bad(`The query has ${text.length} characters; at most ${LONGEST} can be searched for.`)
  const tokens = tokensOf(text)
  if (!tokens.some(token => token.is === 'words'))
    throw bad('The query has no word to search for: give at least one of letters or digits.')
  const words = tokens.filter(token => token.is === 'words').length
  if (words > MOST_WORDS)
    throw bad(
      `The query has ${words} words and phrases; at most ${MOST_WORDS} can be searched for.`,
    )
  const parser = { tokens, next: 0, depth: 0 }
  const match = parseAny(parser)
  const rest = parser.tokens[parser.next]
  if (rest) throw bad(`The closing parenthesis at character ${rest.at} has no opening one.`)
  return match
}

interface Parser {
  readonly tokens: readonly Token[]
  next: number
  depth: number
}

function parseAny(parser: Parser): Match {
  const any = [parseAll(parser)]
  while (parser.tokens[parser.next]?.is === 'OR') {
    const { at } = parser.tokens[parser.next++]!
    expectMore(parser, 'OR', at)
    any.push(parseAll(parser))
  }
  return any.length === 1 ? any[0]! : { any }
}

function parseAll(parser: Parser): Match {
  const all: Match[] = []
  const none: Match[] = []
  let firstNot = 0
  for (;;) {
    const token = parser.tokens[parser.next]
    if (!token || token.is === ')' || token.is === 'OR') break
    if (token.is === 'AND') {
      if (all.length + none.length === 0)
        throw bad(`AND at character ${token.at} has nothing before it.`)
      parser.next++
      expectMore(parser, 'AND', token.at)
      continue
    }
    if (token.is === 'NOT') {
      parser.next++
      expectMore(parser, 'NOT', token.at)
      if (parser.tokens[parser.next]!.is === 'NOT')
        throw bad(`NOT at character ${token.at} stands before another NOT. Leave both out.`)
      firstNot ||= token.at
      none.push(parseOne(parser))
    } else all.push(parseOne(parser))
  }
  if (all.length === 0 && none.length > 0)
    throw bad(
      `NOT at character ${firstNot} stands alone: say what to find beside what to leave out, as in: tax NOT income.`,
    )
  if (all.length === 0) {
    const token = parser.tokens[parser.next]
    throw bad(
      token?.is === 'OR'
        ? `OR at character ${token.at} has nothing before it.`
        : 'The query has no word to search for: give at least one of letters or digits.',
    )
  }
  if (none.length > 0) return { all, none }
  return all.length === 1 ? all[0]! : { all }
}

function parseOne(parser: Parser): Match {
  const token = parser.tokens[parser.next++]!
  if (token.is === 'words') return token.match
  // an opening parenthesis: all else was taken by the caller
  if (++parser.depth > DEEPEST)
    throw bad(
      `The parenthesis at character ${token.at} is the ${DEEPEST + 1}th within another; at most ${DEEPEST} are understood.`,
    )
  const first = parser.tokens[parser.next]
  if (first?.is === ')') throw bad(`The parentheses at character ${token.at} have no word in them.`)
  if (!first) throw unclosed(token.at)
  const match = parseAny(parser)
  if (parser.tokens[parser.next]?.is !== ')') throw unclosed(token.at)
  parser.next++
  parser.depth--
  return match
}

/** Something must follow an operator. */
function expectMore({ tokens, next }: Parser, operator: string, at: number) {
  const token = tokens[next]
  if (!token || token.is === ')' || token.is === 'OR' || token.is === 'AND')
    throw bad(`${operator} at character ${at} has nothing behind it.`)
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let k = 0
  while (k < text.length) {
    const char = text[k]!
    const at = k + 1
    const closers = MARKS[char]
    if (closers) {
      let end = k + 1
      while (end < text.length && !closers.includes(text[end]!)) end++
      if (end === text.length) throw bad(`The quotation mark at character ${at} is not closed.`)
      const starred = text[end + 1] === '*'
      push(tokens, text.slice(k + 1, end) + (starred ? '*' : ''), at + 1)
      k = end + (starred ? 2 : 1)
    } else if (char === '(' || char === ')') {
      tokens.push({ is: char, at })
      k++
    } else if (/\s/.test(char)) k++
    else if (
      char === '-' &&
      /[^\s)-]/.test(text[k + 1] ?? ' ') &&
      !/[^\s(]/.test(text[k - 1] ?? ' ')
    ) {
      tokens.push({ is: 'NOT', at })
      k++
    } else {
      CHUNK.lastIndex = k
      const chunk = CHUNK.exec(text)![0]
      if (chunk === 'AND' || chunk === 'OR' || chunk === 'NOT') tokens.push({ is: chunk, at })
      else push(tokens, chunk, at)
      k += chunk.length
    }
  }
  return tokens
}

/** The words of a piece of the query as a token; none where it has none, as a dash between spaces. `at`: of the piece. */
function push(tokens: Token[], piece: string, at: number) {
  const words = Array.from(wordsOf(piece), word => word.folded).filter(Boolean)
  const star = piece.indexOf('*')
  if (star < 0) {
    if (words.length > 0) tokens.push({ is: 'words', at, match: { words } })
    return
  }
  if (
    /[\p{L}\p{N}*]/u.test(piece.slice(star + 1)) ||
    !/[\p{L}\p{N}\p{M}]$/u.test(piece.slice(0, star))
  )
    throw bad(
      `The * at character ${at + star} does not stand at the end of a word. It stands for any ending, as in: econom*.`,
    )
  const [last = ''] = words.slice(-1)
  if ([...last].length < SHORTEST_PREFIX)
    throw bad(
      `"${last}*" at character ${at} is too short: give ${SHORTEST_PREFIX} letters or more before the *.`,
    )
  tokens.push({ is: 'words', at, match: { words, prefix: true } })
}

const unclosed = (at: number) => bad(`The parenthesis at character ${at} is not closed.`)
const bad = (message: string) => new ArchiveError('bad-query', message)
