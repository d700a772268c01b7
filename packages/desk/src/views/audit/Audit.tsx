import './audit.css'
import { type FormEvent, useId } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { type Answered, type Asked, useAsk, useMay, useMe, usePages } from '../../api.js'
import { say } from '../../messages/index.js'
import { Empty } from '../../parts/Empty.js'
import { Failure } from '../../parts/Failure.js'
import { Loading } from '../../parts/Loading.js'
import { NotAllowed } from '../../parts/NotAllowed.js'
import { Page } from '../../parts/Page.js'
import { When } from '../../parts/When.js'

const words = say.audit

const FIELDS = [
  'subject',
  'who',
  'action',
  'from',
  'to',
] as const satisfies readonly (keyof Asked<'audit'>)[]

/** What was done, by whom and when, and whether the log is whole. */
export default function Audit() {
  const { data: me } = useMe()
  const admin = useMay('admin')
  const kicker = <Link href="/rights">{words.kicker}</Link>
  if (me && !admin) return <NotAllowed title={words.title} kicker={kicker} words={words} />
  return (
    <Page title={words.title} kicker={kicker} wide>
      <p className="lead">{words.lead}</p>
      <Chain />
      <Filters />
      <Entries />
    </Page>
  )
}

/** Is the chain whole? Going through all of it takes a while in a large archive: the entries do not wait for it. */
function Chain() {
  const { data, error, refetch } = useAsk(
    'audit',
    { verify: true, limit: 1 },
    { staleTime: 60_000 },
  )
  if (error) return <Failure error={error} again={() => refetch()} />
  const broken = data?.broken
  return (
    <p className={broken ? 'chain broken' : 'chain'} role="status">
      {data === undefined ? words.checking : broken ? words.broken(broken) : words.whole}
    </p>
  )
}

function Filters() {
  const search = useSearch()
  const [, go] = useLocation()
  const hint = useId()
  const query = new URLSearchParams(search)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const told = new FormData(event.currentTarget)
    const now = new URLSearchParams()
    for (const field of FIELDS) {
      const value = String(told.get(field) ?? '').trim()
      if (value !== '') now.set(field, value)
    }
    go(now.size > 0 ? `/audit?${now}` : '/audit')
  }
  return (
    <form
      key={search}
      onSubmit={submit}
      className="audit-filters no-print"
      aria-label={words.filters}
    >
      <div className="fields">
        {FIELDS.map(field => (
          <label className="field" key={field}>
            <span className="label">{words[field]}</span>
            <input
              name={field}
              defaultValue={query.get(field) ?? ''}
              type={field === 'from' || field === 'to' ? 'date' : 'text'}
              {...(field === 'subject' && { 'aria-describedby': hint })}
            />
            {field === 'subject' && (
              <span className="meta" id={hint}>
                {words.subjectHint}
              </span>
            )}
          </label>
        ))}
      </div>
      <p className="row">
        <button type="submit">{words.apply}</button>
        {query.size > 0 && <Link href="/audit">{words.all}</Link>}
      </p>
    </form>
  )
}

function Entries() {
  const query = new URLSearchParams(useSearch())
  const asked: Asked<'audit'> = Object.fromEntries(
    FIELDS.flatMap(field => (query.get(field) ? [[field, query.get(field)]] : [])),
  )
  const pages = usePages('audit', asked)
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  if (isPending) return <Loading />
  if (error) return <Failure error={error} again={() => pages.refetch()} />
  const entries = data.pages.flatMap(page => page.entries)
  if (entries.length === 0) return <Empty says={words.none} />
  return (
    <>
      <section className="sideways" aria-label={words.table}>
        <table className="audit">
          <caption className="only-heard">{words.table}</caption>
          <thead>
            <tr>
              <th scope="col" className="number">
                {words.entry}
              </th>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.deed}</th>
              <th scope="col">{words.subject}</th>
              <th scope="col">{words.detail}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(entry => (
              <Entry key={entry.seq} entry={entry} />
            ))}
          </tbody>
        </table>
      </section>
      {hasNextPage ? (
        <p>
          <button type="button" disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
            {words.more}
          </button>
        </p>
      ) : (
        <p className="note">{words.end}</p>
      )}
    </>
  )
}

function Entry({ entry }: { entry: Answered<'audit'>['entries'][number] }) {
  const { seq, at, who, action, subject, detail, hash } = entry
  const [, kind, key] = /^(story|person):([^@]+)/.exec(subject) ?? []
  const told = Object.entries(detail).filter(([, value]) => value !== '' && value !== null)
  return (
    <tr title={hash}>
      <td className="number">{seq.toLocaleString('en-GB')}</td>
      <td>
        <When at={at} />
      </td>
      <td>
        <bdi>{who}</bdi>
      </td>
      <td>{action}</td>
      <td>
        {kind && key ? (
          <Link href={`/${kind === 'story' ? 'stories' : 'people'}/${encodeURIComponent(key)}`}>
            {subject}
          </Link>
        ) : (
          <bdi>{subject}</bdi>
        )}
      </td>
      <td className="audit-detail">
        {told.map(([name, value]) => (
          <div key={name}>
            <span className="meta">{name}</span>{' '}
            <bdi>{typeof value === 'string' ? value : JSON.stringify(value)}</bdi>
          </div>
        ))}
      </td>
    </tr>
  )
}
