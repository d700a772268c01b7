import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { to } from '../../address.js'
import { say } from '../../messages/index.js'
import { Names } from '../../parts/Names.js'
import { windowOf } from '../../parts/runs.js'
import { When } from '../../parts/When.js'
import { Words } from '../../parts/Words.js'
import type { Hit } from './asked.js'

const words = say.search
/** Code units shown around what was found. */
const AROUND = 200
/** Quotes less sure than this look doubtful. */
const UNSURE = 0.7

interface Props {
  readonly hits: readonly Hit[]
  /** Brings the next page; undefined where there is none. */
  readonly more: (() => Promise<unknown>) | undefined
  readonly busy: boolean
}

/** What was found, and the way to more; who asked for more is taken to the first of it. */
export function Hits({ hits, more, busy }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const shown = useRef(0)
  useEffect(() => {
    if (shown.current > 0 && shown.current < hits.length) {
      list.current?.children[shown.current]?.querySelector<HTMLElement>('a[data-hit]')?.focus()
      shown.current = 0
    }
  }, [hits.length])
  const goOn = () => {
    shown.current = hits.length
    void more?.()
  }
  return (
    <>
      <ol className="lines hits" ref={list}>
        {hits.map(hit => (
          <OneHit key={hit.link} hit={hit} />
        ))}
      </ol>
      {more ? (
        <button type="button" id="more" onClick={goOn} disabled={busy}>
          {busy ? words.busy : words.more}
        </button>
      ) : (
        <p className="meta">{words.end}</p>
      )}
    </>
  )
}

function OneHit({ hit: { link, story, passage, quote } }: { hit: Hit }) {
  const unsure = quote !== null && quote.confidence < UNSURE
  return (
    <li>
      {quote && (
        <h3 className="kicker">
          <Names
            of={quote.speakers.map(({ name, person }) => ({ name, key: person }))}
            nobody={words.nobody}
          />
        </h3>
      )}
      {passage ? (
        <p className={quote ? 'hit-words of-quote' : 'hit-words'} dir="auto">
          <Words
            text={passage.text}
            marked={[
              ...passage.highlights.map(span => ({ ...span, kind: 'found' as const })),
              ...passage.quoted.map(span => ({ ...span, kind: 'quoted' as const })),
            ]}
            shown={windowOf(
              passage.text,
              passage.quoted.length > 0 ? passage.quoted : passage.highlights,
              AROUND,
            )}
            cut={passage.cut}
          />
        </p>
      ) : (
        <p className="note">{words.noWords}</p>
      )}
      <p className="meta hit-where">
        <Link href={`/${link}`} data-hit>
          <bdi>{story.title || words.untitled}</bdi>
        </Link>
        <span>
          <bdi>{story.outlet || words.noOutlet}</bdi>
        </span>
        <span>{story.published ? <When at={story.published.slice(0, 10)} /> : words.noDate}</span>
        {story.kind === 'transcript' && <span>{words.transcript}</span>}
        {quote && quote.kind !== 'direct' && <span>{words.kindOf[quote.kind]}</span>}
        {quote?.said && quote.said !== story.published?.slice(0, 10) && (
          <span>
            {words.said}
            <When at={quote.said} />
          </span>
        )}
        {unsure && (
          <span className="doubtful">
            {words.doubtful(`${Math.round(100 * quote.confidence)} %`)}
          </span>
        )}
        {quote && <Link href={to('/provenance', { q: link })}>{words.way}</Link>}
      </p>
    </li>
  )
}
