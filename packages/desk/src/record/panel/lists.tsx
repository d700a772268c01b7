import type { RecordEntity, RecordQuote, StoryRecord } from '@onrecord/engine'
import {
  ALL,
  inOrder,
  type Lookup,
  nameOf,
  pageTimeline,
  saysAnything,
  tell,
} from '@onrecord/server/page'
import { memo } from 'react'
import { say } from '../../messages/index.js'
import { isDoubtful } from '../text/marks.js'
import { Told } from './Told.js'

const words = say.record

interface Props {
  readonly lookup: Lookup
  readonly item: string | undefined
  readonly pick: (items: readonly string[]) => void
  /** Brings a place of the text into the window. */
  readonly show: (at: number) => void
}

const None = ({ says }: { says: string }) => <p className="empty-says note">{says}</p>

/** Every quote, in the order of the text. */
export function Quotes({ lookup, item, pick }: Props) {
  const { quotes } = lookup.record
  if (quotes.length === 0) return <None says={words.noQuotes} />
  return (
    <ol className="lines short">
      {quotes.map(quote => (
        <QuoteItem
          key={quote.id}
          id={quote.id}
          who={whoSaid(lookup, quote)}
          said={wordsOfQuote(quote)}
          doubtful={isDoubtful(quote)}
          current={quote.id === item}
          pick={pick}
        />
      ))}
    </ol>
  )
}

interface QuoteItemProps {
  readonly id: string
  readonly who: string
  readonly said: string
  readonly doubtful: boolean
  readonly current: boolean
  readonly pick: Props['pick']
}

const QuoteItem = memo(function QuoteItem(props: QuoteItemProps) {
  const { id, who, said, doubtful, current, pick } = props
  return (
    <li>
      <button
        type="button"
        className="plain item-of"
        aria-current={current}
        onClick={() => pick([id])}
      >
        <span className={doubtful ? 'label doubtful' : 'label'}>
          <bdi>{who}</bdi>
        </span>
        <span dir="auto" className="words-of">
          {said}
        </span>
      </button>
    </li>
  )
})

export const whoSaid = (lookup: Lookup, { speakers, source }: RecordQuote): string =>
  speakers.map(id => nameOf(lookup, id)).join(', ') ||
  source.map(({ text }) => text).join(' ') ||
  words.nobody

export const wordsOfQuote = ({ content }: RecordQuote): string =>
  content.map(({ text }) => text).join(' … ')

const TYPES = Object.keys(words.types) as RecordEntity['type'][]

/** Who and what is named, in the order in which they matter: who speaks most first. */
export function People({ lookup, item, pick }: Props) {
  const { record, named } = lookup
  const quotes = new Map<string, number>()
  for (const { speakers } of record.quotes)
    for (const id of speakers) quotes.set(id, (quotes.get(id) ?? 0) + 1)
  const shown = record.entities.filter(({ id }) => named.has(id) || quotes.has(id))
  if (shown.length === 0) return <None says={words.noPeople} />
  const weight = ({ id, mentions }: RecordEntity) => 1000 * (quotes.get(id) ?? 0) + mentions.length
  return TYPES.map(type => {
    const of = shown.filter(entity => entity.type === type).sort((a, b) => weight(b) - weight(a))
    if (of.length === 0) return null
    return (
      <section key={type}>
        <h2 className="label">{words.types[type]}</h2>
        <ul className="lines short">
          {of.map(entity => (
            <li key={entity.id}>
              <button
                type="button"
                className="plain item-of"
                aria-current={entity.id === item}
                onClick={() => pick([entity.id])}
              >
                <bdi className="name-of">{entity.name}</bdi>
                <span className="meta">
                  {quotes.has(entity.id)
                    ? words.quotesCount(quotes.get(entity.id)!)
                    : words.mentions(entity.mentions.length)}
                </span>
              </button>
              {factsOf(lookup, entity.id).map((phrase, k) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: what is told of one is told in one order
                <p className="meta" key={k}>
                  <Told phrase={phrase} />
                </p>
              ))}
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

/** What is told of one, in words. */
export const factsOf = (lookup: Lookup, id: string) =>
  tell(lookup, inOrder((lookup.parts.get(id) ?? []).filter(saysAnything)), ALL)

/** Every fact, whole, in the order of the types; each leads to the words that it rests on. */
export function Facts({ lookup, show }: Props) {
  const { facts } = lookup.record
  if (facts.length === 0) return <None says={words.noFacts} />
  return (
    <ul className="lines short">
      {inOrder(facts.map(fact => ({ fact, as: '' }))).map(part => (
        <li key={part.fact.id}>
          <button
            type="button"
            className="plain item-of"
            onClick={() => show(part.fact.evidence[0]?.start ?? 0)}
          >
            {tell(lookup, [part], ALL).map(phrase => (
              <Told key={part.fact.id} phrase={phrase} />
            ))}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What happened when. */
export function Timeline({ lookup }: Props) {
  const { shown } = pageTimeline(lookup, ALL)
  if (shown.length === 0) return <None says={words.noTimeline} />
  return (
    <ol className="lines short timeline">
      {shown.map(({ date, inferred, events }) => (
        <li key={date}>
          <p className="label">
            {date}
            {inferred && <span className="tone-faint"> ({words.inferred})</span>}
          </p>
          {events.shown.map((phrase, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: events of one date stand in one order
            <p key={k}>
              <Told phrase={phrase} />
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}

const RANK = { error: 0, warning: 1, note: 2 }

/** What does not add up, the gravest first; each leads to its place. */
export function Findings({ record, show }: { record: StoryRecord; show: (at: number) => void }) {
  const sorted = [...record.findings].sort((a, b) => RANK[a.severity] - RANK[b.severity])
  if (sorted.length === 0) return <None says={words.noFindings} />
  return (
    <ul className="lines short">
      {sorted.map(({ code, severity, message, spans }) => (
        <li key={`${code} ${spans[0]?.start}`}>
          <button
            type="button"
            className="plain item-of"
            onClick={() => spans[0] && show(spans[0].start)}
          >
            <span className={`label severity-${severity}`}>{words.severities[severity]}</span>
            <span dir="auto">{message}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
