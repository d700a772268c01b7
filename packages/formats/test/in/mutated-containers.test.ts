import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { forAll } from '../../../engine/test/seed.js'
import { gzip } from '../../src/in/gzip.js'
import { decodePage, html } from '../../src/in/html.js'
import { type InFormat, LIMITS } from '../../src/in/incoming.js'
import { pdf } from '../../src/in/pdf.js'
import { wacz } from '../../src/in/wacz.js'
import { warc } from '../../src/in/warc.js'
import { mutate, RUNS, change as smallChange } from './mutate.js'
import { column, writePdf } from './pdf/write-pdf.js'
import { readAll, sourceOf } from './reading.js'
import { page, writeWarc } from './warc/write-warc.js'
import { writeZip } from './zip/write-zip.js'

const HTML = page('fog', 3).replace(
  '<article>',
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"fog","author":[{"name":"Ida Krell"}]}</script><!-- a --><table><tr><td>1<template><p>t</template></table><article>`,
)
const FIELDS = [
  'Content-Length: ',
  'Content-Length: 99999999999',
  'WARC/1.0\r\n',
  'Transfer-Encoding: chunked\r\n',
]
const MARKUP = [
  '<template>',
  '</article>',
  '<svg>',
  '<math>',
  '<table>',
  '<select>',
  '<plaintext>',
  '<meta charset="utf-16">',
  '&#x110000;',
]
const PACKED = [
  '\x1f\x8b\x08',
  'PK\x03\x04',
  'PK\x01\x02',
  'PK\x05\x06',
  '\xff\xff\xff\xff',
  '\0\0\0\0',
]
const OBJECTS = [
  ' obj',
  'endobj',
  'stream',
  'endstream',
  ' 0 R',
  '<<',
  '>>',
  '/Kids [2 0 R]',
  '/Length -1',
  '99999999999',
  'xref',
  'trailer',
]

/** Also what makes such files up. */
const change = fc.oneof(
  smallChange,
  fc.record({
    at: fc.nat(20_000),
    cut: fc.nat(8),
    put: fc
      .constantFrom(...FIELDS, ...MARKUP, ...PACKED, ...OBJECTS)
      .map(put => Buffer.from(put, 'latin1')),
  }),
)

/** Small enough that changed files reach them. */
const limits = {
  ...LIMITS,
  documentBytes: 20_000,
  entryBytes: 20_000,
  inflatedBytes: 60_000,
  nodes: 300,
  depth: 30,
  entries: 20,
}

const sources = new Map<InFormat, readonly Uint8Array[]>()
beforeAll(async () => {
  const pages = [
    { id: 'one', url: 'https://tamsel.example/one', body: HTML },
    { id: 'two', url: 'https://tamsel.example/two', body: page('two', 2) },
  ]
  const plain = await writeWarc(pages)
  const packed = await writeWarc(pages, true)
  sources.set(html, [Buffer.from(HTML), Buffer.from(HTML, 'utf16le')])
  sources.set(warc, [plain, packed])
  sources.set(gzip, [
    gzipSync(HTML),
    Buffer.concat([gzipSync('It rained in Hallin. '), gzipSync('“All day,” said Ida Krell.')]),
  ])
  sources.set(wacz, [
    writeZip([
      { name: 'datapackage.json', bytes: '{"profile":"data-package","wacz_version":"1.1.1"}' },
      { name: 'archive/data.warc.gz', bytes: packed, stored: true },
      {
        name: 'pages/pages.jsonl',
        bytes: '{"format":"json-pages-1.0"}\n{"url":"https://tamsel.example/one"}\n',
      },
    ]),
  ])
  const lines = [
    'It rained in Hallin all day, and the harbour',
    'board said that nobody had minded it at all.',
  ]
  sources.set(pdf, [
    writePdf([column(lines, 72, 90), column(lines, 72, 90)], { info: { Title: 'Fog' } }),
  ])
})

describe.each([
  [html, RUNS],
  [warc, RUNS],
  [gzip, RUNS],
  [wacz, RUNS],
  // a process of its own reads each
  [pdf, Math.ceil(RUNS / 20)],
])('$name', (format, runs) => {
  it('no change of a file makes it throw, hang or exceed its limits', async () => {
    const files = sources.get(format)!
    let stories = 0
    let problems = 0
    await forAll(
      fc.tuple(fc.constantFrom(...files), fc.array(change, { maxLength: 4 })),
      runs,
      async ([source, changes]) => {
        const bytes = mutate(source, changes)
        format.sniff(bytes.subarray(0, 4096))
        for (const found of await readAll(
          format,
          bytes,
          { name: `a.${format.name}` },
          limits,
          decodePage,
        )) {
          if ('problem' in found) {
            problems++
            expect(found.problem.message.length).toBeLessThan(1000)
          } else {
            stories++
            expect(found.story.text.length).toBeLessThanOrEqual(limits.inflatedBytes)
          }
        }
      },
    )
    // the changes are neither too harmless nor too harsh to tell anything
    expect(stories).toBeGreaterThan(runs / 40)
    expect(problems).toBeGreaterThan(0)
  })

  it('bytes of no kind of file give a problem at most', async () => {
    await forAll(fc.uint8Array({ maxLength: 2000 }), Math.ceil(runs / 4), async bytes => {
      format.sniff(bytes)
      await readAll(format, bytes, {}, limits, decodePage)
    })
  })
})

const many = 100_000
it.each([
  ['open elements', html, '<div>'.repeat(many)],
  ['formatting elements', html, '<b><p>'.repeat(many / 10)],
  ['tables in tables', html, '<table><tr><td>'.repeat(many / 10)],
  ['attributes', html, `<p ${Array.from({ length: many }, (_, i) => `a${i}`).join(' ')}>`],
  ['metas', html, '<meta name="author" content="Ida Krell">'.repeat(many / 10)],
  ['comments', html, '<!-- -->'.repeat(many)],
  ['scripts', html, '<script type="application/ld+json">[[</script>'.repeat(many / 10)],
  ['lone &s', html, `<p>${'& &amp '.repeat(many / 10)}`],
  ['line ends', html, `<article>${'<br>\n'.repeat(many)}</article>`],
  ['fields of a record', warc, `WARC/1.0\r\n${'A: b\r\n'.repeat(many)}`],
  ['records of nothing', warc, 'WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n'.repeat(many / 10)],
  ['members', gzip, Buffer.concat(Array.from({ length: many / 10 }, () => gzipSync('')))],
  [
    'entries',
    wacz,
    writeZip(Array.from({ length: 5000 }, (_, i) => ({ name: `a${i}`, bytes: '' }))),
  ],
  ['brackets', pdf, `%PDF-1.4\n${'['.repeat(many)}`],
  ['objects', pdf, `%PDF-1.4\n${'1 0 obj\n<< /Kids [1 0 R] >>\nendobj\n'.repeat(many / 10)}`],
])('comes to an end with very many %s', async (_, format, source) => {
  let results = 0
  for await (const _ of format.read(sourceOf(source), LIMITS)) results++
  expect(results).toBeLessThanOrEqual(many)
})
