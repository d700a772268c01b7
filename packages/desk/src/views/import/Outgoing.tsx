import { say } from '../../messages/index.js'
import { Failure } from '../../parts/Failure.js'
import { isOpen, leaveOut, sendAgain, useSending } from './sending.js'

const words = say.imports

/** What is on its way to the service, and what it did not take. */
export function Outgoing() {
  const { files, busy } = useSending()
  const done = files.filter(({ state }) => state === 'sent').length
  const open = files.some(isOpen)
  const refused = files.filter(({ state }) => state === 'refused')
  const going = files.filter(({ state }) => state === 'going')
  return (
    <>
      <div role="status">
        {open && (
          <>
            <p className="note">
              {words.sent(done, files.length)}. {words.keepOpen}
            </p>
            {busy && <p className="note">{words.later}</p>}
          </>
        )}
      </div>
      {open && (
        <>
          <progress max={files.length} value={done} aria-label={words.sending} />
          <p className="meta" dir="auto">
            {going.map(({ name }) => name).join(' · ')}
          </p>
        </>
      )}
      <ul className="lines">
        {refused.map(({ id, name, error }) => (
          <li key={id}>
            <p dir="auto">{words.refused(name)}</p>
            <Failure error={error} again={() => sendAgain(id)} />
            <button type="button" className="plain" onClick={() => leaveOut(id)}>
              {words.forget}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
