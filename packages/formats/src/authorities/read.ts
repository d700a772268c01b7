import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { csvAuthorities } from './csv.js'
import { type AuthorityForm, type AuthorityRow, entryOf } from './entry.js'
import { jsonItems } from './lines.js'
import { wikidataEntry } from './wikidata.js'

export interface AuthorityOptions {
  readonly form: AuthorityForm
  /** Whose identifiers they are, where rows do not say. */
  readonly scheme?: string | undefined
}

/** The rows of an authority file, gzipped or not, one after another; no more than one is held. Each bad row is a problem. */
export async function* readAuthorities(
  bytes: AsyncIterable<Uint8Array>,
  { form, scheme }: AuthorityOptions,
): AsyncGenerator<AuthorityRow> {
  const plain = unzipped(bytes)
  if (form === 'csv') {
    yield* csvAuthorities(plain, scheme)
    return
  }
  for await (const item of jsonItems(plain)) {
    const { line } = item
    if ('problem' in item) yield item
    else {
      const entry = form === 'wikidata' ? wikidataEntry(item.value) : jsonEntry(item.value, scheme)
      yield typeof entry === 'string' ? { line, problem: entry } : { line, entry }
    }
  }
}

const jsonEntry = (value: unknown, scheme: string | undefined) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? entryOf(value as Readonly<Record<string, unknown>>, scheme)
    : 'It is no object: {"id": …, "name": …} is needed.'

async function* unzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done) return
  async function* all() {
    yield first.value as Uint8Array
    yield* { [Symbol.asyncIterator]: () => chunks }
  }
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* all()
    return
  }
  const gunzip = createGunzip()
  // an error of either destroys the other, and is thrown to whoever reads
  pipeline(Readable.from(all()), gunzip, () => {})
  yield* gunzip as AsyncIterable<Uint8Array>
}
