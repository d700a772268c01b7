import './counts.css'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { type Answered, addressOf, useAsk } from '../../api.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { Empty } from '../../parts/Empty.js'
import { Page } from '../../parts/Page.js'
import { addressOfCounts, type Counting, countingOf, isTime } from './asked.js'
import { Chart } from './Chart.js'
import { Chosen, Controls } from './Controls.js'
import { Numbers } from './Numbers.js'

const words = say.counts

/** Rows that are asked for at once: with two things, or time, a chart needs more of them. */
const ONE = 200
const TWO = 5_000
/** Rows of the table at first, and how many more each time. */
const SHOWN = 25
const MORE = 100

/** Who gets quoted, in charts and tables. The question stands in the address. */
export default function Counts() {
  const search = useSearch()
  const [, go] = useLocation()
  const counting = countingOf(new URLSearchParams(search))
  const { by, sort, filters } = counting
  const ask = { by: [...by], sort, ...filters }
  const limit = by.length > 1 || by.some(isTime) ? TWO : ONE
  const answer = useAsk('counts', { ...ask, limit }, { placeholderData: before => before })
  const change = (now: Counting) => go(addressOfCounts(now))
  return (
    <Page title={words.title} wide>
      <p className="lead">{words.lead}</p>
      <Controls counting={counting} onChange={change} />
      <Chosen counting={counting} onChange={change} />
      <div aria-live="polite" aria-busy={answer.isFetching}>
        <Answer of={answer}>
          {data =>
            data.total.quotes === 0 ? (
              <Nothing filtered={Object.keys(filters).length > 0} />
            ) : (
              // what is shown may be the answer before: it says itself what it was counted by
              <Counted key={search} counting={{ ...counting, by: data.by }} answer={data} />
            )
          }
        </Answer>
      </div>
    </Page>
  )
}

const Nothing = ({ filtered }: { filtered: boolean }) => (
  <Empty says={filtered ? words.none : words.noneYet}>
    {filtered && <p>{words.noneAdvice}</p>}
    <p>
      {filtered ? (
        <Link href="/counts">{words.everything}</Link>
      ) : (
        <Link href="/">{words.addSome}</Link>
      )}
    </p>
  </Empty>
)

function Counted({ counting, answer }: { counting: Counting; answer: Answered<'counts'> }) {
  const { by, sort, filters } = counting
  const { rows, all, total, copies, state } = answer
  const [shown, setShown] = useState(SHOWN)
  const title = words.chart(words.measures[sort], by.map(one => words.dimensions[one]).join(' · '))
  const some = rows.slice(0, shown)
  const ask = { by: [...by], sort, ...filters }
  return (
    <>
      <div className="section-head">
        <h2>{title}</h2>
        <p className="note">{words.counted[sort](total[sort])}</p>
      </div>
      <Chart by={by} measure={sort} rows={rows} all={all} title={title} />
      <div className="section-head">
        <h2>{words.table}</h2>
        <p className="note no-print">
          {words.download}: <a href={addressOf('counts', { ...ask, format: 'csv' })}>{words.csv}</a>
          {' · '}
          <a href={addressOf('counts', { ...ask, format: 'parquet' })}>{words.parquet}</a>
        </p>
      </div>
      <Numbers counting={counting} rows={some} total={total} caption={title} />
      {some.length < all && (
        <p className="row note">
          {words.shown(some.length, all)}
          {some.length < rows.length && (
            <button type="button" onClick={() => setShown(shown + MORE)}>
              {words.more}
            </button>
          )}
        </p>
      )}
      <div className="meta counts-notes">
        {copies > 0 && <p>{words.left(copies)}</p>}
        {by.some(
          one => one === 'speaker' || one === 'role' || one === 'source' || one === 'gender',
        ) && <p>{words.overlap}</p>}
        <p>{words.state(state.archive, state.entry, state.readers.join('; '))}</p>
      </div>
    </>
  )
}
