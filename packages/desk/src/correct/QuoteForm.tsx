import type { QuoteKind, RecordEntity, RecordQuote, Span, StoryRecord } from '@onrecord/engine'
import { type FormEvent, useState } from 'react'
import { say } from '../messages/index.js'
import { Choose } from '../parts/Choose.js'
import type { Edit } from './edits.js'
import type { Correcting } from './useCorrecting.js'
import type { Drafting, Field } from './useDraft.js'

const words = say.correct
const FIELDS: readonly Field[] = ['content', 'cue', 'source']
const KINDS: readonly QuoteKind[] = ['direct', 'mixed', 'indirect']
/** Chosen for a speaker that the record does not have yet. */
const NEW = 'new'

export const WHO = 'who-said-it'

interface Props {
  readonly record: StoryRecord
  readonly quote: RecordQuote
  readonly correcting: Correcting
  readonly drafting: Drafting
  readonly change: (field: Field) => void
  readonly accept: () => void
  readonly remove: () => void
}

/** All that can be said of a quote otherwise. */
export function QuoteForm(props: Props) {
  const { record, quote, correcting, drafting, change, accept, remove } = props
  const { draft } = drafting
  const set = (edit: Edit) => void correcting.correct([edit], words.done.changed(quote.id))
  return (
    <section className="correct" aria-label={words.title}>
      <p className="row">
        <button type="button" onClick={accept} disabled={correcting.busy}>
          {words.right} <kbd>y</kbd>
        </button>
        <button type="button" onClick={remove} disabled={correcting.busy}>
          {words.wrong} <kbd>x</kbd>
        </button>
      </p>
      <dl className="fields-of">
        {FIELDS.map(field => (
          <div key={field}>
            <dt className="label">{words.fields[field]}</dt>
            <dd>
              <span dir="auto" className={`clip sample-${field}`}>
                {quote[field].map(({ text }) => text).join(' … ') || words.none}
              </span>{' '}
              <button
                type="button"
                className="plain"
                aria-label={words.changeOf(words.fields[field])}
                disabled={draft !== undefined}
                onClick={() => change(field)}
              >
                {words.change}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <Speakers key={quote.id} {...{ record, quote, correcting }} />
      <div className="field">
        <span className="label">{words.kind}</span>
        <Choose
          key={`${quote.id} ${quote.kind}`}
          label={words.kind}
          value={quote.kind}
          choose={kind =>
            set({ do: 'change-quote', item: quote.id, set: { kind: kind as QuoteKind } })
          }
        >
          {KINDS.map(kind => (
            <option key={kind} value={kind}>
              {say.record.kinds[kind]}
            </option>
          ))}
        </Choose>
      </div>
      <label className="field">
        <span className="label">{words.why}</span>
        <input value={correcting.why} onChange={event => correcting.setWhy(event.target.value)} />
      </label>
    </section>
  )
}

/** Whose it is: one or several of those whom the story names, nobody, or somebody new. */
function Speakers({ record, quote, correcting }: Pick<Props, 'record' | 'quote' | 'correcting'>) {
  const [asNew, setNew] = useState(false)
  const choices = speakersOf(record)
  const give = (speakers: readonly string[]) =>
    void correcting.correct(
      [{ do: 'change-quote', item: quote.id, set: { speakers } }],
      words.done.changed(quote.id),
    )
  const choose = (at: number, chosen: string) => {
    if (chosen === NEW) setNew(true)
    else if (chosen === '') give(quote.speakers.toSpliced(at, 1))
    else give([...quote.speakers.slice(0, at), chosen, ...quote.speakers.slice(at + 1)])
  }
  return (
    <fieldset className="field">
      <legend>{words.speakers}</legend>
      {[...quote.speakers, ''].map((speaker, at) => (
        <Choose
          key={speaker}
          id={at === 0 ? WHO : undefined}
          label={speaker === '' && at > 0 ? words.addSpeaker : words.speaker(at)}
          value={speaker}
          choose={chosen => choose(at, chosen)}
        >
          <option value="">{at > 0 && speaker === '' ? words.another : words.nobody}</option>
          {choices
            .filter(({ id }) => id === speaker || !quote.speakers.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          <option value={NEW}>{words.somebody}</option>
        </Choose>
      ))}
      {asNew && <NewSpeaker {...{ record, quote, correcting }} leave={() => setNew(false)} />}
    </fieldset>
  )
}

const MAY_SPEAK: ReadonlySet<RecordEntity['type']> = new Set(['person', 'organisation', 'group'])

/** Who may speak: people, organisations and groups, those named most first. */
const speakersOf = ({ entities, quotes }: StoryRecord): RecordEntity[] => {
  const speaking = new Set(quotes.flatMap(quote => quote.speakers))
  return entities
    .filter(({ id, type }) => MAY_SPEAK.has(type) || speaking.has(id))
    .sort((a, b) => b.mentions.length - a.mentions.length)
}

function NewSpeaker({
  record,
  quote,
  correcting,
  leave,
}: Pick<Props, 'record' | 'quote' | 'correcting'> & { leave: () => void }) {
  const [name, setName] = useState(quote.source.map(({ text }) => text).join(' '))
  const { source } = quote
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const mentions = source.map(({ start, end }) => ({ start, end }))
    // words that are somebody else's are taken from them first, or they would get the name
    const owned = mentions.filter(span => isOneOfSeveral(record, span))
    const after = await correcting.correct(
      [
        ...owned.map((span): Edit => ({ do: 'mention', of: null, span })),
        { do: 'add-entity', type: 'person', name: name.trim(), mentions },
      ],
      words.done.person,
    )
    const added = after?.entities.find(entity => entity.name === name.trim())
    if (!added) return
    leave()
    await correcting.correct(
      [{ do: 'change-quote', item: quote.id, set: { speakers: [added.id] } }],
      words.done.person,
    )
  }
  return (
    <form className="row" onSubmit={add}>
      <label className="field">
        <span className="label">{words.nameOfNew}</span>
        <input value={name} onChange={event => setName(event.target.value)} />
      </label>
      <button type="submit" disabled={name.trim() === '' || source.length === 0}>
        {words.addNew}
      </button>
    </form>
  )
}

/** Is the span a mention of somebody who has others? */
const isOneOfSeveral = ({ entities }: StoryRecord, { start, end }: Span): boolean =>
  entities.some(
    ({ mentions }) =>
      mentions.length > 1 && mentions.some(one => one.start === start && one.end === end),
  )
