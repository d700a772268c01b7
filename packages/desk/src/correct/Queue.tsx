import { useEffect, useState } from 'react'
import { say } from '../messages/index.js'
import { selectedSpan } from '../record/text/selection.js'

const words = say.correct

interface Props {
  /** Ids, in the order of the text. */
  readonly doubtful: readonly string[]
  readonly item: string | undefined
  readonly next: () => void
  readonly add: () => void
  /** All quotes of the story are right, and there are no others; undefined where that was said already. */
  readonly check: (() => void) | undefined
}

/** What waits for a decision in this story, and the way to add what is missing. */
export function Queue({ doubtful, item, next, add, check }: Props) {
  const selected = useSelected()
  const at = item === undefined ? 0 : doubtful.indexOf(item) + 1
  return (
    <div className="queue">
      <p className="note">
        {doubtful.length === 0 ? words.queueDone : words.queue(at, doubtful.length)}
      </p>
      <p className="row">
        {doubtful.length > 0 && (
          <button type="button" onClick={next}>
            {at > 0 ? words.next : words.begin} <kbd>n</kbd>
          </button>
        )}
        {doubtful.length === 0 && check && (
          <button type="button" onClick={check}>
            {words.check}
          </button>
        )}
        <button type="button" onClick={add} onMouseDown={event => event.preventDefault()}>
          {selected ? words.selected : words.add} <kbd>a</kbd>
        </button>
      </p>
    </div>
  )
}

/** Are words of the text selected? */
function useSelected(): boolean {
  const [selected, setSelected] = useState(false)
  useEffect(() => {
    const take = () => setSelected(selectedSpan() !== undefined)
    document.addEventListener('selectionchange', take)
    return () => document.removeEventListener('selectionchange', take)
  }, [])
  return selected
}
