/**
 * A reader of RFC 4180, strict: rows end in CRLF, a cell with a mark, a comma or a line's end in it is quoted. Throws
 * where the text is none.
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  let row: string[] = []
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const match = cell.exec(text)
    if (!match) throw new Error(`No CSV at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`)
    const [, quoted, plain, end] = match
    row.push(quoted?.replaceAll('""', '"') ?? plain!)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  if (row.length > 0) throw new Error('The last row has no end')
  return rows
}

/** What a cell said before it was made safe for spreadsheets. */
export const unguarded = (cell: string): string => cell.replace(/^'('*[=+\-@\t\r])/, '$1')
