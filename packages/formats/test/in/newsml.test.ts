import { expect, it } from 'vitest'
import { newsml } from '../../src/in/newsml.js'
import { outline, readAll, storiesOf, storyOf } from './reading.js'

const item = (
  inner: string,
  more = '',
  status = 'stat:usable',
) => `<newsItem guid="urn:newsml:vpa.example:2026:ferry" version="3" xml:lang="en" standard="NewsML-G2">
  <rightsInfo><copyrightHolder><name>VPA Rights</name></copyrightHolder></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider qcode="nprov:VPA"><name>Vale Press Agency</name></provider>
    <versionCreated>2026-03-16T10:30:00+01:00</versionCreated>
    <firstCreated>2026-03-16T09:00:00+01:00</firstCreated>
    <pubStatus qcode="${status}"/>
    <title>ferry slug</title>
  </itemMeta>
  <contentMeta>
    <creator qcode="staff:17"><name>Marta Lindqvist</name></creator>
    <creator qcode="staff:18"/>
    <language tag="en-GB"/>
    <headline role="hld:sub">A line of its own</headline>
    <headline role="hld:main">Ferry to stop</headline>
    ${more}
  </contentMeta>
  <contentSet>${inner}</contentSet>
</newsItem>`

const G2 = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
const document = (inner: string) => inner.replace('<newsItem', `<newsItem ${G2}`)

const NITF = `<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Other</hl1></hedline><dateline>HALLIN (VPA)</dateline></body.head><body.content><p>It rained.</p><p>A lot.</p></body.content></body></nitf></inlineXML>`
const XHTML = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head><body><h1>Rain</h1><div><p>It <b>rained</b>.<br/>A&nbsp;lot.</p></div><figure><figcaption>A cloud.</figcaption></figure></body></html></inlineXML>`

it.each([
  ['NITF', NITF, 'HALLIN (VPA) — It rained.\n\nA lot.'],
  ['XHTML', XHTML, 'Rain\n\nIt rained.\nA\u00a0lot.'],
  [
    'plain text',
    '<inlineData contenttype="text/plain">\n It rained.\n\n A  lot. \n</inlineData>',
    'It rained.\n\n A  lot.',
  ],
  [
    'HTML as data',
    '<inlineData contenttype="text/html">&lt;p&gt;It rained &amp;amp; rained.&lt;/p&gt;&lt;p&gt;A lot.&lt;/p&gt;</inlineData>',
    'It rained & rained.\n\nA lot.',
  ],
  [
    'the first part with words',
    `<remoteContent href="x.jpg"/><inlineData contenttype="image/jpeg" encoding="base64">AAAA</inlineData><inlineXML contenttype="application/nitf+xml"><nitf/></inlineXML>${NITF}`,
    'HALLIN (VPA) — It rained.\n\nA lot.',
  ],
])('reads %s', async (_, inner, text) => {
  expect((await storyOf(newsml, document(item(inner)))).text).toBe(text)
})

it('takes the metadata, and looks no code up', async () => {
  const story = await storyOf(newsml, document(item(XHTML)))
  expect({ ...story, text: '', back: [], original: undefined }).toEqual({
    text: '',
    back: [],
    original: undefined,
    kind: 'story',
    mediaType: 'application/vnd.iptc.g2.newsitem+xml',
    id: 'urn:newsml:vpa.example:2026:ferry',
    version: '3',
    title: 'Ferry to stop',
    outlet: 'Vale Press Agency',
    byline: ['Marta Lindqvist'],
    published: '2026-03-16T09:00:00+01:00',
    updated: '2026-03-16T10:30:00+01:00',
    language: 'en-GB',
  })
})

it('puts the dateline of the item in front', async () => {
  const story = await storyOf(
    newsml,
    document(
      item(
        XHTML.replace('<h1>Rain</h1>', ''),
        '<dateline>HALLIN, March 16</dateline><by>By Jon Arvo</by>',
      ),
    ),
  )
  expect(story.text).toBe('HALLIN, March 16 — It rained.\nA\u00a0lot.')
})

it('reads a message of several, each from its own place', async () => {
  const picture =
    '<newsItem guid="p"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>'
  const all = await readAll(
    newsml,
    `<newsMessage ${G2}><header/><itemSet>${item(NITF)}${picture}${item(XHTML, '', 'stat:canceled')}<packageItem/>${item(XHTML, '', 'http://cv.iptc.org/newscodes/pubstatusg2/withheld')}${item(XHTML)}</itemSet></newsMessage>`,
  )
  expect(outline(all)).toEqual(['story@1', 'cancelled@3', 'withheld@4', 'story@5'])
  for (const found of all) {
    if ('story' in found)
      expect(new TextDecoder().decode(found.story.original)).toMatch(/^<newsItem.*<\/newsItem>$/s)
  }
})

it.each([
  [
    'a package',
    `<packageItem ${G2}><groupSet><group><itemRef residref="x"/></group></groupSet></packageItem>`,
    'no-text',
  ],
  ['a picture', document(item('<remoteContent href="x.jpg"/>')), 'no-text'],
  ['a cancelled item', document(item(NITF, '', 'stat:canceled')), 'cancelled'],
  ['another root', '<nitf/>', 'broken'],
  ['no end', '<newsItem>', 'broken'],
  ['entities', '<!DOCTYPE newsItem [<!ENTITY a "b">]><newsItem/>', 'doctype'],
])('gives a problem for %s', async (_, source, code) => {
  expect(outline(await readAll(newsml, source))).toEqual([`${code}@`])
})

const old = (status = 'Usable') => `<?xml version="1.0"?><!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd">
<NewsML><NewsEnvelope/><NewsItem>
  <Identification><NewsIdentifier><ProviderId>vpa.example</ProviderId><NewsItemId>ferry</NewsItemId><RevisionId PreviousRevision="1">2</RevisionId><PublicIdentifier>urn:newsml:vpa.example:ferry:2</PublicIdentifier></NewsIdentifier></Identification>
  <NewsManagement><FirstCreated>20260316T090000Z</FirstCreated><ThisRevisionCreated>20260316T103000Z</ThisRevisionCreated><Status FormalName="${status}"/></NewsManagement>
  <NewsComponent>
    <NewsLines><HeadLine>Ferry to stop</HeadLine><ByLine>By Jon Arvo</ByLine></NewsLines>
    <NewsComponent><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
      <ContentItem><MediaType FormalName="Text"/><DataContent><nitf><body><body.content><p>It rained.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent>
    <NewsComponent><NewsLines><HeadLine>Aside</HeadLine></NewsLines>
      <ContentItem><DataContent><p>It snowed.</p><p>Once.</p></DataContent></ContentItem></NewsComponent>
    <NewsComponent><ContentItem><MediaType FormalName="Photo"/><DataContent>AAAA</DataContent></ContentItem></NewsComponent>
  </NewsComponent>
</NewsItem></NewsML>`

it('reads NewsML 1', async () => {
  const stories = await storiesOf(newsml, old())
  expect(stories.map(({ text, title }) => [text, title])).toEqual([
    ['It rained.', 'Ferry to stop'],
    ['It snowed.\n\nOnce.', 'Aside'],
  ])
  expect(stories[0]).toMatchObject({
    id: 'urn:newsml:vpa.example:ferry:2',
    version: '2',
    outlet: 'vpa.example',
    byline: ['Jon Arvo'],
    published: '2026-03-16T09:00:00Z',
    updated: '2026-03-16T10:30:00Z',
    language: 'en',
  })
  expect(outline(await readAll(newsml, old('Canceled')))).toEqual(['cancelled@1'])
})
