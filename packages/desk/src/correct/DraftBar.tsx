import { say } from '../messages/index.js'
import type { Drafting } from './useDraft.js'

const words = say.correct

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
  const { draft, addPiece, dropPiece, end } = drafting
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
      <p className="meta">
        {words.drafting} <kbd>←</kbd> <kbd>→</kbd> <kbd>Shift</kbd> <kbd>↑</kbd> <kbd>↓</kbd>
      </p>
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
