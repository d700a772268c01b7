import { expect, it } from 'vitest'
import type { Incoming } from '../../src/in/incoming.js'
import { subtitles } from '../../src/in/subtitles.js'
import { outline, readAll, storyOf, withoutWayBack } from './reading.js'

/** A cue each, from the number of seconds that it begins with, two seconds long. */
const srt = (...cues: readonly (readonly [number, string])[]) =>
  cues
    .map(
      ([from, words], i) =>
        `${i + 1}\n00:00:${pad(from)},000 --> 00:00:${pad(from + 2)},000\n${words}\n`,
    )
    .join('\n')
const vtt = (...cues: readonly (readonly [number, string])[]) =>
  `WEBVTT\n\n${srt(...cues).replaceAll(',', '.')}`
const pad = (seconds: number) => String(seconds).padStart(2, '0')

const turnsOf = ({ text, turns = [] }: Incoming) =>
  turns.map(({ start, end, from, to, speaker }) => [from, to, speaker, text.slice(start, end)])

it('reads SubRip', async () => {
  const story = await storyOf(
    subtitles,
    '\ufeff1\r\n00:00:01,000 --> 00:00:03,500\r\nThe last ferry\r\nsails in <i>May</i>,\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,000 X1:1 Y1:2\r\n{\\an8}the board said.\r\n\r\n3\r\n00:00:10,001 --> 00:00:12,000\r\nIt <3 the harbour &amp; rain.\r\n',
  )
  expect(story).toMatchObject({ kind: 'transcript', mediaType: 'application/x-subrip' })
  expect(turnsOf(story)).toEqual([
    [1, 6, undefined, 'The last ferry sails in May, the board said.'],
    [10.001, 12, undefined, 'It <3 the harbour &amp; rain.'],
  ])
  expect(story.text).toBe(
    'The last ferry sails in May, the board said.\n\nIt <3 the harbour &amp; rain.',
  )
  expect(
    withoutWayBack(story)
      .map(rest => rest.trim())
      .join(''),
  ).toBe('')
})

it('reads WebVTT', async () => {
  const story = await storyOf(
    subtitles,
    `WEBVTT - Council
Kind: captions
Language: en-GB

STYLE
::cue { color: red }

REGION
id:fred

NOTE
A remark
over two lines

intro
00:01.000 --> 00:02.000 position:10%,line-left align:left
<v.loud Marta Lindqvist>Is it <b>true</b>?</v>

00:02.000 --> 00:03.000
<v Ola Berg>It is &lt;true&gt;&nbsp;&amp; sad.

00:03.000 --> 00:04.000
<v Ola Berg><c.yellow>We</c> <00:03.500>looked.

01:00:10.000 --> 01:00:11.000
<v Ola Berg>Everywhere.

01:00:11.000 --> 01:00:12.000
Doors close.
stray
`,
  )
  expect(story).toMatchObject({ mediaType: 'text/vtt', language: 'en-GB' })
  expect(turnsOf(story)).toEqual([
    [1, 2, 'Marta Lindqvist', 'Marta Lindqvist: Is it true?'],
    [2, 4, 'Ola Berg', 'Ola Berg: It is <true>\u00a0& sad. We looked.'],
    [3610, 3611, 'Ola Berg', 'Ola Berg: Everywhere.'],
    [3611, 3612, undefined, 'Doors close. stray'],
  ])
})

it.each([
  [
    'hyphens',
    srt([1, '- Is it true?\n- It is.'], [3, 'All of it.']),
    ['Is it true?', 'It is. All of it.'],
  ],
  ['hyphens without a space', srt([1, '-Is it true?\n-It is.']), ['Is it true?', 'It is.']],
  [
    'hyphens within tags',
    srt([1, '<i>- Is it true?</i>\n<i>- It is.</i>']),
    ['Is it true?', 'It is.'],
  ],
  ['a number below zero', srt([1, 'It was\n-5 degrees.']), ['It was -5 degrees.']],
  ['a dash that goes on', srt([1, 'It was late'], [3, '— and cold.']), ['It was late — and cold.']],
  [
    'marks of another speaker',
    srt([1, '>> Is it true?\n>> OLA BERG: It is.']),
    ['Is it true?', 'OLA BERG: It is.'],
  ],
  ['voices within a line', vtt([1, '<v Ida>Yes.</v> <v Jon>No.</v>']), ['Ida: Yes.', 'Jon: No.']],
  ['a voice that is a label too', vtt([1, '<v Ida>IDA: Yes.']), ['IDA: Yes.']],
  ['a pause of four seconds', srt([1, 'It rained.'], [7, 'It snowed.']), ['It rained. It snowed.']],
  ['a longer pause', srt([1, 'It rained.'], [8, 'It snowed.']), ['It rained.', 'It snowed.']],
])('parts the turns by %s', async (_, source, paragraphs) => {
  expect((await storyOf(subtitles, source)).text.split('\n\n')).toEqual(paragraphs)
})

it.each([
  ['JANE DOE: Where?', 'JANE DOE'],
  ['MR. O’HARA: Where?', 'MR. O’HARA'],
  ['- JANE DOE (ON PHONE): Where?', 'JANE DOE (ON PHONE)'],
  ['ÖZGE: Where?', 'ÖZGE'],
  ['Remember: it rained.', undefined],
  ['A: it rained.', undefined],
  ['AT 10:30 it rained.', undefined],
  ['IT RAINED ALL DAY AND ALL NIGHT IN HALLIN: true.', undefined],
])('hears who speaks in %j', async (words, speaker) => {
  const { turns, text } = await storyOf(subtitles, srt([1, words]))
  expect(turns?.[0]?.speaker).toBe(speaker)
  if (speaker) expect(text.startsWith(speaker)).toBe(true)
})

it.each([
  ['rolls up', srt([1, 'One'], [3, 'One\ntwo'], [5, 'two\nthree']), 'One two three'],
  ['is shown twice without a break', srt([1, 'One'], [3, 'One']), 'One'],
  ['is said twice', srt([1, 'No.'], [4, 'No.']), 'No. No.'],
  ['is said twice in one', srt([1, 'No.\nNo.']), 'No. No.'],
])('leaves out what is only shown again: a line that %s', async (_, source, text) => {
  expect((await storyOf(subtitles, source)).text).toBe(text)
})

it.each([
  ['without hours or thousandths', '1\n01:02 --> 01:04\nIt rained.', [62, 64]],
  ['with points', '1\n00:01:02.5 --> 00:01:04.25\nIt rained.', [62.5, 64.25]],
  ['with one hyphen', '1\n00:00:01,000 -> 00:00:02,000\nIt rained.', [1, 2]],
  ['that end before they begin', '1\n00:00:05,000 --> 00:00:02,000\nIt rained.', [5, undefined]],
  ['half lost', '1\n00:00:xx --> 00:00:02,000\nIt rained.', [undefined, 2]],
  ['lost', '1\n--:-- --> --:--\nIt rained.', [undefined, undefined]],
  ['under no number', '00:00:01,000 --> 00:00:02,000\nIt rained.', [1, 2]],
  [
    'over a blank line',
    '1\n00:00:01,000 --> 00:00:02,000\n\nIt\n\nrained.\n2\n00:00:02,000 --> 00:00:02,500\n',
    [1, 2],
  ],
])('bears times %s', async (_, source, [from, to]) => {
  expect(turnsOf(await storyOf(subtitles, source))).toEqual([[from, to, undefined, 'It rained.']])
})

it.each([
  ['no cues', 'WEBVTT\n\nNOTE nothing', 'no-text'],
  ['cues without words', srt([1, '<i></i>'], [3, '-']), 'no-text'],
  ['nothing', '', 'no-text'],
  ['another encoding', Buffer.from(srt([1, 'Zo\xeb']), 'latin1'), 'bad-encoding'],
])('gives a problem for %s', async (_, source, code) => {
  expect(outline(await readAll(subtitles, source))).toEqual([`${code}@`])
})

it.each([
  ['WEBVTT\n\n', true],
  ['\ufeffWEBVTT FILE\n', true],
  ['1\r\n00:00:01,000 --> 00:00:02,000\r\n', true],
  ['WEBVTTS are files', false],
  ['1\nIt rained.', false],
])('knows its own: %#', (head, is) => {
  expect(subtitles.sniff(Buffer.from(head))).toBe(is)
})
