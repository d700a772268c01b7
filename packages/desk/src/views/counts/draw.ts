import * as Plot from '@observablehq/plot'

/** A bar: whose, in which row of charts, how long. */
export interface Bar {
  readonly of: string
  /** Of several charts below one another, the one that it is in. */
  readonly within?: string
  readonly value: number
  /** Nobody who could be named: its bar is an outline. */
  readonly nobody?: boolean
}

export interface Drawing {
  readonly bars: readonly Bar[]
  /** Every bar's place, in order, with its words. */
  readonly places: ReadonlyMap<string, string>
  /** Charts below one another, with their words. */
  readonly charts?: ReadonlyMap<string, string>
  /** CSS pixels. */
  readonly width: number
}

const INK = 'var(--ink)'
const FAINT = 'var(--ink-2)'
const HAIR = 'var(--hair)'
const BAR = 'var(--content)'
const FONT = { className: 'plot', style: { color: INK, fontFamily: 'inherit', fontSize: '13px' } }
const number = new Intl.NumberFormat('en-GB')

/** Bars that lie, the names at their left and the numbers at their ends. */
export function lying({ bars, places, charts, width }: Drawing): Element {
  const left = Math.min(230, Math.round(width * 0.42))
  const line = 28
  const head = charts ? line : 0
  const height = (charts?.size ?? 1) * (places.size * line + head)
  const facet = charts ? { fy: 'within' } : {}
  return finished(
    Plot.plot({
      ...FONT,
      width,
      height: height + 4,
      margin: 0,
      marginLeft: left,
      marginRight: 56,
      marginBottom: 4,
      x: { axis: null, domain: [0, Math.max(1, ...bars.map(({ value }) => value))] },
      y: {
        domain: [...(charts ? [HEAD] : []), ...places.keys()],
        label: null,
        axis: null,
        padding: 0.3,
      },
      fy: { domain: [...(charts?.keys() ?? [])], axis: null, padding: 0 },
      marks: [
        Plot.barX(bars, {
          ...facet,
          x: 'value',
          y: 'of',
          fill: ({ nobody }) => (nobody ? 'none' : BAR),
          stroke: BAR,
        }),
        Plot.ruleX([0], { stroke: INK }),
        Plot.axisY({
          ticks: [...places.keys()],
          tickSize: 0,
          tickPadding: 8,
          tickFormat: place => clipped(places.get(place) ?? '', left / 8.2),
          label: null,
        }),
        Plot.text(bars, {
          ...facet,
          x: 'value',
          y: 'of',
          text: ({ value }) => number.format(value),
          textAnchor: 'start',
          dx: 6,
          fill: INK,
        }),
        charts &&
          Plot.text([...charts.keys()], {
            fy: one => one,
            frameAnchor: 'top-left',
            dx: -left,
            dy: 6,
            text: one => clipped(charts.get(one) ?? '', width / 7.5),
            fontWeight: 600,
            fill: INK,
          }),
      ],
    }),
  )
}

const HEAD = ' '

/** Bars that stand, one for each period; several charts below one another have the same height for the same number. */
export function standing({ bars, places, charts, width }: Drawing): Element {
  const each = charts ? 104 : 260
  const head = 22
  const room = width - 40
  const left = Math.min(64, room / places.size) < NUMBERED ? 48 : 2
  const step = Math.min(64, (room - left) / places.size)
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const facet = charts ? { fy: 'within' } : {}
  const keys = [...places.keys()]
  const gap = Math.ceil(96 / step)
  return finished(
    Plot.plot({
      ...FONT,
      width: Math.max(left + 40 + step * places.size, Math.min(width, 280)),
      height: (charts?.size ?? 1) * (each + head) + 28,
      margin: 0,
      marginLeft: left,
      marginRight: 40,
      marginTop: head,
      marginBottom: 28,
      x: {
        type: 'band',
        domain: keys,
        padding: step > 6 ? 0.2 : 0,
        axis: null,
        range: [left, left + step * places.size],
      },
      y: { domain: [0, most], axis: null },
      fy: { domain: [...(charts?.keys() ?? [])], axis: null, padding: charts ? 0.24 : 0 },
      marks: [
        ...(step < NUMBERED
          ? [
              Plot.gridY({ ticks: ticksOf(most), stroke: HAIR, strokeOpacity: 1 }),
              Plot.axisY({
                ticks: ticksOf(most),
                tickSize: 0,
                label: null,
                tickFormat: value => number.format(value),
                fill: FAINT,
              }),
            ]
          : [
              Plot.text(bars, {
                ...facet,
                x: 'of',
                y: 'value',
                text: ({ value }) => number.format(value),
                dy: -8,
                fill: INK,
              }),
            ]),
        Plot.barY(bars, { ...facet, x: 'of', y: 'value', fill: BAR }),
        Plot.ruleY([0], { stroke: INK }),
        Plot.axisX({
          ticks: keys.filter((_, k) => k % gap === 0),
          tickSize: 4,
          label: null,
          tickFormat: place => places.get(place) ?? '',
          fill: FAINT,
        }),
        charts &&
          Plot.text([...charts.keys()], {
            fy: one => one,
            frameAnchor: 'top-left',
            dx: -left,
            dy: -18,
            lineAnchor: 'top',
            text: one => clipped(charts.get(one) ?? '', width / 7.5),
            fontWeight: 600,
            fill: INK,
          }),
      ],
    }),
  )
}

/** Pixels of a bar and its gap that are wide enough for its number; of narrower ones an axis tells. */
const NUMBERED = 30

/** None, half and most, in whole numbers. */
const ticksOf = (most: number): number[] => (most < 4 ? [most] : [Math.round(most / 2), most])

/** Names are long now and then: their first characters, as whole ones. */
function clipped(words: string, most: number): string {
  const characters = [...new Intl.Segmenter('en').segment(words)].map(({ segment }) => segment)
  return characters.length <= most
    ? words
    : `${characters
        .slice(0, Math.max(1, most - 1))
        .join('')
        .trimEnd()}…`
}

/** Without the style sheet that Plot puts in: the page takes none but its own files'. */
function finished(drawn: Element): Element {
  drawn.querySelector('style')?.remove()
  return drawn
}
