import './counts.css'
import { Link, useSearch } from 'wouter'
import { type Answered, useAsk, usePages } from '../../api.js'
import { say } from '../../messages/index.js'
import { Empty } from '../../parts/Empty.js'
import { Failure } from '../../parts/Failure.js'
import { Loading } from '../../parts/Loading.js'
import { Page } from '../../parts/Page.js'
import { When } from '../../parts/When.js'
import { addressOfCounts, countingOf, NOT_TOLD } from './asked.js'
import { chosenOf } from './Controls.js'
import { labelOf } from './names.js'

const words = say.counts

/** The quotes that a number counts. */
export default function CountedQuotes() {
  const query = new URLSearchParams(useSearch())
  const counting = countingOf(query)
  const { filters } = counting
  const of = query.getAll('of')
  const by = of.length > 0 ? counting.by.slice(0, of.length) : []
  const answer = usePages('quotes', { by: [...by], of: [...of], ...filters })
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = answer
  const quotes = data?.pages.flatMap(page => page.quotes) ?? []
  const speaker = by.map((one, k) => (one === 'speaker' ? of[k] : undefined)).find(Boolean)
  const name = useNameOf(speaker)
  const row = by.map((dimension, k) => {
    const key = of[k] === NOT_TOLD ? null : of[k]!
    return labelOf(dimension, { key, name: dimension === 'speaker' ? name : key })
  })
  const told = [...row, ...chosenOf(filters).map(({ says }) => says)]
  return (
    <Page
      title={words.quotes.title}
      kicker={<Link href={addressOfCounts(counting)}>{words.quotes.back}</Link>}
    >
      {told.length > 0 && (
        <p className="lead">
          <bdi>{told.join(' · ')}</bdi>
        </p>
      )}
      {isPending && <Loading />}
      {error && <Failure error={error} again={() => answer.refetch()} />}
      {data && quotes.length === 0 && (
        <Empty says={words.quotes.none}>
          <p>{words.quotes.noneAdvice}</p>
        </Empty>
      )}
      <ol className="lines counted-quotes">
        {quotes.map(quote => (
          <Quote key={`${quote.story}/${quote.item}`} quote={quote} />
        ))}
      </ol>
      {hasNextPage ? (
        <button type="button" disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {words.quotes.more}
        </button>
      ) : (
        quotes.length > 0 && <p className="note">{words.quotes.end(quotes.length)}</p>
      )}
    </Page>
  )
}

/** A speaker's name by the key that a count gave: of people the register knows it. */
function useNameOf(key: string | undefined): string | null {
  const person = key?.startsWith('person:') === true
  const ask = { by: ['speaker' as const], speaker: key, limit: 10 }
  const { data } = useAsk('counts', ask, { enabled: person, staleTime: 60_000 })
  if (!person) return key?.replace(/^[a-z]+:/, '') ?? null
  const found = data?.rows.flatMap(({ of }) => of).find(one => one.key === key)
  return found?.name ?? '…'
}

function Quote({ quote }: { quote: Answered<'quotes'>['quotes'][number] }) {
  const { story, item, content, source, outlet, published, title } = quote
  return (
    <li>
      {source && (
        <p className="kicker" dir="auto">
          {source}
        </p>
      )}
      {content === null ? (
        <p className="note">{words.quotes.withheld}</p>
      ) : (
        <p dir="auto">{content}</p>
      )}
      <p className="meta">
        <Link href={`/stories/${encodeURIComponent(story)}/quotes/${encodeURIComponent(item)}`}>
          <bdi>{title || words.quotes.unnamed}</bdi>
        </Link>
        {' · '}
        <bdi>{outlet || words.noOutlet}</bdi>
        {published && (
          <>
            {' · '}
            <When at={published} />
          </>
        )}
      </p>
    </li>
  )
}
