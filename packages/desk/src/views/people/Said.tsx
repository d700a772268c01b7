import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { to } from '../../address.js'
import { say } from '../../messages/index.js'
import { Names } from '../../parts/Names.js'
import { windowOf } from '../../parts/runs.js'
import { When } from '../../parts/When.js'
import { Words } from '../../parts/Words.js'
import type { PersonPage } from './Person.js'

const words = say.people
/** Quotes less sure than this look doubtful. */
const UNSURE = 0.7

type Quote = PersonPage['said']['quotes'][number] &
  Partial<Pick<PersonPage['about'][number], 'speakers'>>

interface Props {
  readonly title: string
  readonly quotes: readonly Quote[]
  /** Where all of them are searched. */
  readonly search: string
  readonly searchSays: string
  readonly none?: ReactNode
  readonly more?: (() => unknown) | undefined
}

/** Quotes, the latest first, each leading to its place. */
export function Said({ title, quotes, search, searchSays, none, more }: Props) {
  return (
    <section>
      <div className="section-head">
        <h2>{title}</h2>
        {quotes.length > 0 && (
          <Link className="note" href={search}>
            {searchSays}
          </Link>
        )}
      </div>
      {quotes.length === 0 && none}
      <ol className="lines">
        {quotes.map(quote => (
          <li key={quote.link}>
            <OneQuote quote={quote} />
          </li>
        ))}
      </ol>
      {more && (
        <button type="button" onClick={more}>
          {words.more}
        </button>
      )}
    </section>
  )
}

function OneQuote({ quote }: { quote: Quote }) {
  const { link, outlet, published, kind, confidence, cut, speakers } = quote
  return (
    <>
      {speakers && (
        <h3 className="kicker">
          <Names of={speakers} nobody={words.somebody} />
        </h3>
      )}
      {quote.words === null ? (
        <p className="note">{words.keptBack}</p>
      ) : (
        <p className="printed" dir="auto">
          <Words
            text={quote.words}
            marked={[]}
            shown={windowOf(quote.words, [], quote.words.length)}
            cut={cut}
          />
        </p>
      )}
      <p className="meta hit-where">
        <Link href={`/${link}`}>
          <bdi>{outlet || words.noOutlet}</bdi>,{' '}
          {published ? <When at={published.slice(0, 10)} /> : words.noDate}
        </Link>
        {kind !== 'direct' && <span>{words.kindOf[kind]}</span>}
        {confidence < UNSURE && (
          <span className="doubtful">{words.unsure(`${Math.round(100 * confidence)} %`)}</span>
        )}
        <Link href={to('/provenance', { q: link })}>{words.way}</Link>
      </p>
    </>
  )
}
