import { describe, expect, it } from 'vitest'
import { decodePage, html, storyOfPage, textOfFragment } from '../../../src/in/html.js'
import { LIMITS, type Source } from '../../../src/in/incoming.js'

const prose =
  '<p>The mayor of Orrby said on Friday that the bridge would be closed until the spring.</p>'

describe('limits', () => {
  it.each([
    ['too-deep', '<table><tr><td>'.repeat(3_000) + prose],
    ['too-deep', '<div>'.repeat(2_100) + prose],
    ['too-many-nodes', '<b></b>'.repeat(1_100)],
    ['too-large', 'x'.repeat(200_001)],
  ])('%s', (code, page) => {
    const limits = {
      ...LIMITS,
      nodes: code === 'too-many-nodes' ? 1_000 : LIMITS.nodes,
      documentBytes: 200_000,
    }
    expect(storyOfPage(page, {}, limits)).toMatchObject({
      problem: { code, message: expect.stringMatching(/\d/) },
    })
    expect(textOfFragment(page, limits)).toMatchObject({ text: '', problem: { code } })
  })

  it.each([
    [
      'one paragraph of a megabyte',
      `<article><p>${'The bridge was closed on Friday, and nobody laughed. '.repeat(20_000)}</p></article>`,
    ],
    ['1,900 elements deep', '<div>'.repeat(1_900) + prose.repeat(3)],
    ['unclosed formatting', `${'<b><i><font color=1>'.repeat(300)}${prose.repeat(20)}`],
    [
      'a hundred thousand brackets of JSON',
      `<script type="application/ld+json">${'['.repeat(100_000)}</script>${prose.repeat(3)}`,
    ],
  ])('read: %s', (_, page) => {
    expect(storyOfPage(page)).toMatchObject({
      story: { text: expect.stringContaining('on Friday') },
    })
  })
})

describe('characters', () => {
  const bytes = (text: string, encoding: BufferEncoding) =>
    new Uint8Array(Buffer.from(text, encoding))
  it.each([
    ['UTF-8 unless told', bytes('<p>é', 'utf8'), undefined, '<p>é'],
    ['windows-1252 where it is not UTF-8', bytes('<p>é\x93x\x94', 'latin1'), undefined, '<p>é“x”'],
    [
      'the header before the page',
      bytes('<meta charset=utf-8>é', 'latin1'),
      'text/html; charset=ISO-8859-1',
      '<meta charset=utf-8>é',
    ],
    [
      'the page',
      bytes('<meta charset="iso-8859-2">\xb3', 'latin1'),
      undefined,
      '<meta charset="iso-8859-2">ł',
    ],
    [
      'http-equiv',
      bytes('<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=koi8-r">\xc1', 'latin1'),
      undefined,
      '<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=koi8-r">а',
    ],
    ['a mark before all', bytes('\ufeff<p>ł', 'utf16le'), 'text/html; charset=latin1', '<p>ł'],
    ['an unknown label', bytes('<p>é', 'utf8'), 'text/html; charset=nonsense', '<p>é'],
    [
      'UTF-16 said in bytes',
      bytes('<meta charset=utf-16>é', 'utf8'),
      undefined,
      '<meta charset=utf-16>é',
    ],
  ])('%s', (_, page, mediaType, text) => {
    expect(decodePage(page, mediaType)).toBe(text)
  })
})

describe('as a kind of file', () => {
  const source = (parts: readonly string[]): Source => ({
    name: 'x.html',
    url: 'https://post.example/x',
    async *bytes() {
      for (const part of parts) yield new TextEncoder().encode(part)
    },
  })
  const all = async (parts: readonly string[], limits = LIMITS) => {
    const found = []
    for await (const each of html.read(source(parts), limits)) found.push(each)
    return found
  }

  it('gives the story of a page that comes in parts', async () => {
    expect(await all(['<title>Bridge</title>', prose, prose])).toMatchObject([
      { story: { url: 'https://post.example/x', title: 'Bridge', kind: 'story' } },
    ])
  })

  it('stops at the limit of bytes', async () => {
    expect(
      await all(['x'.repeat(60), 'x'.repeat(60)], { ...LIMITS, documentBytes: 100 }),
    ).toMatchObject([{ problem: { code: 'too-large' } }])
  })

  it.each([
    ['<!DOCTYPE html><html>', true],
    ['\n <!-- saved --> <html>', true],
    ['<?xml version="1.0"?><html>', true],
    ['<?xml version="1.0"?><nitf>', false],
    ['{"a":1}', false],
    ['Plain <html> words', false],
  ])('sniffs %j: %s', (head, is) => {
    expect(html.sniff(new TextEncoder().encode(head))).toBe(is)
  })
})
