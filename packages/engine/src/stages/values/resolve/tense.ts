import type { Piece } from '../pieces.js'

export type Direction = 'past' | 'future'

const FUTURE = new Set([
  'will',
  "'ll",
  "won't",
  'shall',
  'tomorrow',
  'upcoming',
  'forthcoming',
  'scheduled',
  'due',
  'slated',
  'poised',
])
const BEFORE_TO = new Set(
  'due set scheduled expected going plans planning plan hopes hoping ready aims likely is are'.split(
    ' ',
  ),
)
const PAST = new Set(
  (
    'said was were had did told went took came made won lost died left met held gave saw fell rose began got told wrote ' +
    'found became brought shot hit struck ran led sent drew spoke told heard fled broke beat set'
  ).split(' '),
)
/** Verbs in the present that tell of a date fixed ahead: "the show opens on Friday". */
const AHEAD = new Set(
  (
    'opens begins starts closes ends expires airs premieres launches resumes meets votes faces plays returns arrives ' +
    'runs goes takes kicks hosts sits'
  ).split(' '),
)

const REACH = 12

/**
 * Does the clause around pieces `from` to `to` look back or ahead? The nearest verb before them in the sentence tells, else the
 * nearest behind them; undefined where none does. A guess from a few words, so what follows from it is an inference.
 */
export function directionAt(
  pieces: readonly Piece[],
  from: number,
  to: number,
): Direction | undefined {
  return before(pieces, from) ?? behind(pieces, to)
}

const isEnd = ({ kind, lower, gap }: Piece): boolean =>
  kind === 'break' || (kind === 'sign' && /^[.!?;]/.test(lower) && !gap)

function before(pieces: readonly Piece[], from: number): Direction | undefined {
  let past = false
  for (let i = from - 1; i >= 0 && i >= from - REACH; i--) {
    const piece = pieces[i]!
    if (isEnd(piece)) break
    if (piece.kind !== 'word') continue
    const { lower } = piece
    if (FUTURE.has(lower) && !(past && lower === 'due')) return 'future'
    if (lower === 'to' && BEFORE_TO.has(pieces[i - 1]!.lower)) return 'future'
    if (AHEAD.has(lower) && !past) return 'future'
    if (PAST.has(lower)) return 'past'
    // "is released on Friday", in a paper of Monday
    if (/^.{2,}ed$/.test(lower) && /^(?:is|are)$/.test(pieces[i - 1]?.lower ?? '')) return 'future'
    // "will be released": what comes before "be" decides
    if (lower === 'be') past = false
    else if (/^.{2,}ed$/.test(lower)) past = true
  }
  return past ? 'past' : undefined
}

function behind(pieces: readonly Piece[], to: number): Direction | undefined {
  for (let i = to; i < pieces.length && i < to + REACH; i++) {
    const piece = pieces[i]!
    if (isEnd(piece)) return undefined
    if (piece.kind !== 'word') continue
    const { lower } = piece
    if (FUTURE.has(lower)) return 'future'
    if (PAST.has(lower) || /^.{2,}ed$/.test(lower)) return 'past'
  }
  return undefined
}
