import { readdirSync, readFileSync } from 'node:fs'
import { openQuoteModel } from '@onrecord/models/node'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { createReader, type Reader } from '../src/read.js'
import type { StoryRecord } from '../src/record.js'
import { anyText, forAll } from './seed.js'

const folder = new URL('../../../samples/', import.meta.url)
const samples = readdirSync(folder)
  .filter(name => name.endsWith('.txt'))
  .map(name => ({ id: name, text: readFileSync(new URL(name, folder), 'utf8') }))

const schema = readFileSync(new URL('../schema/onrecord-1.schema.json', import.meta.url), 'utf8')
const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(JSON.parse(schema))

let reader: Reader
beforeAll(async () => {
  reader = createReader(await openQuoteModel())
})

/** Every span's text is the story's, in order; every id that is named exists; the schema holds. */
function check(record: StoryRecord, text: string): void {
  expect(record.story.text).toBe(text)
  validate(record)
  expect(validate.errors ?? []).toEqual([])
  // JSON takes nothing away
  expect(JSON.parse(JSON.stringify(record))).toEqual(record)
  const spans = [
    ...record.quotes.flatMap(quote => [...quote.content, ...quote.cue, ...quote.source]),
    ...record.entities.flatMap(entity => entity.mentions),
    ...record.facts.flatMap(fact => fact.evidence),
  ]
  const wrong = spans.filter(s => s.start >= s.end || text.slice(s.start, s.end) !== s.text)
  expect(wrong).toEqual([])
  const places = [...record.findings.flatMap(f => f.spans), ...record.values.map(v => v.span)]
  expect(places.filter(s => s.start < 0 || s.start >= s.end || s.end > text.length)).toEqual([])
  const entities = new Set(record.entities.map(entity => entity.id))
  record.quotes.forEach((quote, k) => {
    expect(quote.id).toBe(`q${k + 1}`)
    expect(quote.content.length).toBeGreaterThan(0)
    for (const pieces of [quote.content, quote.cue, quote.source]) {
      pieces.forEach((piece, n) => {
        if (n > 0) expect(piece.start).toBeGreaterThanOrEqual(pieces[n - 1]!.end)
      })
    }
    for (const speaker of quote.speakers) expect(entities).toContain(speaker)
    for (const other of [quote.within, quote.continues]) {
      if (other !== undefined) expect(Number(other.slice(1))).toBeLessThan(k + 1)
    }
  })
}

async function read(text: string): Promise<StoryRecord> {
  const record = await reader.read(text)
  check(record, text)
  return record
}

describe('the samples', () => {
  it.each(samples.map(({ id, text }) => [id, text]))(
    '%s is read exactly, and again',
    async (_, text) => {
      const record = await read(text)
      // once more a part of it, since all of them twice takes long
      const part = text.slice(0, 700)
      expect(await reader.read(part)).toEqual(await reader.read(part))
      expect(record.story.sha256).toMatch(/^[0-9a-f]{64}$/)
    },
  )
})

describe('any text', () => {
  it('is read, and the same again', () =>
    forAll(anyText(60), 120, async text => {
      const record = await read(text)
      expect(await reader.read(text)).toEqual(record)
    }))

  const LINE = 'Marta Lund said: “We will appeal.” It’s ‘no’ day, she said.'
  const AWKWARD: Record<string, string> = {
    empty: '',
    'one space': ' ',
    'one letter': 'a',
    'one mark': '“',
    'one line end': '\n',
    'only line ends': '\r\n\r\n\n\r',
    'one line, no line end': LINE,
    'a line end at the end': `${LINE}\n`,
    CRLF: `${LINE}\r\n\r\n${LINE}\r\n`,
    CR: `${LINE}\r${LINE}`,
    'other line ends': `${LINE}\u2028${LINE}\u2029${LINE}\u0085${LINE}\u000b${LINE}\u000c${LINE}`,
    'no-break spaces': LINE.replaceAll(' ', '\u00a0'),
    'thin spaces': LINE.replaceAll(' ', '\u2009'),
    'zero-width spaces': LINE.replaceAll(' ', ' \u200b'),
    'zero-width joiners in words': LINE.replaceAll('a', 'a\u200d'),
    'soft hyphens': LINE.replaceAll('a', 'a\u00ad'),
    'a byte order mark': `\ufeff${LINE}`,
    astral: LINE.replaceAll('e', '𝕖'),
    emoji: LINE.replaceAll(' ', ' 👩‍👧 '),
    'combining marks': LINE.replaceAll('a', 'a\u0301\u0327'),
    'right to left': '“נערער,” אמרה לונד. قال: «نعم».',
    'no spaces at all': LINE.replaceAll(' ', ''),
    'halves of characters': `\udc00${LINE.replaceAll('a', '\ud83d')}\ud83d`,
    'null characters': LINE.replaceAll(' ', '\u0000'),
    'only marks': `“‘"'’”„«»\n”’'"‘“\n'''''\n""""`,
    'marks never closed': `“${LINE}\n“‘“${LINE}\n"'${LINE}`,
    'marks never opened': `${LINE}”\n${LINE}’”»`,
    'only stops': '. . . … !!! ???\n---\n***',
    'all capitals': LINE.toUpperCase(),
    'tags and addresses': `<p>${LINE}</p> https://onrecord.example/?a=“b” me@onrecord.example`,
    'a prototype’s name': '__proto__ said: “constructor.” toString added: “hasOwnProperty.”',
  }
  it.each(Object.entries(AWKWARD))('is read: %s', async (_, text) => {
    await read(text)
  })

  const LENGTH = 200_000
  it.each(['a', '"', "'", ' ', '\n', '“', '’', '-', '.', '\u200b', '\ud83d', '中'])(
    'is read: 200 kB of %j',
    async character => {
      await read(character.repeat(LENGTH))
    },
  )

  it.each(['“a ', '"a" ', "'a ", 'a. ', 'a:\n', '“a\n', 'a’'])(
    'is read: 1,500 characters of %j',
    async part => {
      await read(part.repeat(Math.ceil(1500 / part.length)))
    },
  )
})

describe('a long story', () => {
  it('of 20,000 words is read', async () => {
    const turns = samples
      .filter(({ id }) => /^(?:06|15|22|23|24)/.test(id))
      .flatMap(({ text }) => text.split('\n'))
      .filter(line => line.trim() !== '')
    const lines: string[] = []
    for (let words = 0, k = 0; words < 20_000; k++) {
      const line = `${k % 2 === 0 ? 'Q.' : 'A.'} ${turns[k % turns.length]}`
      lines.push(line)
      words += line.split(' ').length
    }
    await read(lines.join('\n'))
  })
})

describe('a story among others', () => {
  it('has the record that it has alone', async () => {
    const story = samples[4]!
    const alone = await reader.read(story)
    const others = samples.slice(5, 25).map(({ id, text }) => ({ id, text: text.slice(0, 700) }))
    const [among] = await Promise.all([
      reader.read(story),
      ...others.map(other => reader.read(other)),
    ])
    expect(among).toEqual(alone)
  })

  it('is not changed by what was read before it on another reader', async () => {
    const story = { id: 's', text: samples[0]!.text.slice(0, 1500) }
    const fresh = createReader(await openQuoteModel())
    expect(await fresh.read(story)).toEqual(await reader.read(story))
  })
})

describe('what is known of a story', () => {
  it('is in its record, and nothing that is not', async () => {
    const known = {
      id: 'week-01',
      title: 'No new tax',
      outlet: 'The Ardesk Courier',
      byline: ['Thea Rundle'],
      url: 'https://onrecord.example/1',
      published: '2026-03-09T05:00:00Z',
    }
    const { story } = await reader.read({ ...known, text: 'Lund left.' })
    expect(story).toMatchObject({ ...known, text: 'Lund left.', language: 'en' })
    const bare = (await reader.read('Lund left.')).story
    expect(Object.keys(bare).sort()).toEqual(['id', 'language', 'sha256', 'text'])
    expect(bare.id).toBe(bare.sha256.slice(0, 16))
  })

  it('does not change what is read', async () => {
    const text = samples[0]!.text.slice(0, 1500)
    const { quotes, entities } = await reader.read({ text, id: 'x' })
    expect((await reader.read(text)).quotes).toEqual(quotes)
    expect((await reader.read(text)).entities).toEqual(entities)
  })

  it('has the hash of its text in UTF-8', async () => {
    const { sha256 } = (await reader.read('abc')).story
    expect(sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})

describe('the convention of the marks', () => {
  const STORY = `The harbour council of Culm voted on Tuesday to close the old pier, and Marta Lund, its chair, said the work would begin in May.

“We have waited for ten years,” Lund told reporters. “I will not wait for another ten.”

Emil Berg, who runs a café on the pier, disagreed. “She told me ‘nobody will lose by this’ in March,” he said. “Now look.”

According to Berg, the council had promised “a fair price” and a “new home” for every trader. The “Long Pier”, as it is called, opened in 1904.

In a statement, the council said: “The traders will be heard.

“We will meet each of them, and we will listen.

“No decision on rents has been taken.”

“Will anyone come?” asked Ode Quell, 71. “I doubt it” – and she laughed.`
  const CONVENTIONS: Record<string, readonly [string, string, string, string]> = {
    'straight doubles': ['"', '"', "'", "'"],
    'two apostrophes': ["''", "''", '"', '"'],
    singles: ['‘', '’', '“', '”'],
    guillemets: ['«', '»', '‹', '›'],
  }
  const write = (marks: readonly string[]) =>
    STORY.replace(/[“”‘’]/g, mark => marks['“”‘’'.indexOf(mark)]!)
  const words = (spans: readonly { text: string }[]) =>
    spans.map(({ text }) =>
      (text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}“”‘’"'«»‹›]/gu) ?? []).join(' '),
    )
  const known = ({ quotes, entities, findings }: StoryRecord) => ({
    quotes: quotes.map(({ content, cue, source, ...quote }) => ({
      ...quote,
      content: words(content),
      cue: words(cue),
      source: words(source),
    })),
    entities: entities.map(({ mentions, ...entity }) => ({ ...entity, mentions: words(mentions) })),
    findings: findings.map(({ code }) => code),
  })

  it.each(Object.entries(CONVENTIONS))('changes nothing but the marks: %s', async (_, marks) => {
    const plain = known(await read(STORY))
    expect(known(await read(write(marks)))).toEqual(plain)
    expect(plain.quotes.length).toBeGreaterThan(0)
  })
})
