import { useEffect, useRef, useState } from 'react'
import { say } from '../../messages/index.js'
import { Failure } from '../../parts/Failure.js'
import { type Dimension, isTime, type Measure } from './asked.js'
import type { Bar, Drawing } from './draw.js'
import { labelOf, labelOfRow, type Row } from './names.js'
import { periodsOf } from './periods.js'

const words = say.counts

/** Bars, and charts below one another, that are drawn at most: the table has the others. */
const BARS = 20
const CHARTS = 6
const BARS_EACH = 8

interface Props {
  readonly by: readonly Dimension[]
  readonly measure: Measure
  readonly rows: readonly Row[]
  readonly all: number
  readonly title: string
}

/** The rows as bars. It is drawn once the library for it is here, anew where its place gets wider or narrower. */
export function Chart({ by, measure, rows, all, title }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const [error, setError] = useState<unknown>()
  const told = toldOf(by, measure, rows)
  const { bars, kind } = told
  useEffect(() => {
    const box = place.current
    if (!box || width === 0) return
    let gone = false
    import('./draw.js').then(
      draw => {
        if (gone) return
        const chart = draw[kind]({ ...told, width })
        chart.setAttribute('aria-hidden', 'true')
        box.replaceChildren(chart)
        setError(undefined)
      },
      failed => gone || setError(failed),
    )
    return () => {
      gone = true
    }
  })
  if (bars.length === 0) return null
  const most = [...rows].sort((a, b) => b[measure] - a[measure]).slice(0, 3)
  const heard = most
    .map(row => `${labelOfRow(by, row)}: ${words.counted[measure](row[measure])}.`)
    .join(' ')
  const drawn = words.drawn(Math.min(bars.length, all), all)
  return (
    <figure className="chart" aria-label={title}>
      <div role="img" aria-label={words.heard(title, heard)} ref={place} />
      {error !== undefined && <Failure error={error} />}
      {drawn && !isTime(by[0]) && <figcaption className="meta">{drawn}</figcaption>}
    </figure>
  )
}

type Told = Omit<Drawing, 'width'> & { readonly kind: 'lying' | 'standing' }

/** What is drawn of the rows: time goes from left to right, everything else from the top down. */
function toldOf(by: readonly Dimension[], measure: Measure, rows: readonly Row[]): Told {
  const time = by.findIndex(isTime)
  const [first, second] = by
  if (second === undefined) {
    const some = time < 0 ? rows.slice(0, BARS) : rows.filter(({ of }) => of[0]!.key !== null)
    const bars = some.map(row => ({
      of: idOf(row, 0),
      value: row[measure],
      nobody: NOBODY.test(row.of[0]!.key ?? ''),
    }))
    return { kind: time < 0 ? 'lying' : 'standing', bars, places: placesOf(first!, some, 0) }
  }
  // the time lies within, whichever of the two it is
  const within = time === 0 ? 1 : 0
  const inner = 1 - within
  const charts = most(rows, measure, within).slice(0, CHARTS)
  const inCharts = rows.filter(row => charts.includes(idOf(row, within)))
  const inners = time < 0 ? most(inCharts, measure, inner).slice(0, BARS_EACH) : undefined
  const some = inCharts.filter(row =>
    inners ? inners.includes(idOf(row, inner)) : row.of[inner]!.key !== null,
  )
  const bars: Bar[] = some.map(row => ({
    of: idOf(row, inner),
    within: idOf(row, within),
    value: row[measure],
  }))
  const named = placesOf(by[within]!, some, within)
  return {
    kind: time < 0 ? 'lying' : 'standing',
    bars,
    places: inOrder(placesOf(by[inner]!, some, inner), inners),
    charts: inOrder(named, charts),
  }
}

/** No source, or one that is not known. */
const NOBODY = /^(?:none|unresolved)(?::|$)/

const idOf = ({ of }: Row, k: number): string => JSON.stringify(of[k]!.key)

/** The values of one dimension, those with most first. */
function most(rows: readonly Row[], measure: Measure, k: number): string[] {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const id = idOf(row, k)
    sums.set(id, (sums.get(id) ?? 0) + row[measure])
  }
  return [...sums].sort(([, a], [, b]) => b - a).map(([id]) => id)
}

/** Places with their words; of time every one, also those without anything. */
function placesOf(dimension: Dimension, rows: readonly Row[], k: number): Map<string, string> {
  if (!isTime(dimension))
    return new Map(rows.map(row => [idOf(row, k), labelOf(dimension, row.of[k]!)]))
  const keys = periodsOf(
    dimension,
    rows.flatMap(({ of }) => of[k]!.key ?? []),
  )
  return new Map(keys.map(key => [JSON.stringify(key), labelOf(dimension, { key, name: null })]))
}

const inOrder = (
  places: ReadonlyMap<string, string>,
  ids: readonly string[] = [...places.keys()],
): Map<string, string> =>
  new Map(ids.flatMap(id => (places.has(id) ? [[id, places.get(id)!] as const] : [])))

function useWidth(place: { readonly current: Element | null }): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!place.current) return
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)))
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [place])
  return width
}
