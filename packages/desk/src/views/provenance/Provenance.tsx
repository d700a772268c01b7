import './provenance.css'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { type Address, to, useAddress } from '../../address.js'
import { useAsk } from '../../api.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { Copy } from '../../parts/Copy.js'
import { Empty } from '../../parts/Empty.js'
import { Page } from '../../parts/Page.js'
import { OneGroup } from './OneGroup.js'

const words = say.provenance

/** The way of words, or of a quote by its link, through the stories. */
export default function Provenance() {
  const { one, set } = useAddress()
  const q = one('q')
  const answer = useAsk('provenance', { of: q ?? '' }, { enabled: q !== undefined })
  return (
    <Page title={words.title} wide>
      <p className="lead way-lead">{words.lead}</p>
      <Form key={q} q={q ?? ''} set={set} />
      {q !== undefined && (
        <div aria-busy={answer.isFetching}>
          <Answer of={answer}>
            {({ groups, more, words: followed, quote }) => (
              <>
                {quote !== null && (
                  <blockquote className="followed" dir="auto">
                    <Link href={`/${quote}`}>{followed}</Link>
                  </blockquote>
                )}
                {groups.length === 0 && (
                  <Empty says={words.nothing}>
                    <p>{words.nothingAdvice}</p>
                    <p>
                      <Link href={to('/search', { q: followed, in: 'passages' })}>
                        {words.trySearch}
                      </Link>
                    </p>
                  </Empty>
                )}
                {groups.map(group => (
                  <OneGroup key={group.first.quote ?? group.first.story} group={group} />
                ))}
                {more && <p className="note">{words.more}</p>}
                {groups.length > 0 && (
                  <p className="meta">
                    <Copy label={words.link} text={() => location.href} />
                  </p>
                )}
              </>
            )}
          </Answer>
        </div>
      )}
    </Page>
  )
}

function Form({ q, set }: { q: string; set: Address['set'] }) {
  const [of, setOf] = useState(q)
  return (
    <form
      className="one-line"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        set({ q: of.trim() })
      }}
    >
      <input
        aria-label={words.of}
        value={of}
        placeholder={words.placeholder}
        dir="auto"
        onChange={event => setOf(event.target.value)}
      />
      <button type="submit" className="main" disabled={of.trim() === ''}>
        {words.go}
      </button>
    </form>
  )
}
