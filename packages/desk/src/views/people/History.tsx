import { useDo, useMay } from '../../api.js'
import { say } from '../../messages/index.js'
import { Failure } from '../../parts/Failure.js'
import { When } from '../../parts/When.js'
import type { PersonPage } from './Person.js'

const words = say.people

/** What editors did to somebody: who, when, why; each can be taken back. */
export function History({ edits }: { edits: PersonPage['edits'] }) {
  const undo = useDo('person undo')
  const mayEdit = useMay('edit')
  if (edits.length === 0) return null
  return (
    <section className="facet told">
      <h2 className="label">{words.history}</h2>
      {undo.error && <Failure error={undo.error} />}
      <ul>
        {edits.map(({ key, says, who, at, why, undone }) => (
          <li key={key}>
            <bdi>{says}</bdi>
            <p className="meta">
              <bdi>{who}</bdi>, <When at={at} />
              {why && (
                <>
                  : <bdi>{why}</bdi>
                </>
              )}
              {undone && ` (${words.undone})`}{' '}
              {!undone && mayEdit && (
                <button
                  type="button"
                  className="plain"
                  disabled={undo.isPending}
                  aria-label={words.undoOf(says)}
                  onClick={() => undo.mutate({ edit: key })}
                >
                  {words.undo}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
