/** A value of a table: numbers are written as they are, and nothing as an empty cell. */
export type Cell = string | number | undefined

/** A row of CSV as RFC 4180 has it: commas, CRLF. */
export const row = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`

/** A cell. One that a spreadsheet would run as a formula gets an apostrophe in front. */
function cell(value: Cell): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
