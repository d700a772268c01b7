import type { Attribution } from '../../models/attributions.js'
import type { QuoteConfig } from '../../models/runtime.js'
import type { Block } from '../../models/view.js'
import { contains, lastStartingBy, type Span, sharedLength } from '../../span.js'
import { stage } from '../../stage.js'
import type { Story } from '../../story.js'
import { behindDateline, findDatelines } from '../../text/datelines.js'
import { isAddressee } from './addressee.js'
import { contentBelow } from './below.js'
import { confidenceOf } from './confidence.js'
import { findContinued } from './continued.js'
import { kindOf } from './kind.js'
import { byOwnTags } from './own-tag.js'
import { isRuling } from './ruling.js'
import { chooseSource } from './source.js'
import { indexMarks, type MarkIndex, rangesToSpans, toParagraphEnd, withMarks } from './spans.js'
import type { Quote, QuoteBasis } from './types.js'

export type QuoteStory = Story<
  'paragraphs' | 'tokens' | 'sentences' | 'marks' | 'blocks' | 'attributions'
>

/** A quote before it is put in order and linked to others. */
export interface Draft {
  content: readonly Span[]
  readonly cue: readonly Span[]
  readonly source: readonly Span[]
  readonly paragraph: number
  readonly confidence: number
  readonly basis: QuoteBasis
}

/** What the model heard, as quotes: spans with their marks, doubles left out, in order, linked. */
export function findQuotes(story: QuoteStory, config: QuoteConfig): Quote[] {
  const index = indexMarks(story.marks)
  const datelines = findDatelines(story.text, story.paragraphs)
  const isQuotation = ({ start, end }: Span) => {
    const outer = index.outer[lastStartingBy(index.outer, start)]
    return outer?.start === start && outer.end === end
  }
  const drafts: Draft[] = []
  for (const attribution of story.attributions) {
    const { kind, heard, labelled } = attribution
    const basis = { cued: kind !== 'marks', heard, labelled }
    const confidence = confidenceOf(basis, config.calibration)
    if (confidence < config.floor[basis.cued ? 'cue' : 'marks']) continue
    const draft = draftOf(story, attribution, { basis, confidence }, index)
    if (draft === undefined || isAddressee(story.text, draft) || isRuling(story.text, draft))
      continue
    // “HALLAM — The council voted …”: the dash is no cue
    if (kind === 'sign' && draft.source.some(source => datelines.some(d => contains(source, d))))
      continue
    const content = draft.content.map(piece => behindDateline(story.text, piece, datelines))
    drafts.push(...byOwnTags(story.text, { ...draft, content }, isQuotation))
  }
  const kept = withoutDoubles(drafts)
  kept.sort(inOrder)
  const within = kept.map((_, k) => enclosing(kept, k))
  const continued = findContinued(kept, within, story, index)
  return kept.map((draft, k): Quote => {
    const continues = continued.get(k)
    return {
      content: draft.content,
      cue: draft.cue,
      source: continues === undefined ? draft.source : sourceOf(kept, continued, continues),
      kind: kindOf(draft.content, story.tokens, index),
      confidence: draft.confidence,
      basis: draft.basis,
      ...(continues === undefined ? {} : { continues }),
      ...(within[k] === undefined ? {} : { within: within[k] }),
    }
  })
}

function draftOf(
  story: QuoteStory,
  attribution: Attribution,
  sureness: Pick<Draft, 'basis' | 'confidence'>,
  index: MarkIndex,
): Draft | undefined {
  const block = story.blocks[attribution.block]!
  const cue = cueSpans(story.text, block, attribution)
  const source = rangesToSpans(block, chooseSource(block, attribution, story.sentences))
  const draft = {
    cue,
    source,
    paragraph: block.paragraph,
    ...sureness,
  }
  if (attribution.content.length > 0) {
    const content = rangesToSpans(block, attribution.content).map(piece =>
      toParagraphEnd(withMarks(story.text, piece, index), index),
    )
    return {
      ...draft,
      content: content.filter((piece, k) => k === 0 || piece.start >= content[k - 1]!.end),
    }
  }
  const below = draft.basis.cued ? contentBelow(story, attribution, index) : undefined
  return below === undefined ? undefined : { ...draft, content: [below] }
}

function cueSpans(text: string, block: Block, { kind, trigger }: Attribution): Span[] {
  if (kind === 'marks') return []
  if (kind === 'cue') return rangesToSpans(block, [trigger])
  const from = block.words[trigger.from]!.end
  const to = block.words[trigger.from + 1]?.start ?? from + 3
  const sign = /[^\s"“”'’‘»«)\].,]/u.exec(text.slice(from, to)) ?? /\S/u.exec(text.slice(from, to))
  return sign === null
    ? []
    : [{ start: from + sign.index, end: from + sign.index + sign[0].length }]
}

/** Of drafts that claim the same content, the surer one: a cue before marks alone, then confidence. */
function withoutDoubles(drafts: readonly Draft[]): Draft[] {
  const best = new Map<string, Draft>()
  for (const draft of drafts) {
    const key = draft.content.map(piece => `${piece.start}-${piece.end}`).join()
    const other = best.get(key)
    const better =
      other === undefined ||
      (draft.basis.cued !== other.basis.cued
        ? draft.basis.cued
        : draft.confidence > other.confidence)
    if (better) best.set(key, draft)
  }
  // marks that a cue's content now holds after all
  const cued = [...best.values()].filter(draft => draft.basis.cued)
  return [...best.values()].filter(
    draft =>
      draft.basis.cued ||
      !cued.some(
        other =>
          Math.abs(other.paragraph - draft.paragraph) <= 1 &&
          2 * shared(other.content, draft.content) > length(draft.content),
      ),
  )
}

const length = (spans: readonly Span[]) => spans.reduce((sum, s) => sum + s.end - s.start, 0)

const shared = (a: readonly Span[], b: readonly Span[]) =>
  a.reduce((sum, s) => sum + b.reduce((more, t) => more + sharedLength(s, t), 0), 0)

function inOrder(a: Draft, b: Draft): number {
  return (
    a.content[0]!.start - b.content[0]!.start ||
    b.content.at(-1)!.end - a.content.at(-1)!.end ||
    (a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0)
  )
}

/** The nearest earlier quote one of whose pieces holds all of this one's content. */
function enclosing(drafts: readonly Draft[], k: number): number | undefined {
  const { content, paragraph } = drafts[k]!
  const whole = { start: content[0]!.start, end: content.at(-1)!.end }
  for (let j = k - 1; j >= 0 && drafts[j]!.paragraph >= paragraph - 1; j--) {
    const outer = drafts[j]!.content
    const same =
      outer.length === 1 && outer[0]!.start === whole.start && outer[0]!.end === whole.end
    if (!same && outer.some(piece => contains(piece, whole))) return j
  }
  return undefined
}

function sourceOf(
  drafts: readonly Draft[],
  continued: ReadonlyMap<number, number>,
  k: number,
): readonly Span[] {
  let at = k
  while (continued.has(at)) at = continued.get(at)!
  return drafts[at]!.source
}

/** The stage, over a model's config: thresholds and calibration belong to the weights. */
export const quotes = (config: QuoteConfig) =>
  stage('quotes', {
    needs: ['paragraphs', 'tokens', 'sentences', 'marks', 'blocks', 'attributions'],
    gives: ['quotes'],
    read: story => ({ quotes: findQuotes(story, config) }),
  })
