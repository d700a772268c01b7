import { WARCRecord, WARCSerializer } from 'warcio'

export interface Written {
  readonly id?: string
  readonly type?: 'response' | 'resource' | 'request' | 'revisit' | 'metadata' | 'warcinfo'
  readonly url?: string
  readonly status?: string
  /** Of the HTTP answer; of a resource, of the record. */
  readonly headers?: Readonly<Record<string, string>>
  readonly warcHeaders?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** One record as warcio writes it, a gzip member of its own where asked for. */
export async function writeRecord(record: Written, gzip = false): Promise<Uint8Array> {
  const { id = 'r1', type = 'response', url = 'https://tamsel.example/fog', body = '' } = record
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const { status = '200 OK', headers = { 'Content-Type': 'text/html' } } = record
  const written = WARCRecord.create(
    {
      type,
      url,
      date: '2026-03-09T05:00:00Z',
      statusline: `HTTP/1.1 ${status}`,
      ...(type === 'response' && { httpHeaders: { ...headers } }),
      warcHeaders: {
        'WARC-Record-ID': `<urn:x:${id}>`,
        ...(type === 'resource' && headers),
        ...record.warcHeaders,
      },
    },
    [bytes],
  )
  return WARCSerializer.serialize(written, { gzip })
}

export async function writeWarc(records: readonly Written[], gzip = false): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for (const record of records) parts.push(await writeRecord(record, gzip))
  return Buffer.concat(parts)
}

/** A page with an article that any extractor finds; the same words for the same name. */
export function page(name: string, paragraphs = 4): string {
  const words = Array.from(
    { length: paragraphs },
    (_, i) =>
      `<p>${name} number ${i + 1}: the ferry lay in the fog off Port Tamsel for an hour, and the harbour master, Oda Wirrel, said that nobody on board had minded it at all.</p>`,
  )
  return `<!doctype html><html lang="en"><head><title>${name}</title><meta charset="utf-8"></head><body><article><h1>${name}</h1>${words.join('\n')}</article></body></html>`
}
