import {
  ADVERBS,
  AUXILIARIES,
  BE,
  NEGATIONS,
  UNREAL,
  WITHHOLDING,
} from '../../../lexicon/en/closed-words.js'
import { type Ground, itemBy } from './ground.js'

/** A verb with what stands before it: "has never been married". */
export interface VerbGroup {
  /** Item index of its first word. */
  readonly from: number
  /** A form of "be" goes with it. */
  readonly passive: boolean
  /** Stated as having happened: not negated, not possible only, not asked, not yet to come. */
  readonly real: boolean
  /** Stated as coming ("will be held", "is to be held") and not negated or possible only. */
  readonly coming: boolean
  /** Stated as agreed ("has agreed to buy"), and not negated. */
  readonly agreed: boolean
}

/** "got married", "gets elected" */
const GOT = new Set(['got', 'gets', 'getting'])
const CLAUSE_SCAN = 40
const SUBORDINATORS = new Set(
  'that when while because although though but as after before where who which'.split(' '),
)
const CONDITIONS = new Set('if unless whether'.split(' '))
const DOUBTS = new Set(
  'deny denies denied denying untrue false no not rumours rumors speculation suggestions suggestion pretend pretended imagine imagined'.split(
    ' ',
  ),
)

/** The group whose main verb is item `at`. */
export function verbGroup(ground: Ground, at: number): VerbGroup {
  let from = at
  const progressive = ground.items[at]!.lower.endsWith('ing')
  let passive = false
  let negated = false
  let unreal = false
  let infinitive = false
  let future = false
  let agreed = false
  for (let k = 1; k <= 8; k++) {
    const item = itemBy(ground, at, -k)
    if (item === undefined) break
    const { lower } = item
    if (item.kind === 'noun') {
      // "was itself swallowed up"
      if (
        item.noun!.pronoun &&
        /sel(?:f|ves)$/i.test(ground.story.text.slice(item.start, item.end))
      )
        continue
      const tail = ground.story.text.slice(item.end - 3, item.end).toLowerCase()
      if (item.noun!.pronoun && /['’]ll$/.test(tail)) future = true
      break
    }
    // "was last night awarded"
    if (item.kind === 'value' && k < 3) continue
    if (item.kind !== 'word') break
    if (lower === 'to') infinitive = true
    else if (BE.has(lower) || GOT.has(lower) || isContractedBe(lower))
      passive = infinitive ? passive : !progressive // "is to buy"
    else if (lower === 'will' || lower === 'shall') future = true
    else if (!AUXILIARIES.has(lower) && !NEGATIONS.has(lower) && !ADVERBS.has(lower)) {
      if (infinitive && /^agree[sd]?$/.test(lower)) agreed = true
      else if (WITHHOLDING.has(lower)) unreal = true
      else if (/^help(?:ed|s)$/.test(lower))
        infinitive = false // "helped (to) found"
      else if (infinitive && lower === 'on') {
        infinitive = false // "went on to win"
        if (itemBy(ground, at, -k - 1)?.kind === 'word') from = at - k - 1
        break
      } else if (!lower.endsWith('ly') && !lower.endsWith("n't")) break
    }
    if (NEGATIONS.has(lower) || lower.endsWith("n't")) negated = true
    if (UNREAL.has(lower)) unreal = true
    from = at - k
  }
  const doubtful = negated || unreal || isAsked(ground, at) || isConditional(ground, from)
  return {
    from,
    passive,
    real: !doubtful && !infinitive && !future,
    agreed: !doubtful && agreed,
    coming: !doubtful && !agreed && (future || infinitive),
  }
}

const isContractedBe = (lower: string) => /^(?:is|are|was|were)n't$/.test(lower)

/** Does the sentence end in a question mark? */
export function isAsked(ground: Ground, at: number): boolean {
  const { from, to } = ground.sentences[ground.items[at]!.sentence]!
  for (let i = to - 1; i >= from && i > to - 4; i--)
    if (ground.items[i]!.lower.includes('?')) return true
  return false
}

/** Does the clause before item `at` begin with a condition, or hang on a doubt ("denied that …")? */
function isConditional(ground: Ground, at: number): boolean {
  for (let k = 1; k <= CLAUSE_SCAN; k++) {
    const item = itemBy(ground, at, -k)
    if (item === undefined || item.lower === ';' || item.lower === ':') return false
    if (item.kind !== 'word') continue
    if (CONDITIONS.has(item.lower)) return true
    if (!SUBORDINATORS.has(item.lower)) continue
    if (item.lower !== 'that') return false
    for (let back = 1; back <= 3; back++) {
      const before = itemBy(ground, at, -k - back)
      if (before !== undefined && (DOUBTS.has(before.lower) || before.lower.endsWith("n't")))
        return true
    }
    return false
  }
  return false
}
