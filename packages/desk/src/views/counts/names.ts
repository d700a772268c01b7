import type { Answered } from '../../api.js'
import { say } from '../../messages/index.js'
import type { Dimension } from './asked.js'
import { dayOf, isPeriod } from './periods.js'

const words = say.counts

export type Row = Answered<'counts'>['rows'][number]
type Counted = Row['of'][number]

/** What was counted by, in words: a name, "men", "March 2026". */
export function labelOf(dimension: Dimension, { key, name }: Counted): string {
  if (key === null) return words.notTold
  switch (dimension) {
    case 'speaker':
      return speakerOf(key, name)
    case 'outlet':
      return key || words.noOutlet
    case 'gender':
      return words.genders[key] ?? key
    case 'source':
      return words.sources[key] ?? key
    case 'role':
    case 'kind':
    case 'story-kind':
      return key
    default:
      return timeOf(dimension, key)
  }
}

export const labelOfRow = (by: readonly Dimension[], { of }: Pick<Row, 'of'>): string =>
  of.map((one, k) => labelOf(by[k]!, one)).join(', ')

function speakerOf(key: string, name: string | null): string {
  const kind = words.speakers[key.slice(0, key.indexOf(':'))]
  if (kind === undefined) return name || words.notTold
  return name ? `${name} (${kind})` : kind
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

function timeOf(time: 'day' | 'week' | 'month' | 'quarter' | 'year', key: string): string {
  if (!isPeriod(time, key)) return key
  const [year = '', part = ''] = key.split(/-[QW]?/)
  if (time === 'quarter') return words.quarter(part, year)
  if (time === 'week') return words.week(String(Number(part)), year)
  if (time === 'year') return key
  return (time === 'day' ? day : month).format(dayOf(time, key))
}
