import { findParagraphs, type Span } from '@onrecord/engine'
import { useEffect, useMemo, useState } from 'react'
import { useKeys } from '../keys.js'
import { say } from '../messages/index.js'
import type { Mark } from '../record/text/marks.js'
import { selectedSpan, showPlace } from '../record/text/selection.js'
import { nextStop, sentenceFrom } from '../record/text/words.js'

const words = say.correct

export type Field = 'content' | 'cue' | 'source'

/** Spans that an editor is setting: of a quote's field, or (`quote` null) the content of a new quote. */
export interface Draft {
  readonly quote: string | null
  readonly field: Field
  /** Never empty; the pieces in the order in which they were set. */
  readonly spans: readonly Span[]
  /** Which of them is moved. */
  readonly at: number
}

export interface Drafting {
  readonly draft: Draft | undefined
  readonly marks: readonly Mark[]
  begin(draft: Omit<Draft, 'at'>): void
  /** One more piece, behind the others. */
  addPiece(): void
  dropPiece(): void
  end(): void
  /** Moves an edge of the piece by a word or mark. */
  moveEdge(edge: keyof Span, way: 1 | -1): void
  /** The sentence at a place, or the next one. */
  sentence(at: number, way: 0 | 1): Span | undefined
}

/** Setting spans: by the mouse, which selects in the text, or by keys, which move either edge by words. `set` takes them. */
export function useDraft(text: string, set: (draft: Draft) => void): Drafting {
  const [draft, setDraft] = useState<Draft>()
  const paragraphs = useMemo(() => findParagraphs(text), [text])
  const active = draft?.spans[draft.at]
  const move = (span: Span | undefined) => {
    if (!draft || !span || span.start >= span.end) return
    setDraft({ ...draft, spans: draft.spans.with(draft.at, span) })
    showPlace(span.start)
  }
  const edge = (which: keyof Span, way: 1 | -1) => () =>
    active && move({ ...active, [which]: nextStop(text, active[which], which, way) })
  const sentence = (way: 1 | -1) => () =>
    active && move(sentenceFrom(text, paragraphs, active.start, way))
  useKeys(
    words.keys.draft,
    draft
      ? [
          { key: 'ArrowRight', does: words.keys.endOn, run: edge('end', 1) },
          { key: 'ArrowLeft', does: words.keys.endBack, run: edge('end', -1) },
          { key: 'Shift+ArrowRight', does: words.keys.startOn, run: edge('start', 1) },
          { key: 'Shift+ArrowLeft', does: words.keys.startBack, run: edge('start', -1) },
          { key: 'ArrowDown', does: words.keys.sentenceOn, run: sentence(1) },
          { key: 'ArrowUp', does: words.keys.sentenceBack, run: sentence(-1) },
          {
            key: 'Enter',
            does: words.keys.set,
            run() {
              setDraft(undefined)
              set(draft)
            },
          },
          { key: 'Escape', does: words.keys.leave, run: () => setDraft(undefined) },
        ]
      : [],
  )
  // what the mouse selects is the span
  useEffect(() => {
    if (!draft) return
    const take = () => {
      const span = selectedSpan()
      if (!span) return
      setDraft({ ...draft, spans: draft.spans.with(draft.at, span) })
      getSelection()?.removeAllRanges()
    }
    // a touch screen's selection has no mouse
    const ENDS = ['mouseup', 'touchend'] as const
    for (const end of ENDS) document.addEventListener(end, take)
    return () => {
      for (const end of ENDS) document.removeEventListener(end, take)
    }
  }, [draft])
  return {
    draft,
    marks: useMemo(() => (draft ? marksOfDraft(draft) : []), [draft]),
    begin(begun) {
      setDraft({ ...begun, at: begun.spans.length - 1 })
      showPlace(begun.spans.at(-1)!.start)
    },
    addPiece() {
      if (!draft) return
      const last = draft.spans.at(-1)!
      const start = nextStop(text, last.end, 'start', 1)
      const end = nextStop(text, start, 'end', 1)
      if (end > start)
        setDraft({ ...draft, spans: [...draft.spans, { start, end }], at: draft.spans.length })
    },
    dropPiece() {
      if (!draft || draft.spans.length < 2) return
      setDraft({ ...draft, spans: draft.spans.toSpliced(draft.at, 1), at: 0 })
    },
    end: () => setDraft(undefined),
    moveEdge: (which, way) => void edge(which, way)(),
    sentence: (at, way) => sentenceFrom(text, paragraphs, at, way),
  }
}

const marksOfDraft = ({ spans }: Draft): Mark[] =>
  spans
    .map(({ start, end }): Mark => ({ start, end, kind: 'draft', item: '' }))
    .sort((a, b) => a.start - b.start)
