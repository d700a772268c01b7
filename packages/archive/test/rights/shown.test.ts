import { readFileSync } from 'node:fs'
import type { RecordQuote, StoryRecord } from '@onrecord/engine'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addStories, type Licence, MASK, shownRecord, storyPage } from '../../src/index.js'
import { wordsOf } from '../../src/text/words.js'
import { onBoth } from '../databases.js'
import { sampleStories, story } from '../stories.js'

const schema = new URL('../../../engine/schema/onrecord-1.schema.json', import.meta.url)
const valid = new Ajv2020({ strictTypes: false }).compile(JSON.parse(readFileSync(schema, 'utf8')))

const LINK: Licence = { kind: 'link', words: null }
const snippet = (words: number): Licence => ({ kind: 'snippet', words })
const folded = (text: string) => Array.from(wordsOf(text), word => word.folded)

/** Everything that a record says in words: all strings but ids, codes, the hash, and values, which are readings. */
function said(record: StoryRecord): string[] {
  const { id, sha256, language, ...about } = record.story
  const items = [...record.quotes, ...record.entities, ...record.facts]
  const strings = (value: unknown, key = ''): string[] =>
    typeof value === 'string'
      ? ['id', 'kind', 'type', 'form', 'basis'].includes(key) || /^[qevf]\d+$/.test(value)
        ? []
        : [value]
      : value && typeof value === 'object'
        ? Object.entries(value).flatMap(([name, inner]) =>
            strings(inner, Array.isArray(value) ? key : name),
          )
        : []
  void [id, sha256, language]
  return [about, ...items].flatMap(item => strings(item))
}

/** All that must hold of what is shown of a record. */
function check(record: StoryRecord, shown: StoryRecord, words: number) {
  expect(valid(shown), JSON.stringify(valid.errors)).toBe(true)
  const { text } = shown.story
  expect(text.length).toBe(record.story.text.length)
  for (let k = 0; k < text.length; k++) {
    const was = record.story.text[k]!
    if (text[k] !== MASK) expect(text[k]).toBe(was)
    else expect(/[\n\r]/.test(was)).toBe(false)
  }
  const spans = [
    ...shown.quotes.flatMap(quote => [...quote.content, ...quote.cue, ...quote.source]),
    ...shown.entities.flatMap(entity => entity.mentions),
    ...shown.facts.flatMap(fact => fact.evidence),
  ]
  for (const { span } of shown.values) expect(text.slice(span.start, span.end)).not.toContain(MASK)
  for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text)
  const ids = new Set([...shown.entities, ...shown.values, ...shown.quotes].map(item => item.id))
  for (const { speakers, within, continues, setting } of shown.quotes)
    for (const id of [...speakers, within, continues, ...Object.values(setting ?? {})])
      expect(id === undefined || ids.has(id)).toBe(true)
  for (const { content } of shown.quotes)
    expect(folded(content.map(piece => piece.text).join(' ')).length).toBeLessThanOrEqual(words)
  // no word that is masked in the text is anywhere else
  const { text: _, ...about } = record.story
  const open = new Set([
    ...folded(text),
    // "it" is a mention within "it's"
    ...folded(text.replace(/['’]/g, ' ')),
    ...said({ ...emptyOf(record), story: about as never }).flatMap(folded),
  ])
  for (const word of said(shown).flatMap(folded))
    expect(open.has(word) || !inText(record, word), word).toBe(true)
}

const inText = (record: StoryRecord, word: string) => folded(record.story.text).includes(word)
const emptyOf = (record: StoryRecord): StoryRecord => ({
  ...record,
  quotes: [],
  entities: [],
  values: [],
  facts: [],
  findings: [],
})

/** Records as nobody would make them: any spans as contents, sources, mentions, in a text of few words. */
const records = fc
  .record({
    words: fc.array(
      fc.constantFrom(
        'Odile',
        'Venn',
        'she',
        'said',
        '“no',
        'bank”',
        '𝒜bel',
        'é',
        '\n\n',
        '\ud83d',
        'הבנק',
        '.',
      ),
      {
        minLength: 1,
        maxLength: 60,
      },
    ),
    quotes: fc.array(fc.array(fc.tuple(fc.nat(), fc.nat(12)), { minLength: 1, maxLength: 5 }), {
      maxLength: 6,
    }),
    entities: fc.array(fc.array(fc.tuple(fc.nat(), fc.nat(2)), { minLength: 1, maxLength: 4 }), {
      maxLength: 5,
    }),
  })
  .map(({ words, quotes, entities }): StoryRecord => {
    const { record } = story({ text: words.join(' '), title: 'A title' })
    const { text } = record.story
    const at: number[] = []
    for (let k = 0, place = 0; k < words.length; place += words[k]!.length + 1, k++) at.push(place)
    const span = ([from, length]: readonly [number, number]) => {
      const first = from % words.length
      const last = Math.min(words.length - 1, first + length)
      const start = at[first]!
      const end = at[last]! + words[last]!.length
      return { start, end, text: text.slice(start, end) }
    }
    const made = entities.map((mentions, k) => {
      const spans = mentions.map(span)
      return {
        id: `e${k + 1}`,
        type: 'person' as const,
        name: spans[0]!.text,
        mentions: spans.map(one => ({ ...one, form: 'name' as const })),
      }
    })
    return {
      ...record,
      quotes: quotes.map((pieces, k): RecordQuote => {
        const spans = pieces.map(span)
        return {
          id: `q${k + 1}`,
          kind: 'mixed',
          content: spans.slice(0, 2).sort((a, b) => a.start - b.start),
          cue: spans.slice(2, 3),
          source: spans.slice(3),
          speakers: made.length > 0 ? [made[k % made.length]!.id] : [],
          confidence: 0.5,
          ...(k > 0 && { continues: `q${k}` }),
        }
      }),
      entities: made,
      facts: made.map((entity, k) => ({
        id: `f${k + 1}`,
        type: 'role' as const,
        args: { subject: entity.id, title: 'said' },
        evidence: [entity.mentions[0]!].map(({ start, end, text: words }) => ({
          start,
          end,
          text: words,
        })),
        confidence: 1,
      })),
    }
  })

describe('what of a record may be shown', () => {
  const all = sampleStories().map(one => one.record)

  it('full: the record itself', () => {
    for (const record of all)
      expect(shownRecord(record, { kind: 'full', words: null })).toBe(record)
  })

  it('link, and snippets without a number: nothing but metadata', () => {
    for (const record of all) {
      for (const licence of [LINK, snippet(0), { kind: 'snippet', words: null } as const]) {
        const shown = shownRecord(record, licence)
        check(record, shown, 0)
        expect(shown.story.text).toMatch(/^[█\n\r]*$/)
        expect({ ...shown.story, text: '' }).toEqual({ ...record.story, text: '' })
        expect(
          [shown.quotes, shown.entities, shown.values, shown.facts, shown.findings].flat(),
        ).toEqual([])
      }
    }
  })

  it('snippets of the samples', () => {
    let quotes = 0
    for (const record of all) {
      for (const words of [1, 3, 8, 25, 10_000]) {
        const shown = shownRecord(record, snippet(words))
        check(record, shown, words)
        quotes += shown.quotes.length
        const content = shown.quotes.flatMap(quote =>
          quote.content.flatMap(piece => folded(piece.text)),
        )
        const most = Math.max(words, folded(record.story.text).length / 4)
        expect(content.length).toBeLessThanOrEqual(most)
        for (const quote of shown.quotes)
          expect(quote.content[0]!.start).toBe(
            record.quotes.find(({ id }) => id === quote.id)!.content[0]!.start,
          )
      }
    }
    expect(quotes).toBeGreaterThan(100)
  })

  it('whatever a record says, however its spans overlap', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 0, max: 12 }), (record, words) => {
        check(record, shownRecord(record, snippet(words)), words)
        check(record, shownRecord(record, LINK), 0)
      }),
      { numRuns: 500 },
    )
  })

  it('a quote in its first words, whose it is, and nothing of what stands around it', () => {
    const { record } = story(
      {
        text: 'Orla Venn, 41, has run the Hallin ferry since the old company failed in 2009 and its boats were sold off to pay what it owed. “We heard a bang and then the lights went out,” she said on Monday. The captain, Aldo Brix, was stood down.',
        title: 'Ferry aground',
        outlet: 'Courier',
      },
      {
        entities: { 'Orla Venn': { mentions: ['she', 'We'] }, 'Aldo Brix': {} },
        quotes: [
          {
            content: '“We heard a bang and then the lights went out,”',
            cue: 'said',
            source: 'she',
            speakers: ['Orla Venn'],
          },
        ],
        facts: [
          {
            type: 'age',
            args: { subject: 'Orla Venn', value: 'age 41' },
            evidence: 'Orla Venn, 41',
          },
        ],
        ages: [{ text: '41', value: 41 }],
      },
    )
    const shown = shownRecord(record, snippet(4))
    expect(shown.story.text.replaceAll(MASK, '')).toBe('Orla Venn“We heard a bangshesaid')
    expect(shown.quotes.map(quote => quote.content.map(piece => piece.text))).toEqual([
      ['“We heard a bang'],
    ])
    expect(
      shown.entities.map(entity => [entity.name, entity.mentions.map(mention => mention.text)]),
    ).toEqual([['Orla Venn', ['Orla Venn', 'We', 'she']]])
    expect([...shown.values, ...shown.facts]).toEqual([])
  })

  it('many quotes do not add up to the story', () => {
    const said = Array.from({ length: 40 }, (_, k) => `“number ${k} was never told to us”`)
    const text = said.map(words => `${words}, she said.`).join(' ')
    const { record } = story({ text }, { quotes: said.map(content => ({ content })) })
    const shown = shownRecord(record, snippet(10))
    check(record, shown, 10)
    expect(shown.quotes).toHaveLength(12)
  })

  it('a quote within another does not show what the outer one may not', () => {
    const { record } = story(
      {
        text: `“I told him he would have to leave the house and he shouted ‘never in my life’ at us,” she said. ${'More of it. '.repeat(30)}`,
      },
      {
        quotes: [
          { content: '‘never in my life’' },
          {
            content:
              '“I told him he would have to leave the house and he shouted ‘never in my life’ at us,”',
          },
        ],
      },
    )
    const shown = shownRecord(record, snippet(5))
    expect(shown.quotes.map(quote => [quote.id, quote.content[0]!.text])).toEqual([
      ['q2', '“I told him he would'],
    ])
  })
})

onBoth('a story page', database => {
  it('shows what the licence of its source lets', async () => {
    const archive = await database.newArchive()
    const [{ key } = { key: '' }] = await addStories(archive, sampleStories())
    const licence = async (set: {
      licence: 'full' | 'snippet' | 'link'
      snippet_words: number | null
    }) => {
      await archive.db.updateTable('source').set(set).execute()
      return storyPage({ archive, sight: 'all' }, key)
    }
    const full = await licence({ licence: 'full', snippet_words: null })
    expect(full.licence).toEqual({ kind: 'full', words: null })
    expect(full.record.story.text).toBe(sampleStories()[0]!.arrival.text)
    const cut = await licence({ licence: 'snippet', snippet_words: 6 })
    expect(cut.licence).toEqual({ kind: 'snippet', words: 6 })
    check(full.record, cut.record, 6)
    const link = await licence({ licence: 'link', snippet_words: null })
    expect(link.record).toEqual(shownRecord(full.record, LINK))
  })
})
