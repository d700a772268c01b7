import type { ReactNode } from 'react'
import { say } from '../../messages/index.js'
import { Names } from '../../parts/Names.js'
import { When } from '../../parts/When.js'
import { Cited } from './Cited.js'
import type { PersonPage } from './Person.js'
import { Span } from './Span.js'

const words = say.people
/** Of a list, as many as one reads. */
const MOST = 12

/** What stories tell of somebody: roles, age, ties, names, company, other registers. */
export function Told({ person }: { person: PersonPage }) {
  const { roles, ages, births, deaths, ties, called, quotedWith, identifiers } = person
  const days = roles.flatMap(({ first, last }) => [first ?? [], last ?? []].flat())
  return (
    <>
      <Facet title={words.roles}>
        {roles.slice(0, MOST).map(({ title, organisation, first, last, times, citations }) => (
          <li key={`${title} ${organisation?.name} ${citations[0]?.link}`}>
            <bdi>{organisation ? words.at(title, organisation.name) : title}</bdi>
            <Span first={first} last={last} within={days} />
            <p className="meta">
              {first && <When at={first.slice(0, 10)} />}
              {last && last.slice(0, 10) !== first?.slice(0, 10) && (
                <>
                  {words.to}
                  <When at={last.slice(0, 10)} />
                </>
              )}
              {times > 1 && ` · ${words.times(times)}`} ·{' '}
              {citations[0] && <Cited of={citations[0]} />}
            </p>
          </li>
        ))}
      </Facet>
      <Facet title={words.ages}>
        {ages.slice(-MOST).map(({ age, born, citation }) => (
          <li key={citation.link}>
            {typeof age === 'number' ? age : `${age.min}–${age.max}`}
            {born && `, ${words.bornIn(Math.floor(born[0]), Math.floor(born[1] - 0.001))}`}
            <p className="meta">
              <Cited of={citation} />
            </p>
          </li>
        ))}
      </Facet>
      <Facet title={words.born}>
        {births.map(({ date, citation }) => (
          <Dated key={citation.link} date={date} citation={citation} />
        ))}
      </Facet>
      <Facet title={words.died}>
        {deaths.map(({ date, citation }) => (
          <Dated key={citation.link} date={date} citation={citation} />
        ))}
      </Facet>
      <Facet title={words.ties}>
        {ties.slice(0, MOST).map(({ type, relation, direction, other, citations }) => (
          <li key={`${type} ${relation} ${other.name} ${citations[0]?.link}`}>
            {direction === 'of' && words.tieOf(relation ?? type)}
            <Names of={[other]} nobody="" />
            {direction === 'to' && words.tieTo(relation ?? type)}
            <p className="meta">{citations[0] && <Cited of={citations[0]} />}</p>
          </li>
        ))}
      </Facet>
      <Facet title={words.quotedWith}>
        {quotedWith.slice(0, MOST).map(other => (
          <li key={other.key ?? other.name}>
            <Names of={[other]} nobody="" />{' '}
            <span className="meta">{words.stories(other.stories)}</span>
          </li>
        ))}
      </Facet>
      {called.length > 1 && (
        <Facet title={words.called}>
          {called.slice(0, MOST).map(({ name, stories }) => (
            <li key={name}>
              <bdi>{name}</bdi> <span className="meta">{words.stories(stories)}</span>
            </li>
          ))}
        </Facet>
      )}
      <Facet title={words.identifiers}>
        {identifiers.map(({ scheme, identifier }) => (
          <li key={`${scheme} ${identifier}`}>
            <bdi>
              {scheme} {identifier}
            </bdi>
          </li>
        ))}
      </Facet>
    </>
  )
}

/** A list with its title; nothing where there is none. */
function Facet({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section className="facet told">
      <h2 className="label">{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

const Dated = ({
  date,
  citation,
}: {
  date: string
  citation: PersonPage['deaths'][number]['citation']
}) => (
  <li>
    <When at={date} />
    <p className="meta">
      <Cited of={citation} />
    </p>
  </li>
)
