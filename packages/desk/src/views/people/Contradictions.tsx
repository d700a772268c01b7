import { say } from '../../messages/index.js'
import { Cited } from './Cited.js'
import type { PersonPage } from './Person.js'

const words = say.people

/** What does not add up, each side with where it is told. */
export function Contradictions({ person: { contradictions } }: { person: PersonPage }) {
  if (contradictions.length === 0) return null
  return (
    <section className="contradictions">
      <h2>{words.contradictions}</h2>
      <ul>
        {contradictions.map(({ kind, message, sides }) => (
          <li key={`${kind} ${message}`}>
            <p className="shout" dir="auto">
              {message}
            </p>
            <ul className="meta">
              {sides.map(({ says, times, citations }) => (
                <li key={says}>
                  <bdi>{says}</bdi>, {words.times(times)}:{' '}
                  {citations.map((citation, k) => (
                    <span key={citation.link}>
                      {k > 0 && '; '}
                      <Cited of={citation} />
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
