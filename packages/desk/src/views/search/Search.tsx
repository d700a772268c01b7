import './search.css'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'wouter'
import { useAddress } from '../../address.js'
import { usePages } from '../../api.js'
import { useKeys } from '../../keys.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { Page } from '../../parts/Page.js'
import { lookedAt, saveSearch } from '../../saved.js'
import { addressOf, queryOf, type SearchPage } from './asked.js'
import { Chosen } from './Chosen.js'
import { Facets } from './Facets.js'
import { Form } from './Form.js'
import { Hits } from './Hits.js'
import { Nothing } from './Nothing.js'
import { Saved } from './Saved.js'
import { Timeline } from './Timeline.js'

const words = say.search
const ON_A_PAGE = 20

/** Who said what about it: words and what narrows them, all of it in the address. */
export default function Search() {
  const [params] = useSearchParams()
  const { set } = useAddress()
  const query = queryOf(params)
  const address = addressOf(params)
  const answer = usePages(
    'search',
    { ...query, limit: ON_A_PAGE },
    { nextOf: ({ cursor }) => cursor, stays: true },
  )
  const box = useRef<HTMLInputElement>(null)
  const here = answer.data !== undefined && !answer.isPlaceholderData
  useEffect(() => {
    if (here) lookedAt(address)
  }, [here, address])
  useKeys(words.keys.group, [
    { key: '/', does: words.keys.box, run: () => box.current?.select() },
    { key: 'j', does: words.keys.next, run: () => goToHit(1) },
    { key: 'k', does: words.keys.previous, run: () => goToHit(-1) },
    { key: 'm', does: words.keys.more, run: () => document.getElementById('more')?.click() },
    { key: 's', does: words.keys.save, run: () => saveSearch(address) },
  ])
  return (
    <Page title={query.text ? `${words.title}: ${query.text}` : words.title} wide titleWithin>
      <Form key={params.toString()} params={params} set={set} box={box} />
      <p className="only-heard" role="status">
        {here && headOf(answer.data.pages[0]!.total, address === '')}
      </p>
      <div className="main-and-side" aria-busy={answer.isFetching}>
        <div>
          <Answer of={answer}>
            {({ pages }) => {
              const [first] = pages
              const { total, facets } = first!
              const asksNothing = address === ''
              if (total.count === 0)
                return (
                  <>
                    <Chosen params={params} set={set} facets={facets} />
                    <Nothing params={params} set={set} asksNothing={asksNothing} />
                  </>
                )
              return (
                <>
                  <div className="section-head found-head">
                    <h2>{answer.isPlaceholderData ? words.busy : headOf(total, asksNothing)}</h2>
                    <SaveThis address={address} />
                  </div>
                  <Chosen params={params} set={set} facets={facets} />
                  {facets && <Timeline facets={facets} set={set} />}
                  {facets && total.atLeast && (
                    <p className="meta">{words.counted(facets.counted)}</p>
                  )}
                  <Hits
                    hits={pages.flatMap(({ hits }) => hits)}
                    more={answer.hasNextPage ? () => answer.fetchNextPage() : undefined}
                    busy={answer.isFetchingNextPage}
                  />
                </>
              )
            }}
          </Answer>
        </div>
        <aside className="side" aria-label={words.facets}>
          {answer.data?.pages[0]?.facets && (
            <Facets facets={answer.data.pages[0].facets} params={params} set={set} />
          )}
          <Saved />
        </aside>
      </div>
    </Page>
  )
}

const headOf = ({ count, atLeast }: SearchPage['total'], asksNothing: boolean) =>
  count === 0 ? words.nothing : asksNothing ? words.newest : words.found(count, atLeast)

function SaveThis({ address }: { address: string }) {
  return (
    <button type="button" className="plain" onClick={() => saveSearch(address)}>
      {words.save}
    </button>
  )
}

/** To the next hit or the one before, from wherever the focus is. */
function goToHit(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('a[data-hit]')]
  const here = all.findIndex(link => link.closest('li')?.contains(document.activeElement))
  const next = all[here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step]
  next?.focus()
  next?.closest('li')?.scrollIntoView({ block: 'nearest' })
}
