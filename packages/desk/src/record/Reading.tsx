import './reading.css'
import type { StoryRecord } from '@onrecord/engine'
import { lookUp } from '@onrecord/server/page'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useKeys } from '../keys.js'
import { say } from '../messages/index.js'
import { Card } from './panel/Card.js'
import { Facts, Findings, People, Quotes, Timeline } from './panel/lists.js'
import { type Tab, Tabs } from './panel/Tabs.js'
import type { Layers, Mark } from './text/marks.js'
import { showPlace } from './text/selection.js'
import { Text } from './text/Text.js'

const words = say.record
const NONE: readonly Mark[] = []

interface Props {
  readonly record: StoryRecord
  /** The item that is looked at. */
  readonly item: string | undefined
  readonly look: (item: string | undefined) => void
  /** Marks that are no item's. */
  readonly others?: readonly Mark[]
  /** What can be done with the item. */
  readonly actions?: ReactNode
  /** Above the lists. */
  readonly above?: ReactNode
  /** More lists. */
  readonly tabs?: readonly Tab[]
}

/** A record to be read: the text with its marks, beside it what is in it, above that the item that is looked at. */
export function Reading({ record, item, look, others = NONE, actions, above, tabs = [] }: Props) {
  const [layers, setLayers] = useState<Layers>({ quotes: true, people: false, values: false })
  const [also, setAlso] = useState<readonly string[]>([])
  const lookup = useMemo(() => lookUp(record), [record])
  const latest = useRef(look)
  useEffect(() => {
    latest.current = look
  })
  const pick = useCallback((items: readonly string[]) => {
    setAlso(items)
    latest.current(items[0])
  }, [])
  const place = placeOf(record, item)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item is gone to; the same one is not, when it is corrected
  useEffect(() => {
    if (place !== undefined) showPlace(place)
  }, [item])
  const go = (way: 1 | -1) => () => {
    const next = nextQuote(record, place, item, way)
    if (next) pick([next])
  }
  useKeys(words.keys.group, [
    { key: 'j', does: words.keys.next, run: go(1) },
    { key: 'k', does: words.keys.previous, run: go(-1) },
    ...(item ? [{ key: 'Escape', does: words.keys.close, run: () => pick([]) }] : []),
  ])
  const lists = { lookup, item, pick, show: showPlace }
  return (
    <div className="reading">
      <div className="reading-text">
        <LayerChoice layers={layers} choose={setLayers} />
        <Text record={record} layers={layers} item={item} others={others} pick={pick} />
      </div>
      <aside className="panel" aria-label={words.panel}>
        {above}
        {item && isThere(record, item) && (
          <Card lookup={lookup} item={item} pick={pick} also={also}>
            {actions}
          </Card>
        )}
        <Tabs
          label={words.panel}
          tabs={[
            {
              id: 'quotes',
              name: words.tabs.quotes,
              count: record.quotes.length,
              content: () => <Quotes {...lists} />,
            },
            { id: 'people', name: words.tabs.people, content: () => <People {...lists} /> },
            {
              id: 'facts',
              name: words.tabs.facts,
              count: record.facts.length,
              content: () => <Facts {...lists} />,
            },
            { id: 'timeline', name: words.tabs.timeline, content: () => <Timeline {...lists} /> },
            {
              id: 'findings',
              name: words.tabs.findings,
              count: record.findings.length,
              content: () => <Findings record={record} show={showPlace} />,
            },
            ...tabs,
          ]}
        />
      </aside>
    </div>
  )
}

const LAYERS = ['quotes', 'people', 'values'] as const

/** What is marked, and how the marks of a quote are read. */
function LayerChoice({ layers, choose }: { layers: Layers; choose: (layers: Layers) => void }) {
  return (
    <div className="layers no-print">
      <fieldset className="choice">
        <legend>{words.layers.legend}</legend>
        {LAYERS.map(layer => (
          <label key={layer}>
            <input
              type="checkbox"
              checked={layers[layer]}
              onChange={event => choose({ ...layers, [layer]: event.target.checked })}
            />
            <span>{words.layers[layer]}</span>
          </label>
        ))}
      </fieldset>
      {layers.quotes && (
        <p className="meta legend-of">
          <span className="content">{words.legend.content}</span>{' '}
          <span className="cue">{words.legend.cue}</span>{' '}
          <span className="source source-first source-last">{words.legend.source}</span>{' '}
          <span className="content content-doubtful">{words.legend.doubtful}</span>
        </p>
      )}
    </div>
  )
}

/** Where an item stands first. */
export function placeOf(record: StoryRecord, item: string | undefined): number | undefined {
  if (item === undefined) return
  const { quotes, entities, values, facts } = record
  return (
    quotes.find(({ id }) => id === item)?.content[0]?.start ??
    entities.find(({ id }) => id === item)?.mentions[0]?.start ??
    values.find(({ id }) => id === item)?.span.start ??
    facts.find(({ id }) => id === item)?.evidence[0]?.start
  )
}

const isThere = ({ quotes, entities, values }: StoryRecord, item: string): boolean =>
  [...quotes, ...entities, ...values].some(({ id }) => id === item)

function nextQuote(
  { quotes }: StoryRecord,
  place: number | undefined,
  item: string | undefined,
  way: 1 | -1,
): string | undefined {
  const sorted = quotes.toSorted((a, b) => a.content[0]!.start - b.content[0]!.start)
  const here = sorted.findIndex(({ id }) => id === item)
  if (here >= 0) return sorted[here + way]?.id
  if (place === undefined) return sorted.at(way > 0 ? 0 : -1)?.id
  const starts = (k: number) => sorted[k]!.content[0]!.start
  const next =
    way > 0
      ? sorted.findIndex((_, k) => starts(k) > place)
      : sorted.findLastIndex((_, k) => starts(k) < place)
  return sorted[next]?.id
}
