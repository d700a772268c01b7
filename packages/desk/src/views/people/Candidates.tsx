import './people.css'
import { useState } from 'react'
import { Link } from 'wouter'
import { usePages } from '../../api.js'
import { useKeys } from '../../keys.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { Empty } from '../../parts/Empty.js'
import { Failure } from '../../parts/Failure.js'
import { Page } from '../../parts/Page.js'
import { KEYS, Pair } from './Pair.js'
import { useDeciding } from './useDeciding.js'

const words = say.people
const ON_A_PAGE = 50

/** Pairs that may be one, a key each: a for one, r for two, u to undo. */
export default function Candidates() {
  const answer = usePages('candidates', { limit: ON_A_PAGE }, { stays: true })
  const [at, setAt] = useState(0)
  const { decide, undo, busy, last, mayEdit, error } = useDeciding()
  const pairs = answer.data?.pages.flatMap(({ candidates }) => candidates) ?? []
  const here = Math.min(at, pairs.length - 1)
  const go = (to: number) => {
    const next = Math.max(0, Math.min(pairs.length - 1, to))
    setAt(next)
    document.querySelectorAll('.pairs > li')[next]?.scrollIntoView({ block: 'nearest' })
  }
  const say = (what: 'accept' | 'reject') => () => {
    const pair = pairs[here]
    if (pair && mayEdit) decide(pair, what)
  }
  useKeys(words.keys.group, [
    { key: 'j', does: words.keys.next, run: () => go(here + 1) },
    { key: 'k', does: words.keys.previous, run: () => go(here - 1) },
    { key: KEYS.accept, does: words.keys.accept, run: say('accept') },
    { key: KEYS.reject, does: words.keys.reject, run: say('reject') },
    { key: 'u', does: words.keys.undo, run: undo },
  ])
  return (
    <Page title={words.candidates} kicker={<Link href="/people">{words.toPeople}</Link>}>
      <p className="lead">{words.candidatesLead}</p>
      <p className="note" role="status">
        {last && words.done[last.what]}
        {last && last.what !== 'undo' && (
          <button type="button" className="plain" disabled={busy} onClick={undo}>
            {words.undo}
          </button>
        )}
      </p>
      {error && <Failure error={error} />}
      <Answer of={answer}>
        {() => (
          <>
            {pairs.length === 0 && <Empty says={words.noCandidates} />}
            <ol className="lines pairs">
              {pairs.map((pair, k) => (
                <li
                  key={`${pair.one.key} ${pair.other.key}`}
                  aria-current={k === here ? 'true' : undefined}
                >
                  <Pair
                    pair={pair}
                    busy={busy}
                    keys={k === here}
                    decide={mayEdit ? what => decide(pair, what) : undefined}
                  />
                </li>
              ))}
            </ol>
            {answer.hasNextPage && (
              <button type="button" onClick={() => answer.fetchNextPage()}>
                {words.more}
              </button>
            )}
          </>
        )}
      </Answer>
    </Page>
  )
}
