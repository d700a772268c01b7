import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { say } from '../../messages/index.js'
import type { Outcome } from './Restrict.js'

const words = say.rights

type Change = Outcome['changes'][number]

/** What would be changed, or was: by place, then where the words stand, what stays, and what remains outside. */
export function Report({ outcome, children }: { outcome: Outcome; children: ReactNode }) {
  const { done, changes, left = [], copies = [], remains } = outcome
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once when it comes, once when it is done
  useEffect(() => heading.current?.focus(), [done])
  const around = changes.filter(change => change.words.length > 0)
  return (
    <section className="report" aria-labelledby="report">
      <h3 id="report" ref={heading} tabIndex={-1}>
        {done ? words.did : words.would}
      </h3>
      <p className="note">{done ? words.didLead : words.wouldLead}</p>
      {changes.length === 0 ? (
        <p className="note">{words.nothing}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col" className="number">
                {words.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {totalsOf(changes).map(([place, count]) => (
              <tr key={place}>
                <th scope="row" className="name">
                  {words.places[place] ?? place}
                </th>
                <td className="number">{count.toLocaleString('en-GB')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {around.length > 0 && (
        <details>
          <summary>{words.around}</summary>
          <ul className="lines">
            {around.map(({ story, version, place, words: some }) => (
              <li key={`${story} ${version} ${place}`}>
                <Place story={story} version={version} />
                <Around words={some} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {left.length > 0 && (
        <>
          <h4>{words.left}</h4>
          <ul className="lines">
            {left.map(({ story, version, person, why, words: some }) => (
              <li key={`${story} ${version} ${person}`}>
                <p className="note">{words.leftWhy[why]}</p>
                <Place story={story} version={version} />
                <Around words={some} />
              </li>
            ))}
          </ul>
        </>
      )}
      {copies.length > 0 && (
        <>
          <h4>{words.copies}</h4>
          <ul className="lines">
            {copies.map(({ key, outlet, kind }) => (
              <li key={key}>
                <Link href={`/stories/${key}`}>
                  <bdi>{outlet || words.noOutlet}</bdi>
                </Link>
                <span className="note">: {words.copyIs[kind]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {remains && <p className="note report-remains">{remains}</p>}
      <p>{children}</p>
    </section>
  )
}

function totalsOf(changes: readonly Change[]): [string, number][] {
  const totals = new Map<string, number>()
  for (const { place, count } of changes) totals.set(place, (totals.get(place) ?? 0) + count)
  return [...totals]
}

const Place = ({ story, version }: Pick<Change, 'story' | 'version'>) => (
  <p className="meta">
    {story === null ? words.register : <Link href={`/stories/${story}`}>{story}</Link>}
    {version !== null && ` · ${words.version(version)}`}
  </p>
)

const Around = ({ words }: { words: readonly string[] }) =>
  words.map((some, k) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand there twice, and nothing moves
    <p key={k} dir="auto" className="around">
      … {some} …
    </p>
  ))
