/** Numbers by row and column. A column that a row lacks stays blank. */
export interface Table {
  /** Its name in the results file. */
  readonly key: string
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: Readonly<Record<string, Readonly<Record<string, number | undefined>>>>
}

/** Numbers as kept in a results file: table → row → column. */
export type Kept = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>
>

/**
 * The table in plain text, each column with as many decimals as its longest number has, and beside each number its
 * change against `before`.
 */
export function renderTable({ key, title, columns, rows }: Table, before: Kept = {}): string {
  const names = Object.keys(rows)
  const digits = columns.map(column =>
    Math.max(...names.map(name => decimals(rows[name]![column]))),
  )
  const cells = names.map(name =>
    columns.map((column, i) =>
      cell(rows[name]![column], before[key]?.[name]?.[column], digits[i]!),
    ),
  )
  const label = Math.max(...[title, ...names].map(text => text.length))
  const widths = columns.map((column, i) =>
    Math.max(column.length, ...cells.map(row => row[i]!.length)),
  )
  const line = (name: string, row: readonly string[]) =>
    `${name.padEnd(label)}  ${row.map((text, i) => text.padStart(widths[i]!)).join('  ')}`.trimEnd()
  return [line(title, columns), ...names.map((name, i) => line(name, cells[i]!))].join('\n')
}

function cell(now: number | undefined, before: number | undefined, digits: number): string {
  if (now === undefined) return ''
  const number = now.toFixed(digits)
  if (before === undefined || before === now) return number
  return `${number} ${now > before ? '▲' : '▼'}${Math.abs(now - before).toFixed(digits)}`
}

const decimals = (value: number | undefined): number =>
  value === undefined ? 0 : (String(value).split('.')[1]?.length ?? 0)

/** The numbers of the tables, as kept in a results file. */
export const keep = (tables: readonly Table[]): Kept =>
  Object.fromEntries(
    tables.map(({ key, rows }) => [
      key,
      Object.fromEntries(
        Object.entries(rows).map(([name, row]) => [
          name,
          Object.fromEntries(
            Object.entries(row).filter(
              (entry): entry is [string, number] => entry[1] !== undefined,
            ),
          ),
        ]),
      ),
    ]),
  )
