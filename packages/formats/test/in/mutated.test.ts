import fc from 'fast-check'
import { expect, it } from 'vitest'
import { forAll } from '../../../engine/test/seed.js'
import { feed } from '../../src/in/feed.js'
import { type InFormat, LIMITS } from '../../src/in/incoming.js'
import { json } from '../../src/in/json.js'
import { jsonl } from '../../src/in/jsonl.js'
import { newsml } from '../../src/in/newsml.js'
import { ninjs } from '../../src/in/ninjs.js'
import { nitf } from '../../src/in/nitf.js'
import { plain } from '../../src/in/plain.js'
import { subtitles } from '../../src/in/subtitles.js'
import { change, mutate, RUNS } from './mutate.js'
import { readAll, sourceOf } from './reading.js'

const LONG = 'It rained in Hallin, the “harbour” board said. '.repeat(5)
const NITF = `<nitf><head><title>a &amp; b</title><docdata><date.issue norm="20260316"/></docdata></head><body><body.head><byline>By <person>Ida Krell</person></byline><dateline>HALLIN</dateline></body.head><body.content><p>It <em>rained</em> &#8212; a lot.<br/>All&#13;day.</p><table><tr/></table><![CDATA[<p>x]]></body.content></body></nitf>`
const ITEM = `<item xml:lang="en"><title>R &amp;amp; D</title><link>http://a.example/?a=1&amp;b</link><guid>1</guid><dc:creator>Ida Krell</dc:creator><pubDate>Mon, 16 Mar 2026 09:00:00 GMT</pubDate><content:encoded><![CDATA[<p>${LONG}</p><ul><li>&eacute;</ul>]]></content:encoded></item>`

const SEEDS: readonly (readonly [InFormat, readonly string[]])[] = [
  [nitf, [NITF, `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd">${NITF}`]],
  [
    newsml,
    [
      `<newsMessage><itemSet><newsItem guid="a" version="1"><itemMeta><pubStatus qcode="stat:usable"/><versionCreated>2026-03-16</versionCreated></itemMeta><contentMeta><headline>x</headline><dateline>H</dateline></contentMeta><contentSet><inlineXML>${NITF}</inlineXML></contentSet></newsItem><newsItem><contentSet><inlineData contenttype="text/html">&lt;p&gt;a&lt;/p&gt;</inlineData></contentSet></newsItem></itemSet></newsMessage>`,
      `<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>x</HeadLine></NewsLines><ContentItem><DataContent>${NITF}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
    ],
  ],
  [
    feed,
    [
      `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>C</title>${ITEM}${ITEM}</channel></rss>`,
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${LONG}</p></div></content></entry></feed>`,
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1',
        items: [{ id: 1, content_html: `<p>${LONG}` }, { content_text: LONG }],
      }),
    ],
  ],
  [
    ninjs,
    [
      JSON.stringify({
        uri: 'u',
        body_text: 'It "rained"\n…',
        body_xhtml: '<p>It</p><p>rained</p>',
        bodies: [{ contentType: 'x/nitf', value: NITF }],
        associations: { a: { type: 'text', body_text: 'x' } },
      }),
    ],
  ],
  [
    json,
    [
      JSON.stringify([
        { id: 'a', text: 'It "rained" \\ …', byline: ['A'], published: '2026-03-16' },
        { schema: 'onrecord/1', story: { text: 'x' } },
      ]),
    ],
  ],
  [jsonl, ['{"id":"a","text":"It \\"rained\\""}\n\n{"text":"\\u201c…"}\r\n']],
  [plain, ['It rained.\r\n\r\n“All day.”\n']],
  [
    subtitles,
    [
      '1\n00:00:01,000 --> 00:00:03,000\n- JANE DOE: <i>Where</i>?\n\n2\n00:00:03,000 --> 00:00:09,000\n- Where?\n>> There.\n',
      'WEBVTT\nLanguage: en\n\nNOTE x\n\n00:01.000 --> 00:02.000 align:left\n<v.a Ida Krell>It &amp; <c>rained</c>\n\na\n00:02.000 --> 00:03.000\nIt &amp; rained\nAll day.\n',
    ],
  ],
]

it.each(SEEDS.map(([format, sources]) => [format.name, format, sources] as const))(
  '%s: no change of a file makes it throw, or lose its way back',
  async (_, format, sources) => {
    const limits = { ...LIMITS, documentBytes: 6000, nodes: 300, depth: 30, entries: 20 }
    let stories = 0
    let problems = 0
    await forAll(
      fc.tuple(fc.constantFrom(...sources), fc.array(change, { maxLength: 4 })),
      RUNS,
      async ([source, changes]) => {
        const bytes = mutate(source, changes)
        format.sniff(bytes.subarray(0, 4096))
        const all = await readAll(format, bytes, {}, limits)
        if (format !== jsonl && bytes.length > 0) expect(all.length).toBeGreaterThan(0)
        for (const found of all) {
          if ('problem' in found) {
            problems++
            expect(found.problem.message.length).toBeLessThan(1000)
          } else {
            stories++
            expect(found.story.text.length).toBeLessThanOrEqual(limits.documentBytes * 2)
          }
        }
      },
    )
    // the changes are neither too harmless nor too harsh to tell anything
    expect(stories).toBeGreaterThan(20)
    expect(problems).toBeGreaterThan(20)
  },
)

const many = 200_000
it.each([
  ['open tags', nitf, '<a>'.repeat(many)],
  ['elements', nitf, `<nitf>${'<p/>'.repeat(many)}</nitf>`],
  ['attributes', nitf, `<nitf ${Array.from({ length: many }, (_, i) => `a${i}=""`).join(' ')}/>`],
  [
    'paragraphs',
    nitf,
    `<nitf><body><body.content>${'<p>a</p>'.repeat(many)}</body.content></body></nitf>`,
  ],
  [
    'references',
    nitf,
    `<nitf><body><body.content>${'&amp; '.repeat(many)}</body.content></body></nitf>`,
  ],
  ['an open comment', nitf, `<!--${'-'.repeat(many)}`],
  ['comments', nitf, '<!-- -->'.repeat(many)],
  ['a long doctype', nitf, `<!DOCTYPE nitf ${' '.repeat(many)}SYSTEM "`],
  ['open items', feed, `<rss>${'<item>'.repeat(many)}`],
  ['open items beyond the limit', feed, `<rss><channel>${'<item><title>&'.repeat(many)}`],
  ['entries of nothing', feed, `<feed>${'<entry/>'.repeat(many)}</feed>`],
  [
    'lone &s',
    feed,
    `<rss><channel><item><description>${'& '.repeat(many)}</description></item></channel></rss>`,
  ],
  [
    'escaped markup',
    feed,
    `<rss><channel><item><description>${'&lt;b>'.repeat(many)}</description></item></channel></rss>`,
  ],
  ['brackets', json, '['.repeat(many)],
  ['backslashes', json, `{"text":"${'\\\\'.repeat(many)}"}`],
  ['quotes', json, `{"text":"${'\\"'.repeat(many)}"}`],
  ['members', ninjs, `{${Array.from({ length: many }, (_, i) => `"body_a${i}":"x"`).join(',')}}`],
  ['associations', ninjs, `{"associations":[${'{},'.repeat(many)}{}]}`],
  ['blank lines', jsonl, '\n'.repeat(many)],
  ['cues', subtitles, '00:00:01,000 --> 00:00:02,000\nA\n'.repeat(many / 4)],
  ['one line', subtitles, `00:00:01,000 --> 00:00:02,000\n${'<i>A '.repeat(many)}`],
  ['arrows', subtitles, '-->'.repeat(many)],
  ['capitals', subtitles, `00:00:01,000 --> 00:00:02,000\n${'AB '.repeat(many)}:`],
])('comes to an end with very many %s', async (_, format, source) => {
  let results = 0
  for await (const _ of format.read(sourceOf(source), LIMITS)) results++
  expect(results).toBeLessThanOrEqual(many)
})
