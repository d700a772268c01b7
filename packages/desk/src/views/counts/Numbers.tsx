import { Link } from 'wouter'
import type { Answered } from '../../api.js'
import { say } from '../../messages/index.js'
import { addressOfQuotes, type Counting, isTime, MEASURES, type Measure } from './asked.js'
import { labelOf, labelOfRow, type Row } from './names.js'

const words = say.counts

interface Props {
  readonly counting: Counting
  readonly rows: readonly Row[]
  readonly total: Answered<'counts'>['total']
  readonly caption: string
}

/** What the chart shows, and all that it leaves out. Every number leads to the quotes that it counts. */
export function Numbers({ counting, rows, total, caption }: Props) {
  const { by } = counting
  return (
    <section className="sideways" aria-label={caption}>
      <table>
        <caption className="only-heard">{caption}</caption>
        <thead>
          <tr>
            {by.map(one => (
              <th key={one} scope="col">
                {words.dimensions[one]}
              </th>
            ))}
            {MEASURES.map(measure => (
              <th
                key={measure}
                scope="col"
                className="number"
                aria-sort={measure === counting.sort && !by.some(isTime) ? 'descending' : undefined}
              >
                {words.measures[measure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const keys = row.of.map(({ key }) => key)
            return (
              <tr key={JSON.stringify(keys)}>
                {row.of.map((one, k) =>
                  k === 0 ? (
                    <th key={by[k]} scope="row" className="name">
                      <Name of={one} by={by[k]!} />
                    </th>
                  ) : (
                    <td key={by[k]}>
                      <Name of={one} by={by[k]!} />
                    </td>
                  ),
                )}
                <Cells
                  row={row}
                  of={labelOfRow(by, row)}
                  main={counting.sort}
                  address={addressOfQuotes(counting, keys)}
                />
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="name" colSpan={by.length}>
              {words.all}
            </th>
            <Cells
              row={total}
              of={words.all}
              main={counting.sort}
              address={addressOfQuotes(counting)}
            />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Name({ of, by }: { of: Row['of'][number]; by: Counting['by'][number] }) {
  const person = by === 'speaker' ? /^person:(.+)$/.exec(of.key ?? '')?.[1] : undefined
  const label = <bdi>{labelOf(by, of)}</bdi>
  return person ? <Link href={`/people/${encodeURIComponent(person)}`}>{label}</Link> : label
}

interface CellsProps {
  readonly row: Readonly<Record<Measure, number>>
  readonly of: string
  /** The number that the Tab key comes to: the others lead to the same. */
  readonly main: Measure
  readonly address: string
}

const Cells = ({ row, of, main, address }: CellsProps) =>
  MEASURES.map(measure => (
    <td key={measure} className="number">
      {row[measure] === 0 ? (
        0
      ) : (
        <Link
          href={address}
          tabIndex={measure === main ? undefined : -1}
          aria-label={words.opens(words.counted[measure](row[measure]), of)}
        >
          {row[measure].toLocaleString('en-GB')}
        </Link>
      )}
    </td>
  ))
