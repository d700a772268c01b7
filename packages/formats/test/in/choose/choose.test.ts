import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { chooseFormat } from '../../../src/in/choose/choose.js'
import { FORMATS } from '../../../src/in/formats.js'

const XML = '<?xml version="1.0" encoding="utf-8"?>\n'
const BOM = '\uFEFF'

const chosen = (head: string | Uint8Array, name = 'file', mediaType?: string) =>
  chooseFormat({ name, ...(mediaType && { mediaType }) }, Buffer.from(head), FORMATS)?.name

describe('the first bytes tell, whatever the name says', () => {
  it.each<[string, string | Uint8Array]>([
    ['pdf', '%PDF-1.7\n'],
    ['pdf', '\n%PDF-1.4'],
    ['warc', 'WARC/1.0\r\nWARC-Type: warcinfo\r\n'],
    ['warc', gzipSync('WARC/1.1\r\n')],
    ['warc', gzipSync(`WARC/1.1\r\n${'x: y\r\n'.repeat(99_999)}`).subarray(0, 4096)],
    ['gzip', gzipSync('A story that is packed.')],
    ['wacz', 'PK\x03\x04\x14\x00'],
    ['nitf', `${XML}<!DOCTYPE nitf SYSTEM "nitf.dtd">\n<nitf>`],
    ['nitf', '<nitf version="x">'],
    ['newsml', `${XML}<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">`],
    ['newsml', `${XML}<!-- a < b --><newsMessage>`],
    ['newsml', '<NewsML Version="1.2">'],
    ['feed', `${BOM}${XML}<rss version="2.0">`],
    ['feed', `${XML}<?xml-stylesheet href="a.xsl"?>\n<feed xmlns="http://www.w3.org/2005/Atom">`],
    ['feed', `${XML}<rdf:RDF xmlns:rdf="x">`],
    ['feed', '{"version": "https://jsonfeed.org/version/1.1", "items": []}'],
    ['feed', '{"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "title": "T"}'],
    ['html', '<!DOCTYPE html><html>'],
    ['html', `${BOM}\n<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<head>`],
    ['html', '<!-- saved --><html lang="en">'],
    ['html', `${XML}<html xmlns="http://www.w3.org/1999/xhtml">`],
    ['ninjs', '{"uri":"urn:x:1","type":"text","versioncreated":"2026-03-09T05:00:00Z"}'],
    ['ninjs', '{\n "uri": "urn:x:1",\n "bodies": [{"value": "a"}]'],
    ['jsonl', '{"text":"a"}\n{"text":"b"}\n'],
    ['jsonl', '{"text":"a {\\" b"}\r\n\r\n{"text":'],
    ['jsonl', '{"text":"a"}\nrubbish'],
    ['json', '[{"text":"a"},\n{"text":"b"}]'],
    ['json', '{\n  "text": "a"\n}'],
    ['json', '[]'],
    ['subtitles', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello'],
  ])('%s: %j', (format, head) => {
    for (const name of ['file', 'story.txt', 'page.html', 'a.pdf']) {
      expect(chosen(head, name)).toBe(format)
    }
  })
})

describe('else the media type, then the name', () => {
  it.each<[string, string, string | undefined, string | undefined]>([
    ['Once upon a time', 'a.txt', undefined, 'plain'],
    ['Once upon a time', 'a.md', undefined, 'plain'],
    ['Once upon a time', 'a', 'text/plain; charset=latin1', 'plain'],
    ['Once upon a time', 'a.html', undefined, 'html'],
    ['Once upon a time', 'a.html', 'text/plain', 'plain'],
    ['Once upon a time', 'a.html', 'application/octet-stream', 'html'],
    ['<p>No document type', 'a.bin', 'text/html', 'html'],
    ['1\n00:00:01,000 --> 00:00:02,000\nHello', 'a.srt', undefined, 'subtitles'],
    ['{"text":"a"}', 'a.json', undefined, 'json'],
    ['{"text":"a"}\n', 'a.json', undefined, 'json'],
    ['{"text":"a"}\n', 'a.jsonl', undefined, 'jsonl'],
    [`{"text":"${'a'.repeat(4096)}`, 'a.json', undefined, 'json'],
    [`{"text":"${'a'.repeat(4096)}`, 'stdin', undefined, 'jsonl'],
    // brackets are no JSON
    ['[Laughter] And so on.', 'a.txt', undefined, 'plain'],
    ['{Enter the duke}', 'a.txt', undefined, 'plain'],
    ['WEBVTTX', 'a.txt', undefined, 'plain'],
    ['<b>fog</b>', 'a.txt', undefined, 'plain'],
    ['%PD', 'a.txt', undefined, 'plain'],
    // nothing but the bytes
    ['Once upon a time', 'stdin', undefined, 'plain'],
    ['Once\u0000upon\u0001a', 'stdin', undefined, undefined],
    ['\x89PNG\r\n\x1a\n\0\0', 'a.png', undefined, undefined],
    ['', 'stdin', undefined, undefined],
    ['<svg><path/></svg>', 'a.svg', 'image/svg+xml', undefined],
  ])('%j named %s of %s', (head, name, mediaType, format) =>
    expect(chosen(head, name, mediaType)).toBe(format),
  )

  it('UTF-16 text by its byte order mark', () =>
    expect(chosen(Buffer.from('\uFEFFOnce upon a time', 'utf16le'), 'stdin')).toBe('plain'))
})
