import type { Answered } from '../../api.js'
import type { Marked } from '../../parts/runs.js'
import type { Mark } from '../../parts/Words.js'

export type Found = Answered<'verify'>
export type Match = Found['matches'][number]
export type Place = Match['places'][number]

/** Words of the claim that are not in print, and those that may turn the sense. */
export const markedClaim = ({ edits, alarms, inserted }: Match): Marked<Mark>[] => [
  ...[...edits, ...inserted].flatMap(({ claim }) =>
    claim ? [{ start: claim.start, end: claim.end, kind: 'dropped' as const }] : [],
  ),
  ...alarms.flatMap(({ claim }) =>
    claim ? [{ start: claim.start, end: claim.end, kind: 'loud' as const }] : [],
  ),
]

/** Words of a place: those found, those that the claim has not, and those that may turn the sense. */
export function markedPlace({ edits, alarms, omitted }: Match, place: Place): Marked<Mark>[] {
  const from = place.around?.start ?? 0
  const here = (spans: readonly { readonly text?: Span | undefined }[], kind: Mark) =>
    spans.flatMap(({ text }) =>
      text && text.story === place.story
        ? [{ start: text.start - from, end: text.end - from, kind }]
        : [],
    )
  return [...foundIn(place), ...here([...edits, ...omitted], 'added'), ...here(alarms, 'loud')]
}

/** Words found, in what is shown around them. */
export const foundIn = ({ spans, around }: Place): Marked<Mark>[] =>
  spans.map(({ start, end }) => ({
    start: start - (around?.start ?? 0),
    end: end - (around?.start ?? 0),
    kind: 'quoted',
  }))

interface Span {
  readonly story: string
  readonly start: number
  readonly end: number
}
