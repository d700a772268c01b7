import { say } from '../messages/index.js'
import { When } from '../parts/When.js'
import type { Correcting, Correction } from './useCorrecting.js'

const words = say.correct

/** What was corrected, by whom, when and why; each can be undone and done again. */
export function History({ correcting }: { correcting: Correcting }) {
  const { corrections, may, busy, done, lastDone, lastUndone, undo, redo } = correcting
  if (corrections.length === 0) return <p className="empty-says note">{words.history.none}</p>
  return (
    <>
      {may && (
        <p className="row">
          <button
            type="button"
            disabled={!lastDone || busy}
            onClick={() => lastDone && undo([lastDone])}
          >
            {words.undo}
          </button>
          <button
            type="button"
            disabled={!lastUndone || busy}
            onClick={() => lastUndone && redo([lastUndone])}
          >
            {words.redo}
          </button>
          {done.length > 1 && (
            <button type="button" className="plain" disabled={busy} onClick={() => undo(done)}>
              {words.undoAll}
            </button>
          )}
        </p>
      )}
      <ol className="lines short">
        {corrections.map(one => (
          <Entry key={one.key} one={one} correcting={correcting} />
        ))}
      </ol>
    </>
  )
}

function Entry({ one, correcting }: { one: Correction; correcting: Correcting }) {
  const { key, says, who, at, why, state, conflict, undoneBy, undoneAt } = one
  const { may, busy, undo, redo } = correcting
  const undone = state === 'undone'
  return (
    <li className={`correction ${state}`}>
      <p dir="auto">{says ?? words.history.notShown}</p>
      {why && (
        <p className="why" dir="auto">
          “{why}”
        </p>
      )}
      <p className="meta">
        {who}, <When at={at} /> ·{' '}
        {undone && undoneBy ? (
          <>
            {words.history.undoneBy(undoneBy, '')}
            {undoneAt && <When at={undoneAt} />}
          </>
        ) : (
          words.history.states[state]
        )}
        {may && (
          <>
            {' · '}
            <button
              type="button"
              className="plain"
              disabled={busy}
              aria-label={`${undone ? words.redo : words.undo}: ${says ?? key}`}
              onClick={() => (undone ? redo([key]) : undo([key]))}
            >
              {undone ? words.redo : words.undo}
            </button>
          </>
        )}
      </p>
      {conflict && <p className="meta doubtful">{conflict}</p>}
    </li>
  )
}
