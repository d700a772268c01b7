import type { RecordQuote, Span } from '@onrecord/engine'
import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { DraftBar } from '../../correct/DraftBar.js'
import { EntityForm } from '../../correct/EntityForm.js'
import { History } from '../../correct/History.js'
import { Queue } from '../../correct/Queue.js'
import { QuoteForm, WHO } from '../../correct/QuoteForm.js'
import { useCorrecting } from '../../correct/useCorrecting.js'
import { type Draft, type Field, useDraft } from '../../correct/useDraft.js'
import { useKeys } from '../../keys.js'
import { say } from '../../messages/index.js'
import { Page } from '../../parts/Page.js'
import { placeOf, Reading } from '../../record/Reading.js'
import { isDoubtful, type Mark } from '../../record/text/marks.js'
import { selectedSpan } from '../../record/text/selection.js'
import { beginsWithTitle } from '../../record/text/Text.js'
import { Cite } from './Cite.js'
import { PrintedRecord } from './PrintedRecord.js'
import type { StoryAnswer } from './Story.js'
import { StoryHead } from './StoryHead.js'

const words = say.correct

interface Props {
  /** The key as it was asked for: KEY or KEY@VERSION. */
  readonly asked: string
  readonly answer: StoryAnswer
  readonly item: string | undefined
}

/** A story at hand. */
export function OpenStory({ asked, answer, item }: Props) {
  const { record, outlet, version, versions } = answer
  const { text, title } = record.story
  const [, navigate] = useLocation()
  const look = (next: string | undefined) =>
    navigate(`/stories/${asked}${next ? `/${PARTS[next[0]!]}/${next}` : ''}`, { replace: true })
  const correcting = useCorrecting(asked, version === versions.at(-1)!.number)
  const { may, correct, lastDone, lastUndone } = correcting
  const quote = record.quotes.find(({ id }) => id === item)
  const doubtful = useMemo(
    () =>
      record.quotes
        .filter(isDoubtful)
        .sort((a, b) => a.content[0]!.start - b.content[0]!.start)
        .map(({ id }) => id),
    [record],
  )
  const nextDoubtful = (from: RecordQuote | undefined) => {
    const here = placeOf(record, from?.id) ?? -1
    const start = (id: string) => placeOf(record, id)!
    return (
      doubtful.find(id => start(id) > here && id !== from?.id) ??
      doubtful.find(id => id !== from?.id)
    )
  }
  /** Decides on the quote that is looked at; one that was in doubt makes way for the next. */
  const decide = async (what: 'accept' | 'delete') => {
    if (!quote) return
    const next = isDoubtful(quote) ? nextDoubtful(quote) : undefined
    const { accepted, deleted } = words.done
    const told = (what === 'accept' ? accepted : deleted)(quote.id)
    const done = await correct([{ do: what, item: quote.id }], told)
    if (done && (next || what === 'delete')) look(next)
  }
  const set = async ({ quote, field, spans }: Draft) => {
    if (quote !== null) {
      await correct(
        [{ do: 'change-quote', item: quote, set: { [field]: spans } }],
        words.done.changed(quote),
      )
      return
    }
    const before = new Set(record.quotes.map(({ id }) => id))
    const after = await correct([{ do: 'add-quote', content: spans }], words.done.added)
    const added = after?.quotes.find(({ id }) => !before.has(id))
    if (added) look(added.id)
  }
  const drafting = useDraft(text, set)
  const { draft } = drafting
  const change = (field: Field) => {
    if (!quote) return
    const { start, end } = quote.content.at(-1)!
    const spans = quote[field].length > 0 ? quote[field] : [wordBehind(text, { start, end })]
    drafting.begin({
      quote: quote.id,
      field,
      spans: spans.map(({ start, end }) => ({ start, end })),
    })
  }
  const add = () => {
    const at = placeOf(record, item)
    const span = selectedSpan() ?? drafting.sentence(at ?? 0, at === undefined ? 0 : 1)
    if (span) drafting.begin({ quote: null, field: 'content', spans: [span] })
    getSelection()?.removeAllRanges()
  }
  const check = () => void correct([{ do: 'check' }], words.done.checked)
  const isChecked =
    record.quotes.length === 0 ||
    correcting.corrections.some(({ kind, state }) => kind === 'check' && state !== 'undone')
  const entity = record.entities.find(({ id }) => id === item)
  const quoteKeys = quote
    ? [
        { key: 'y', does: words.keys.right, run: () => void decide('accept') },
        { key: 'x', does: words.keys.wrong, run: () => void decide('delete') },
        { key: 'c', does: words.keys.content, run: () => change('content') },
        { key: 'u', does: words.keys.cue, run: () => change('cue') },
        { key: 's', does: words.keys.source, run: () => change('source') },
        { key: 'w', does: words.keys.who, run: () => document.getElementById(WHO)?.focus() },
      ]
    : []
  useKeys(
    words.keys.group,
    may && !draft
      ? [
          ...quoteKeys,
          { key: 'n', does: words.keys.doubtful, run: () => look(nextDoubtful(quote)) },
          { key: 'a', does: words.keys.add, run: add },
          {
            key: 'Control+z',
            does: words.keys.undo,
            run: () => lastDone && correcting.undo([lastDone]),
          },
          {
            key: 'Control+Shift+z',
            does: words.keys.redo,
            run: () => lastUndone && correcting.redo([lastUndone]),
          },
        ]
      : [],
  )
  const found = useFound(text.length)
  const others = draft ? drafting.marks : found
  const name = title?.trim() || say.story.untitled
  return (
    <Page
      title={name}
      kicker={<bdi>{outlet || say.story.unnamed}</bdi>}
      className="beside-margin"
      titleWithin={beginsWithTitle(record)}
      wide
    >
      <StoryHead answer={answer} />
      <Reading
        record={record}
        item={item}
        look={look}
        others={others}
        above={
          <>
            {may && !draft && (
              <Queue
                doubtful={doubtful}
                item={item}
                next={() => look(nextDoubtful(quote))}
                add={add}
                check={isChecked ? undefined : check}
              />
            )}
            <DraftBar
              drafting={drafting}
              text={text}
              set={() => {
                if (!draft) return
                drafting.end()
                void set(draft)
              }}
            />
          </>
        }
        actions={
          <>
            {entity && may && (
              <EntityForm
                key={`${entity.id} ${entity.name}`}
                {...{ record, entity, correcting, look }}
              />
            )}
            {quote && (
              <>
                <Cite story={asked} quote={quote.id} />
                {may && (
                  <QuoteForm
                    {...{ record, quote, correcting, drafting, change }}
                    accept={() => void decide('accept')}
                    remove={() => void decide('delete')}
                  />
                )}
              </>
            )}
          </>
        }
        tabs={[
          {
            id: 'history',
            name: say.record.tabs.history,
            count: correcting.corrections.length,
            content: () => <History correcting={correcting} />,
          },
        ]}
      />
      <div className="notice" role="status">
        {correcting.notice && (
          <p className={`notice-${correcting.notice.kind}`}>{correcting.notice.text}</p>
        )}
      </div>
      <PrintedRecord record={record} />
    </Page>
  )
}

/** In permanent links, by the letter of an id. */
const PARTS: Readonly<Record<string, string>> = {
  q: 'quotes',
  e: 'entities',
  v: 'values',
  f: 'facts',
}

/** The word behind a span, for a field that is empty yet. */
function wordBehind(text: string, { end }: Span): Span {
  const [word] = /[^\s\p{P}]+/u.exec(text.slice(end, end + 200)) ?? []
  if (!word) return { start: Math.max(0, end - 1), end }
  const start = text.indexOf(word, end)
  return { start, end: start + word.length }
}

/** The span that the address names behind its #, as links of search do: #120-184. */
function useFound(length: number): readonly Mark[] {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const take = () => setHash(location.hash)
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [])
  return useMemo(() => {
    const [, start, end] = /^#(\d+)-(\d+)$/.exec(hash) ?? []
    const span = { start: Number(start), end: Math.min(Number(end), length) }
    return span.start < span.end ? [{ ...span, kind: 'found', item: '' }] : []
  }, [hash, length])
}
