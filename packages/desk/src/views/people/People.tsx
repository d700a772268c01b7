import './people.css'
import { type FormEvent, type RefObject, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useAddress } from '../../address.js'
import { type Answered, useAsk, usePages } from '../../api.js'
import { useKeys } from '../../keys.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { Empty } from '../../parts/Empty.js'
import { Page } from '../../parts/Page.js'

const words = say.people
const ON_A_PAGE = 50
const TYPES = ['all', 'person', 'organisation', 'group'] as const

export type Entry = Answered<'people'>['people'][number]

/** The register by name, those told of most first. */
export default function People() {
  const { one, set } = useAddress()
  const [q, type] = [one('q'), one('type')]
  const box = useRef<HTMLInputElement>(null)
  const answer = usePages(
    'people',
    {
      limit: ON_A_PAGE,
      ...(q !== undefined && { name: q }),
      ...(type !== undefined && { type: type as Entry['type'] }),
    },
    { stays: true },
  )
  useKeys(words.title, [{ key: '/', does: words.keys.find, run: () => box.current?.select() }])
  return (
    <Page title={words.title}>
      <p className="lead">{words.lead}</p>
      <Find key={q} q={q ?? ''} box={box} find={name => set({ q: name })} />
      <div className="row people-how">
        <fieldset className="choice">
          <legend>{words.type}</legend>
          {TYPES.map(one => (
            <label key={one}>
              <input
                type="radio"
                name="type"
                checked={(type ?? 'all') === one}
                onChange={() => set({ type: one === 'all' ? undefined : one })}
              />
              <span>{words.types[one]}</span>
            </label>
          ))}
        </fieldset>
        <Doubts />
      </div>
      <div aria-busy={answer.isFetching}>
        <Answer of={answer}>
          {({ pages }) => {
            const all = pages.flatMap(({ people }) => people)
            if (all.length === 0) return <Nobody asked={q !== undefined || type !== undefined} />
            return (
              <>
                <ul className="lines">
                  {all.map(person => (
                    <li key={person.key}>
                      <PersonLine person={person} />
                    </li>
                  ))}
                </ul>
                {answer.hasNextPage && (
                  <button
                    type="button"
                    disabled={answer.isFetchingNextPage}
                    onClick={() => answer.fetchNextPage()}
                  >
                    {answer.isFetchingNextPage ? words.busy : words.more}
                  </button>
                )}
              </>
            )
          }}
        </Answer>
      </div>
    </Page>
  )
}

interface FindProps {
  readonly q: string
  readonly box: RefObject<HTMLInputElement | null>
  readonly find: (name: string) => void
}

function Find({ q, box, find }: FindProps) {
  const [name, setName] = useState(q)
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to older screen readers
    <form
      className="one-line"
      role="search"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        find(name.trim())
      }}
    >
      <input
        ref={box}
        type="search"
        aria-label={words.name}
        placeholder={words.name}
        value={name}
        dir="auto"
        onChange={event => setName(event.target.value)}
      />
      <button type="submit" className="main">
        {words.find}
      </button>
    </form>
  )
}

/** The way to who may be one, where anybody may. */
function Doubts() {
  const { data } = useAsk('candidates', { limit: 1 })
  if (!data || data.candidates.length === 0) return null
  return (
    <Link className="note" href="/candidates">
      {words.candidates}
    </Link>
  )
}

const Nobody = ({ asked }: { asked: boolean }) =>
  asked ? (
    <Empty says={words.nobody}>
      <p>{words.nobodyAdvice}</p>
    </Empty>
  ) : (
    <Empty says={words.empty}>
      <p>{words.emptyAdvice}</p>
    </Empty>
  )

/** Somebody in a line: the name, what else they are called, how often they are quoted. */
export function PersonLine({
  person: { key, name, names, type, quotes, stories },
}: {
  person: Entry
}) {
  return (
    <div className="person-line">
      <Link href={`/people/${key}`} className="person-name">
        <bdi>{name}</bdi>
      </Link>
      <span className="meta number">
        {words.quotes(quotes)} · {words.stories(stories)}
      </span>
      {(names.length > 0 || type !== 'person') && (
        <span className="meta">
          {type !== 'person' && words.typeOf[type].toLowerCase()}
          {names.length > 0 && (
            <bdi>
              {type !== 'person' && ' · '}
              {words.also}
              {names.join(', ')}
            </bdi>
          )}
        </span>
      )}
    </div>
  )
}
