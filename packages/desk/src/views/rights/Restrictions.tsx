import { useState } from 'react'
import { Link } from 'wouter'
import { type Answered, useDo, usePages } from '../../api.js'
import { say } from '../../messages/index.js'
import { Empty } from '../../parts/Empty.js'
import { Failure } from '../../parts/Failure.js'
import { Loading } from '../../parts/Loading.js'
import { When } from '../../parts/When.js'

const words = say.rights

type Restriction = Answered<'restrictions'>['restrictions'][number]

/** What is hidden, withdrawn, replaced, and why. */
export function Restrictions() {
  const [all, setAll] = useState(false)
  const pages = usePages('restrictions', { all, limit: 50 })
  const { data, error, isPending, hasNextPage, fetchNextPage, refetch } = pages
  const some = data?.pages.flatMap(({ restrictions }) => restrictions) ?? []
  return (
    <section aria-labelledby="restrictions">
      <div className="section-head">
        <h2 id="restrictions">{words.restrictions}</h2>
        <label className="check">
          <input type="checkbox" checked={all} onChange={event => setAll(event.target.checked)} />{' '}
          {words.lifted}
        </label>
      </div>
      {isPending && <Loading />}
      {error && <Failure error={error} again={() => refetch()} />}
      {data && some.length === 0 && <Empty says={words.noRestrictions} />}
      <ul className="lines">
        {some.map(one => (
          <li key={one.restriction}>
            <Line one={one} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" onClick={() => fetchNextPage()}>
          {words.more}
        </button>
      )}
    </section>
  )
}

function Line({ one }: { one: Restriction }) {
  const { restriction, subject, key, state, replacement, reason, who, at, liftedBy, liftedAt } = one
  const lift = useDo('lift')
  const [asked, setAsked] = useState(false)
  const name = `${subject}:${key}`
  const path = `/${subject === 'story' ? 'stories' : 'people'}/${encodeURIComponent(key)}`
  return (
    <>
      <p>
        <Link href={path}>
          {words.subjects[subject]} {key}
        </Link>
        {' — '}
        <bdi>
          {state === 'replaced' && replacement
            ? words.replacedBy(replacement)
            : words.states[state]}
        </bdi>
      </p>
      <p dir="auto">{reason}</p>
      <p className="meta row">
        <span>
          <When at={at} /> {words.who(who)}
          {liftedBy && liftedAt && (
            <>
              {' · '}
              <When at={liftedAt} /> {words.liftedBy(liftedBy)}
            </>
          )}
        </span>
        {!liftedAt && !asked && (
          <button
            type="button"
            className="plain"
            aria-label={words.liftOf(name)}
            onClick={() => setAsked(true)}
          >
            {words.lift}
          </button>
        )}
      </p>
      {asked && !liftedAt && (
        <p className="row note">
          <span>{words.liftAsk[state]}</span>
          <button
            type="button"
            // biome-ignore lint/a11y/noAutofocus: the button that was pressed has made place for it
            autoFocus
            disabled={lift.isPending}
            onClick={() => lift.mutate({ restriction })}
          >
            {words.liftDo}
          </button>
          <button type="button" className="plain" onClick={() => setAsked(false)}>
            {words.cancel}
          </button>
        </p>
      )}
      {lift.error && <Failure error={lift.error} />}
    </>
  )
}
