import { expect, it } from 'vitest'
import { nitf } from '../../src/in/nitf.js'
import { outline, readAll, storyOf, withoutWayBack } from './reading.js'

const WHOLE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "nitf-3-4.dtd">
<nitf xml:lang="en-GB">
  <head>
    <title>ferry slug</title>
    <docdata>
      <doc-id id-string="vpa-2026-0316-ferry" regsrc="VPA"/>
      <urgency ed-urg="3"/>
      <date.issue norm="20260316T090000Z"/>
      <date.release norm="20260317T090000Z"/>
      <doc.copyright holder="Vale Press Agency" year="2026"/>
      <du-key version="2" key="ferry"/>
      <ed-msg info="Corrects paragraph 2"/>
    </docdata>
    <pubdata name="The Hallin Courier" date.publication="20260318"/>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Ferry  to <em>stop</em> &mdash; for good</hl1><hl2>A line of its own</hl2></hedline>
      <note><body.content><p>Not for print.</p></body.content></note>
      <byline>By <person>Marta Lindqvist</person> and <person>Jon Arvo</person><byttl>Staff Writers</byttl></byline>
      <dateline><location>PORT HALLIN</location>, <story.date norm="20260316">March 16</story.date> (VPA)</dateline>
    </body.head>
    <body.content>
      <block>
        <p>The last   ferry will
           sail in May, the <org>harbour board</org> said.</p>
        <ed-msg info="check spelling"/>
        <media media-type="image"><media-caption>The ferry at the quay.</media-caption></media>
        <hl2>What the board says</hl2>
        <p>&ldquo;We are sorry,&rdquo; <person>Ola Berg</person> said.<br/>He took no questions<fn><p>A footnote.</p></fn>.</p>
        <table><tr><td>1</td></tr></table>
        <bq><block><p>It was our life.</p></block><credit>A sailor</credit></bq>
        <ul><li>One boat is sold.</li><li><![CDATA[Two are <scrapped> & gone.]]></li></ul>
      </block>
    </body.content>
    <body.end><tagline>VPA</tagline></body.end>
  </body>
</nitf>`

it('reads a story of a wire', async () => {
  const story = await storyOf(nitf, WHOLE)
  expect(story.text).toBe(
    [
      'PORT HALLIN, March 16 (VPA) — The last ferry will sail in May, the harbour board said.',
      'What the board says',
      '“We are sorry,” Ola Berg said.\nHe took no questions.',
      'It was our life.',
      'A sailor',
      'One boat is sold.',
      'Two are <scrapped> & gone.',
    ].join('\n\n'),
  )
  expect({ ...story, text: '', back: [], original: undefined }).toEqual({
    text: '',
    back: [],
    original: undefined,
    kind: 'story',
    mediaType: 'application/nitf+xml',
    id: 'vpa-2026-0316-ferry',
    version: '2',
    title: 'Ferry to stop — for good',
    outlet: 'The Hallin Courier',
    byline: ['Marta Lindqvist', 'Jon Arvo'],
    published: '2026-03-16T09:00:00Z',
    language: 'en-GB',
  })
  // only what is written otherwise, or not there at all, has no way back
  expect(withoutWayBack(story).join('|')).toBe(' — | |\n\n|\n\n“|”|\n|\n\n|\n\n|\n\n|\n\n')
})

const small = (head: string, body: string) =>
  `<nitf><body><body.head>${head}</body.head><body.content>${body}</body.content></body></nitf>`

it.each([
  [
    'a dateline',
    small('<dateline>HALLIN (VPA)</dateline>', '<p>It rained.</p>'),
    'HALLIN (VPA) — It rained.',
  ],
  [
    'a dateline with its dash',
    small('<dateline>HALLIN –</dateline>', '<p>It rained.</p>'),
    'HALLIN – It rained.',
  ],
  [
    'a dateline said twice',
    small('<dateline>Hallin (VPA)</dateline>', '<p>HALLIN (VPA) -- It rained.</p>'),
    'HALLIN (VPA) -- It rained.',
  ],
  ['an empty dateline', small('<dateline> </dateline>', '<p>It rained.</p>'), 'It rained.'],
  ['no paragraphs', small('', 'It rained.'), 'It rained.'],
  [
    'several bodies',
    `<nitf><body><body.content><p>One.</p></body.content><body.content><p>Two.</p></body.content></body></nitf>`,
    'One.\n\nTwo.',
  ],
])('reads %s', async (_, source, text) => {
  expect((await storyOf(nitf, source)).text).toBe(text)
})

it.each([
  ['a byline in words', '<byline>By Ole Brandt, VPA</byline>', ['Ole Brandt']],
  [
    'a byline with a job title',
    '<byline>By Ole Brandt <byttl>Chief Harbour Man</byttl></byline>',
    ['Ole Brandt'],
  ],
  ['an agency', '<byline>VPA</byline>', undefined],
  [
    'two bylines',
    '<byline>By Ole Brandt</byline><byline>Ida Krell</byline>',
    ['Ole Brandt', 'Ida Krell'],
  ],
])('takes the people of %s', async (_, head, byline) => {
  expect((await storyOf(nitf, small(head, '<p>It rained.</p>'))).byline).toEqual(byline)
})

it('takes what it can where the first choice is missing or wrong', async () => {
  const story = await storyOf(
    nitf,
    `<nitf><head><title>Rain</title><docdata><date.issue norm="soon"/><doc.copyright holder="VPA"/></docdata></head>
    <body><body.head><dateline><story.date norm="20260316"/></dateline></body.head><body.content><p>It rained.</p></body.content></body></nitf>`,
  )
  expect(story).toMatchObject({ title: 'Rain', outlet: 'VPA', published: '2026-03-16' })
  expect(story.id).toBeUndefined()
})

it('reads by prefix, namespace and encoding', async () => {
  const source = `<?xml version="1.0" encoding="iso-8859-1"?><n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/"><n:body><n:body.content><n:p>Zo\xeb said \x93no\x94.</n:p></n:body.content></n:body></n:nitf>`
  expect((await storyOf(nitf, Buffer.from(source, 'latin1'))).text).toBe('Zoë said “no”.')
  const wide = Buffer.from(`\ufeff${small('', '<p>Zoë.</p>')}`, 'utf16le')
  expect((await storyOf(nitf, wide)).text).toBe('Zoë.')
})

it.each([
  [
    'entities of its own',
    '<!DOCTYPE nitf [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><nitf>&lol2;</nitf>',
    'doctype',
  ],
  ['an address', '<!DOCTYPE nitf SYSTEM "http://dtds.example/x"><nitf/>', 'doctype'],
  ['no end', '<nitf><body>', 'broken'],
  ['another root', '<html/>', 'broken'],
  [
    'no words',
    small('<dateline>HALLIN</dateline>', '<table><tr><td>1</td></tr></table>'),
    'no-text',
  ],
  ['the wrong encoding', Buffer.from(small('', 'Zo\xeb'), 'latin1'), 'bad-encoding'],
  [
    'an encoding that nobody knows',
    '<?xml version="1.0" encoding="x-none"?><nitf/>',
    'bad-encoding',
  ],
  ['nothing', '', 'broken'],
])('refuses one with %s', async (_, source, code) => {
  expect(outline(await readAll(nitf, source))).toEqual([`${code}@`])
})

it.each([
  [WHOLE, true],
  ['\ufeff<nitf>', true],
  ['<rss version="2.0">', false],
  ['{"nitf":1}', false],
  ['', false],
])('knows its own: %#', (head, is) => {
  expect(nitf.sniff(Buffer.from(head).subarray(0, 4096))).toBe(is)
})
