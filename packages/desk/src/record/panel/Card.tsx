import type { RecordEntity, RecordQuote } from '@onrecord/engine'
import { type Lookup, nameOf, percent, UNSURE, valuePhrase } from '@onrecord/server/page'
import type { ReactNode } from 'react'
import { say } from '../../messages/index.js'
import { factsOf, whoSaid, wordsOfQuote } from './lists.js'
import { Told } from './Told.js'

const words = say.record

interface Props {
  readonly lookup: Lookup
  readonly item: string
  readonly pick: (items: readonly string[]) => void
  /** Items at the same place. */
  readonly also: readonly string[]
  /** What can be done with it. */
  readonly children?: ReactNode
}

/** An item looked at: what it is, who, why so, how sure. */
export function Card({ lookup, item, pick, also, children }: Props) {
  const { record, entities, values } = lookup
  const quote = record.quotes.find(({ id }) => id === item)
  const entity = entities.get(item)
  const value = values.get(item)
  const others = also.filter(one => one !== item)
  return (
    <section className="card" aria-label={quote ? words.quoteOf(item) : words.panel} tabIndex={-1}>
      <div className="card-top">
        <button type="button" className="plain meta" onClick={() => pick([])}>
          {words.close}
        </button>
      </div>
      {quote && <QuoteCard lookup={lookup} quote={quote} pick={pick} />}
      {entity && <EntityCard lookup={lookup} entity={entity} />}
      {value && (
        <p>
          <Told phrase={valuePhrase(lookup, value)} />
        </p>
      )}
      {others.length > 0 && (
        <p className="meta row">
          {words.alsoHere}:
          {others.map(one => (
            <button key={one} type="button" className="plain" onClick={() => pick([one, ...also])}>
              <bdi>{nameOfItem(lookup, one)}</bdi>
            </button>
          ))}
        </p>
      )}
      {children}
    </section>
  )
}

function QuoteCard({
  lookup,
  quote,
  pick,
}: {
  lookup: Lookup
  quote: RecordQuote
  pick: Props['pick']
}) {
  const { kind, confidence, speakers, speakerConfidence, source, cue, corrected } = quote
  const other = (id: string) => (
    <button type="button" className="plain" onClick={() => pick([id])}>
      {words.quoteOf(id)}
    </button>
  )
  return (
    <>
      <p className="kicker">{words.quoteOf(quote.id)}</p>
      <h2 dir="auto">{whoSaid(lookup, quote)}</h2>
      <blockquote dir="auto">{wordsOfQuote(quote)}</blockquote>
      <p className="meta">
        {words.kinds[kind]} ·{' '}
        <span className={confidence < UNSURE ? 'doubtful' : ''}>
          {words.sure(percent(confidence))}
        </span>
        {speakers.length > 0 && speakerConfidence !== undefined && (
          <>
            {' · '}
            <span className={speakerConfidence < UNSURE ? 'doubtful' : ''}>
              {words.speakerSure(percent(speakerConfidence))}
            </span>
          </>
        )}
        {corrected !== undefined && ` · ${words.corrected}`}
      </p>
      <ul className="reasons">
        <li>{reasonFor(lookup, quote)}</li>
        {cue.length > 0 && (
          <li>
            {words.cue}: <bdi>“{cue.map(({ text }) => text).join(' … ')}”</bdi>
          </li>
        )}
        <Setting lookup={lookup} quote={quote} />
        {quote.continues !== undefined && (
          <li>
            {words.why.continues}
            {other(quote.continues)}
          </li>
        )}
        {quote.within !== undefined && (
          <li>
            {words.why.within}
            {other(quote.within)}
          </li>
        )}
        {source.length === 0 && speakers.length === 0 && <li>{words.why.none}</li>}
      </ul>
    </>
  )
}

/** Why it is theirs: the source, and whom that stands for. */
function reasonFor(lookup: Lookup, { source, speakers }: RecordQuote): string | undefined {
  if (source.length === 0) return
  const told = source.map(({ text }) => text).join(' ')
  const names = speakers.map(id => nameOf(lookup, id)).join(', ')
  if (names === '') return
  return names === told ? words.why.name(told) : words.why.chain(told, names)
}

function Setting({ lookup, quote: { setting } }: { lookup: Lookup; quote: RecordQuote }) {
  if (!setting) return null
  const { to, place, event, time } = setting
  const value = time === undefined ? undefined : lookup.values.get(time)
  const named = [event, place, to].flatMap(id => (id === undefined ? [] : [nameOf(lookup, id)]))
  return (
    <li>
      {words.setting}: <bdi>{named.join(', ')}</bdi>
      {value && (
        <>
          {named.length > 0 && ', '}
          <Told phrase={valuePhrase(lookup, value)} />
        </>
      )}
    </li>
  )
}

function EntityCard({ lookup, entity }: { lookup: Lookup; entity: RecordEntity }) {
  const { name, type, gender, mentions, corrected } = entity
  return (
    <>
      <p className="kicker">{words.typeOf[type]}</p>
      <h2 dir="auto">{name}</h2>
      <p className="meta">
        {[
          words.mentions(mentions.length),
          gender && words.gender(gender.value, gender.basis),
          corrected && words.corrected,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul className="reasons">
        {factsOf(lookup, entity.id).map((phrase, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is told of one is told in one order
          <li key={k}>
            <Told phrase={phrase} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** An item in a word or two. */
export function nameOfItem({ entities, values, record }: Lookup, id: string): string {
  const value = values.get(id)
  if (value) return record.story.text.slice(value.span.start, value.span.end)
  return entities.get(id)?.name ?? words.quoteOf(id)
}
