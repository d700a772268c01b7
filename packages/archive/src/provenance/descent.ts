import { wordDiff } from '@onrecord/engine'
import type { Descent } from './types.js'
import { isAkin, overlapOf, type Wording } from './wordings.js'

/** Earlier wordings that one is compared with. */
const TRIED = 4

/** A wording and the one that it comes from, if any; for each story, the stories that it is a copy of. */
export type Copies = ReadonlyMap<number, ReadonlySet<number>>

export interface Derived {
  readonly wording: Wording
  readonly parent?: Wording
  readonly descent?: Omit<Descent, 'from' | 'to'>
}

/**
 * A tree, or several: each wording comes from the earlier one that it differs least from, or, before that, from one in a
 * story of which its first story is a copy. One that is like none of the earlier ones begins a tree. `wordings`: in the
 * order of first appearance. `shown`: may all of a wording's words be shown?
 */
export function descents(
  wordings: readonly Wording[],
  copies: Copies,
  shown: (wording: Wording) => boolean,
): Derived[] {
  return wordings.map((wording, k): Derived => {
    const [first] = wording.places
    const models = copies.get(first.storyId) ?? new Set()
    const isModel = (other: Wording) => other.places.some(({ storyId }) => models.has(storyId))
    const likely = wordings
      .slice(0, k)
      .map(other => ({
        other,
        model: isModel(other),
        overlap: overlapOf(wording.words, other.words),
      }))
      .sort((a, b) => Number(b.model) - Number(a.model) || b.overlap - a.overlap)
      .slice(0, TRIED)
      .filter(({ other }) => isAkin(wording, other))
      .map(one => ({ ...one, diff: wordDiff(one.other.content, wording.content) }))
      .sort((a, b) => Number(b.model) - Number(a.model) || b.diff.score - a.diff.score)
    const [best] = likely
    if (!best) return { wording }
    const { other, diff, model } = best
    const [before] = other.places
    const told = shown(other) && shown(wording)
    const turned = <Kind>(kind: Kind, from?: { text: string }, to?: { text: string }) => ({
      kind,
      from: told ? (from?.text ?? '') : null,
      to: told ? (to?.text ?? '') : null,
    })
    return {
      wording,
      parent: other,
      descent: {
        basis: model ? 'copy' : 'wording',
        order: isBefore(before.published, first.published) ? 'dates' : 'not-known',
        sameOutlet: before.outlet === first.outlet && first.outlet !== '',
        score: diff.score,
        differences: diff.differences,
        edits: diff.edits.map(({ kind, claim, text }) => turned(mirrored(kind), claim, text)),
        alarms: diff.alarms.map(({ kind, claim, text }) => turned(kind, claim, text)),
      },
    }
  })
}

/** The comparison takes the earlier words for a claim about the later ones; here the later ones are told. */
const mirrored = <K extends string>(kind: K): K | 'added' | 'dropped' =>
  kind === 'added' ? 'dropped' : kind === 'dropped' ? 'added' : kind

/** Dates of different precision are compared as far as both go. */
function isBefore(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) < b.slice(0, length)
}
