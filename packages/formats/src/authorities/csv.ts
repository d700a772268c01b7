import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { type AuthorityRow, entryOf } from './entry.js'

const LONGEST_ROW = 1_000_000

/** Rows of a CSV file (RFC 4180) whose first line names its columns. A row that is not whole is a problem, the next goes on. */
export async function* csvAuthorities(
  bytes: AsyncIterable<Uint8Array>,
  scheme: string | undefined,
): AsyncGenerator<AuthorityRow> {
  const skipped: AuthorityRow[] = []
  const parser = parse({
    bom: true,
    columns: (names: string[]) => names.map(name => name.trim().toLowerCase()),
    info: true,
    max_record_size: LONGEST_ROW,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: error => {
      skipped.push({ line: Number(error?.lines ?? 0), problem: sayError(error) })
      return undefined
    },
  })
  const source = Readable.from(bytes)
  source.on('error', error => parser.destroy(error))
  source.pipe(parser)
  for await (const { record, info } of parser as AsyncIterable<{
    record: Record<string, string>
    info: { lines: number }
  }>) {
    yield* skipped.splice(0)
    const entry = entryOf(record, scheme)
    yield typeof entry === 'string'
      ? { line: info.lines, problem: entry }
      : { line: info.lines, entry }
  }
  yield* skipped
}

const sayError = (error: CsvError | undefined): string =>
  `It is no row of this table: ${error?.message ?? 'it cannot be read'}.`
