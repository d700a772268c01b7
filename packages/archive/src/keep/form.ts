import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { ArchiveError } from '../errors.js'
import type { Cell, Chunk, Row } from './chunks.js'

/**
 * The portable form of an archive: JSON lines in gzip, the same for every database.
 *
 *     {"onrecord":"archive/1","schema":2,"archive":"…","made":"…"}      what it is
 *     {"table":"source","columns":["id",…],"blobs":[]}                  a table, then a line for each of its rows:
 *     [1,"Courier","full",null,null]                                    bytes stand in base 64
 *     …
 *     {"end":true,"rows":{"source":1,…},"sha256":"…"}                   how many rows; the hash of all lines before
 */
export const FORM = 'archive/1'

export interface Header {
  readonly schema: number
  /** The archive's id. */
  readonly archive: string
  readonly made: string
}

/** Bytes of a line at most: of an original with its base 64. */
const LONGEST_LINE = 400_000_000

/** The lines, some at a time. */
export async function* encode(
  header: Header,
  chunks: AsyncIterable<Chunk>,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  const counts: Record<string, number> = {}
  const hashed = (lines: readonly unknown[]) => {
    const bytes = Buffer.from(lines.map(line => `${JSON.stringify(line)}\n`).join(''))
    hash.update(bytes)
    return bytes
  }
  yield hashed([{ onrecord: FORM, ...header }])
  for await (const { table, columns, blobs, rows } of chunks) {
    if (counts[table] === undefined) {
      counts[table] = 0
      yield hashed([{ table, columns, blobs }])
    }
    counts[table] += rows.length
    if (rows.length > 0) yield hashed(rows.map(row => row.map(toJson)))
  }
  yield Buffer.from(`${JSON.stringify({ end: true, rows: counts, sha256: hash.digest('hex') })}\n`)
}

const toJson = (cell: Cell): string | number | null =>
  cell instanceof Uint8Array
    ? Buffer.from(cell.buffer, cell.byteOffset, cell.length).toString('base64')
    : cell

/** A file in the portable form, open: what it is, and its rows. To be read to the end: only there it is known whole. */
export interface Opened {
  readonly header: Header
  readonly chunks: AsyncGenerator<Chunk, Readonly<Record<string, number>>>
}

/** Rejects with 'broken' where the file is no export, damaged, or cut short; so do its chunks. */
export async function openExport(path: string): Promise<Opened> {
  const lines = linesOf(path)
  const first = await lines.next()
  const header = first.done
    ? undefined
    : (parse(first.value, path) as Partial<Header> & { onrecord?: unknown })
  if (header?.onrecord !== FORM || !Number.isInteger(header.schema) || !header.archive) {
    await lines.return(undefined)
    throw broken(path, 'it is no export of an archive')
  }
  const { schema, archive, made = '' } = header as Header
  return { header: { schema, archive, made }, chunks: decode(path, first.value as Buffer, lines) }
}

const ROWS = 500

async function* decode(
  path: string,
  first: Buffer,
  lines: AsyncGenerator<Buffer>,
): Opened['chunks'] {
  const hash = createHash('sha256')
  const add = (line: Buffer) => hash.update(line).update('\n')
  add(first)
  const counts: Record<string, number> = {}
  let table: Omit<Chunk, 'rows'> | undefined
  let rows: Row[] = []
  let weight = 0
  for await (const line of lines) {
    if (line[0] === OPENING_BRACE) {
      if (table) yield { ...table, rows }
      rows = []
      weight = 0
      const told = parse(line, path) as {
        end?: true
        sha256?: string
        rows?: typeof counts
      } & typeof table
      if (told.end) {
        if (told.sha256 !== hash.digest('hex')) throw broken(path, 'its checksum does not fit')
        if (JSON.stringify(told.rows) !== JSON.stringify(counts))
          throw broken(path, 'rows are missing')
        if (!(await lines.next()).done) throw broken(path, 'something stands behind its end')
        return counts
      }
      table = { table: told.table, columns: told.columns, blobs: told.blobs }
      counts[table.table] = 0
    } else {
      if (!table) throw broken(path, 'a row stands before its table')
      const bytes = table.blobs.map(column => table!.columns.indexOf(column))
      const row = parse(line, path) as Cell[]
      for (const at of bytes) if (row[at] != null) row[at] = Buffer.from(String(row[at]), 'base64')
      rows.push(row)
      counts[table.table]! += 1
      weight += line.length
      if (rows.length >= ROWS || weight > 4_000_000) {
        yield { ...table, rows }
        rows = []
        weight = 0
      }
    }
    add(line)
  }
  throw broken(path, 'it is cut short')
}

const OPENING_BRACE = 0x7b
const NEWLINE = 0x0a

async function* linesOf(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  const unzipped = createGunzip()
  file.on('error', error => unzipped.destroy(error))
  file.pipe(unzipped)
  let parts: Buffer[] = []
  let held = 0
  try {
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      let from = 0
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
        parts.push(chunk.subarray(from, end))
        yield parts.length === 1 ? parts[0]! : Buffer.concat(parts)
        parts = []
        held = 0
        from = end + 1
      }
      if (from < chunk.length) {
        parts.push(chunk.subarray(from))
        held += chunk.length - from
        if (held > LONGEST_LINE) throw broken(path, `a line is longer than ${LONGEST_LINE} bytes`)
      }
    }
    if (held > 0) throw broken(path, 'it is cut short')
  } catch (error) {
    throw explainGzip(error, path)
  } finally {
    file.destroy()
    unzipped.destroy()
  }
}

function explainGzip(error: unknown, path: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === 'Z_BUF_ERROR') return broken(path, 'it is cut short')
  if (/^Z_/.test(code)) return broken(path, 'it is damaged, or no export')
  return error
}

function parse(line: Buffer, path: string): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    throw broken(path, 'it holds a line that is no JSON')
  }
}

export const broken = (path: string, why: string): ArchiveError =>
  new ArchiveError(
    'broken',
    `${path} cannot be restored: ${why}. Take another copy; nothing was changed.`,
  )
