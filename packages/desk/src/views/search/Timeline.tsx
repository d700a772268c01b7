import type { Address } from '../../address.js'
import { say } from '../../messages/index.js'
import { Bars } from '../../parts/Bars.js'
import { filled, timeWords } from '../../parts/times.js'
import type { Facets } from './asked.js'

const words = say.search

interface Props {
  readonly facets: Facets
  readonly set: Address['set']
}

/** When what was found was published: by month, or by year where that is long; a bar narrows the search to its time. */
export function Timeline({ facets: { months, years }, set }: Props) {
  const counts =
    months.length > 0
      ? months.map(({ month, count }) => ({ at: month, count }))
      : years.map(({ year, count }) => ({ at: year, count }))
  const all = filled(counts)
  const [first, last] = [all[0], all.at(-1)]
  if (!first || !last) return null
  // one bar tells nothing
  if (first === last) return null
  return (
    <Bars
      label={words.when}
      bars={all.map(({ at, count }) => ({ at, count, says: words.bar(timeWords(at), count) }))}
      ends={[timeWords(first.at), timeWords(last.at)]}
      pick={at => set({ from: at, to: at })}
    />
  )
}
