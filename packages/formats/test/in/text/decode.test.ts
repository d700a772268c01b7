import { expect, it } from 'vitest'
import { decodeText } from '../../../src/in/text/decode.js'

const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

it.each([
  ['UTF-8', Buffer.from('Zoë said “no”.'), undefined, 'Zoë said “no”.'],
  ['a byte order mark', Buffer.from('\ufeffZoë'), undefined, 'Zoë'],
  ['UTF-16', utf16('Zoë'), undefined, 'Zoë'],
  ['big-endian UTF-16', utf16('Zoë').swap16(), undefined, 'Zoë'],
  [
    'windows-1252 by its media type',
    Buffer.from([0x93, 0x5a, 0x94]),
    'text/plain; charset="latin1"',
    '“Z”',
  ],
  ['line ends as they are', Buffer.from('a\r\nb\r'), undefined, 'a\r\nb\r'],
  ['nothing', Buffer.from(''), undefined, ''],
])('reads %s', (_, bytes, mediaType, text) => {
  expect(decodeText(bytes, mediaType)).toEqual({ text })
})

it.each([
  [
    'Latin-1 bytes',
    Buffer.from('ab\nZo\xeb cd', 'latin1'),
    'bad-encoding',
    'byte 0xEB at 5, line 2',
  ],
  [
    'a character cut off',
    Buffer.from([0x61, 0xe2, 0x80]),
    'bad-encoding',
    'byte 0xE2 at 1, line 1',
  ],
  ['a stray continuation', Buffer.from([0x61, 0x80, 0x61]), 'bad-encoding', 'byte 0x80 at 1'],
  ['a PDF', Buffer.from('%PDF-1.4 …'), 'not-text', 'a PDF'],
  ['a ZIP', Buffer.from('PK\x03\x04abc'), 'not-text', 'zip'],
  ['NUL', Buffer.from('ab\0c'), 'not-text', 'NUL'],
  ['UTF-16 without its mark', Buffer.from('abc', 'utf16le'), 'not-text', 'UTF-16'],
])('refuses %s', (_, bytes, code, words) => {
  const decoded = decodeText(bytes)
  expect(decoded).toMatchObject({ problem: { code } })
  expect('problem' in decoded && decoded.problem.message).toContain(words)
})

it('refuses a charset that nobody knows', () => {
  expect(decodeText(Buffer.from('abc'), 'text/plain; charset=klingon')).toMatchObject({
    problem: { code: 'bad-encoding' },
  })
})
