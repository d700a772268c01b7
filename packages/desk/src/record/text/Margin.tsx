import { percent } from '@onrecord/server/page'
import { say } from '../../messages/index.js'
import type { Note } from './notes.js'

interface Props {
  readonly notes: readonly Note[]
  readonly lit: string | undefined
  readonly pick: (items: readonly string[]) => void
}

/** Who speaks, beside where they do: a button for each quote, by which keys reach it too. */
export const Margin = ({ notes, lit, pick }: Props) => (
  <div className="margin">
    {notes.map(({ item, who, doubt }) => (
      <button
        key={item}
        type="button"
        className={`plain note-of${item === lit ? ' lit' : ''}`}
        data-note={item}
        onClick={event => {
          event.stopPropagation()
          pick([item])
        }}
      >
        <span className="only-heard">{say.record.quoteOf(item)}: </span>
        <bdi>{who}</bdi>
        {doubt !== undefined && (
          <span className="doubt-of">
            {' '}
            ? {percent(doubt)}
            <span className="only-heard"> {say.record.sureShort}</span>
          </span>
        )}
      </button>
    ))}
  </div>
)
