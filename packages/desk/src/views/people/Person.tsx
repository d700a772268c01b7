import './people.css'
import { Link, useLocation, useParams } from 'wouter'
import { to } from '../../address.js'
import { type Answered, useAsk, usePages } from '../../api.js'
import { say } from '../../messages/index.js'
import { Bars } from '../../parts/Bars.js'
import { Empty } from '../../parts/Empty.js'
import { Failure } from '../../parts/Failure.js'
import { Loading } from '../../parts/Loading.js'
import { Page } from '../../parts/Page.js'
import { filled, timeWords } from '../../parts/times.js'
import { Contradictions } from './Contradictions.js'
import { Edit } from './Edit.js'
import { History } from './History.js'
import { Pair } from './Pair.js'
import { Said } from './Said.js'
import { Told } from './Told.js'
import { useDeciding } from './useDeciding.js'

const words = say.people
const ON_A_PAGE = 20

export type PersonPage = Answered<'person'>

/** Somebody in facts: what they say and what is said of them, roles, ages, ties, what does not add up. */
export default function Person() {
  const { person: key = '' } = useParams()
  const answer = usePages(
    'person',
    { person: key, limit: ON_A_PAGE },
    { nextOf: ({ said }) => said.next, stays: true },
  )
  const person = answer.data?.pages[0]
  if (answer.isPending) return <Loading />
  if (!person)
    return (
      <Page title={words.title}>
        <Failure error={answer.error} again={answer.refetch} />
      </Page>
    )
  return (
    <Page
      key={person.key}
      title={person.name}
      wide
      kicker={
        <>
          {words.typeOf[person.type]} · <Link href="/people">{words.toPeople}</Link>
        </>
      }
    >
      <p className="lead" aria-busy={answer.isFetching}>
        {words.quotes(person.quotes)}, {words.stories(person.stories)}
        {person.names.length > 0 && (
          <bdi>
            {' · '}
            {words.also}
            {person.names.join(', ')}
          </bdi>
        )}
      </p>
      <div className="main-and-side">
        <div>
          <Contradictions person={person} />
          <OverTime person={person} />
          <Said
            title={words.said}
            quotes={(answer.data?.pages ?? []).flatMap(({ said }) => said.quotes)}
            search={to('/search', { speaker: `person:${person.key}` })}
            searchSays={words.searchSaid}
            none={<Empty says={words.saidNothing} />}
            more={answer.hasNextPage ? () => answer.fetchNextPage() : undefined}
          />
          {person.about.length > 0 && (
            <Said
              title={words.about}
              quotes={person.about}
              search={to('/search', { about: `person:${person.key}` })}
              searchSays={words.searchAbout}
            />
          )}
        </div>
        <aside className="side" aria-label={person.name}>
          <Told person={person} />
          <Doubts person={person} />
          <History edits={person.edits} />
        </aside>
      </div>
    </Page>
  )
}

/** How many quotes at which time; a bar leads to them. */
function OverTime({ person: { key, quotes } }: { person: PersonPage }) {
  const [, go] = useLocation()
  const speaker = `person:${key}`
  const { data } = useAsk('search', { speaker, limit: 1, sort: 'newest' }, { enabled: quotes > 1 })
  const facets = data?.facets
  const counts = facets?.months.length
    ? facets.months.map(({ month, count }) => ({ at: month, count }))
    : (facets?.years ?? []).map(({ year, count }) => ({ at: year, count }))
  const all = filled(counts)
  const [first, last] = [all[0], all.at(-1)]
  // one bar tells nothing
  if (!first || !last || first === last) return null
  return (
    <Bars
      label={words.quotesTime}
      bars={all.map(({ at, count }) => ({ at, count, says: words.bar(timeWords(at), count) }))}
      ends={[timeWords(first.at), timeWords(last.at)]}
      pick={at => go(to('/search', { speaker, from: at, to: at }))}
    />
  )
}

/** Who may be the same, and what an editor can say of this one. */
function Doubts({ person }: { person: PersonPage }) {
  const { mayEdit, busy, decide, error } = useDeciding()
  return (
    <>
      {person.candidates.length > 0 && (
        <section className="facet">
          <h2 className="label">{words.candidates}</h2>
          {error && <Failure error={error} />}
          <ul className="lines">
            {person.candidates.map(pair => (
              <li key={`${pair.one.key} ${pair.other.key}`}>
                <Pair
                  pair={pair}
                  busy={busy}
                  decide={mayEdit ? what => decide(pair, what) : undefined}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayEdit && <Edit person={person} />}
    </>
  )
}
