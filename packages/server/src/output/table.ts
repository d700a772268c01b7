import type { Sheet } from './sheet.js'
import { visibleLine } from './visible.js'
import { columnsOf, shorten } from './width.js'

/** Columns between two columns. */
const GAP = 2

/** A table on a page: words to the left, shortened where they do not fit; numbers to the right, with their thousands parted. */
export function setTable(
  sheet: Sheet,
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const cells = rows.map(row =>
    row.map(cell => (typeof cell === 'number' ? cell.toLocaleString('en') : visibleLine(cell))),
  )
  const numeric = heads.map((_, k) => typeof rows[0]?.[k] === 'number')
  const widths = heads.map((head, k) =>
    Math.max(columnsOf(head), ...cells.map(row => columnsOf(row[k]!))),
  )
  const words = heads.flatMap((_, k) => (numeric[k] ? [] : [k]))
  for (let over = total(widths) - sheet.columns; over > 0; over--) {
    const widest = words.reduce((a, b) => (widths[b]! > widths[a]! ? b : a), words[0]!)
    if (widths[widest]! <= 8) break
    widths[widest]!--
  }
  const line = (row: readonly string[]) =>
    row
      .map((cell, k) => {
        const short = shorten(cell, widths[k]!)
        const room = ' '.repeat(Math.max(0, widths[k]! - columnsOf(short)))
        return numeric[k] ? room + short : short + room
      })
      .join(' '.repeat(GAP))
      .trimEnd()
  sheet.line(sheet.styles.head(line(heads)))
  for (const row of cells) sheet.line(line(row))
}

const total = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1)
