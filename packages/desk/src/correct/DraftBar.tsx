import { Fragment } from 'react'
import { say } from '../messages/index.js'
import type { Drafting } from './useDraft.js'

const words = say.correct

const EDGES = [
  {
    edge: 'start',
    name: words.edges.start,
    back: words.keys.startBack,
    on: words.keys.startOn,
    keys: ['⇧←', '⇧→'],
  },
  {
    edge: 'end',
    name: words.edges.end,
    back: words.keys.endBack,
    on: words.keys.endOn,
    keys: ['←', '→'],
  },
] as const

/** What is being set, its words, and what can be done with it. */
export function DraftBar({
  drafting,
  text,
  set,
}: {
  drafting: Drafting
  text: string
  set: () => void
}) {
  const { draft, addPiece, dropPiece, end, moveEdge } = drafting
  if (!draft) return null
  const { quote, field, spans } = draft
  return (
    <section className="draft-bar" aria-label={words.drafting}>
      <p className="label">
        {words.draftOf(quote === null ? words.newQuote : words.fields[field])}
      </p>
      <p dir="auto" className="clip" role="status">
        {spans.map(({ start, end }) => text.slice(start, end)).join(' … ')}
      </p>
      <p className="meta">{words.drafting}</p>
      <div className="edges">
        {EDGES.map(({ edge, name, back, on, keys }) => (
          <Fragment key={edge}>
            <span className="label">{name}</span>
            <button type="button" aria-label={back} onClick={() => moveEdge(edge, -1)}>
              <kbd>{keys[0]}</kbd> ‹
            </button>
            <button type="button" aria-label={on} onClick={() => moveEdge(edge, 1)}>
              › <kbd>{keys[1]}</kbd>
            </button>
          </Fragment>
        ))}
      </div>
      <p className="row">
        <button type="button" className="main" onClick={set}>
          {words.set} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={end}>
          {words.leave} <kbd>Esc</kbd>
        </button>
        <button type="button" className="plain" onClick={addPiece}>
          {words.piece}
        </button>
        {spans.length > 1 && (
          <button type="button" className="plain" onClick={dropPiece}>
            {words.dropPiece}
          </button>
        )}
      </p>
    </section>
  )
}
