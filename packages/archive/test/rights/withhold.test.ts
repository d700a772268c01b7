import { readFileSync } from 'node:fs'
import type { StoryRecord } from '@onrecord/engine'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/index.js'
import { nameWords } from '../../src/rights/find-name.js'
import { type Withheld, withhold } from '../../src/rights/withhold.js'
import { sampleStories, story } from '../stories.js'

const schema = new URL('../../../engine/schema/onrecord-1.schema.json', import.meta.url)
const valid = new Ajv2020({ strictTypes: false }).compile(JSON.parse(readFileSync(schema, 'utf8')))

const of = (name: string, more: Partial<Withheld> = {}): Withheld => ({
  names: [nameWords(name)],
  by: '[name withheld]',
  withdrawn: false,
  ...more,
})

function sound(record: StoryRecord) {
  expect(valid(record), JSON.stringify(valid.errors)).toBe(true)
  expect(record.story.sha256).toBe(sha256(record.story.text))
  const walk = (one: unknown): void => {
    if (one === null || typeof one !== 'object') return
    const { start, end, text } = one as Record<string, unknown>
    if (typeof text === 'string' && typeof start === 'number')
      expect(record.story.text.slice(start, end as number)).toBe(text)
    for (const inner of Object.values(one)) walk(inner)
  }
  walk(record)
}

describe('a name withheld in a record', () => {
  it('every person of every sample: nothing of the name, all else as it was', () => {
    let people = 0
    for (const { record } of sampleStories()) {
      for (const person of record.entities) {
        const named = person.mentions.filter(mention => mention.form === 'name')
        if (person.type !== 'person' || named.length === 0) continue
        // two people of one name: another test
        if (record.entities.some(one => one !== person && one.name === person.name)) continue
        people += 1
        for (const by of ['a', '<b>a 34-year-old man & “x”</b>', '𝒩 $& $1 \\']) {
          const { records, replaced } = withhold(
            record.story.text,
            [record],
            of(person.name, { by }),
            one => one.id === person.id,
          )
          const [made] = records
          sound(made!)
          expect(made!.quotes.length).toBe(record.quotes.length)
          for (const [k, quote] of record.quotes.entries())
            expect(made!.quotes[k]).toMatchObject({
              id: quote.id,
              kind: quote.kind,
              speakers: quote.speakers,
            })
          const now = made!.entities.find(one => one.id === person.id)!
          expect(now.name).toBe(by)
          expect(now.mentions.some(mention => mention.form === 'name')).toBe(false)
          // what is left of the text is what was there, less the places
          expect(replaced.text.split(by).length - 1).toBeGreaterThanOrEqual(
            named.length > 0 ? 1 : 0,
          )
          if (person.name.includes(' ')) expect(JSON.stringify(made)).not.toContain(person.name)
        }
      }
    }
    expect(people).toBeGreaterThan(50)
  })

  const text =
    'Orla Venn’s ferry sank. Orla Venn, 41, said “Venn lines are safe”. Ms Venn left.\n\nHer brother, Tor Venn, told the Venn Street inquiry: “Orla did nothing wrong, and a venn is a diagram.” The Orla Venn Fund paid.'
  const { record } = story(
    { text, title: 'Orla Venn’s ferry' },
    {
      entities: {
        'Orla Venn': { mentions: ['Orla Venn#2', 'Venn#4', 'Orla#3'] },
        'Tor Venn': {},
        'Venn Street': { type: 'place' },
        'Orla Venn Fund': { type: 'organisation' },
      },
      quotes: [
        {
          content: '“Venn lines are safe”',
          cue: 'said',
          source: 'Orla Venn#2',
          speakers: ['Orla Venn'],
        },
        {
          content: '“Orla did nothing wrong, and a venn is a diagram.”',
          source: 'Tor Venn',
          speakers: ['Tor Venn'],
        },
      ],
      ages: [{ text: '41', value: 41 }],
      facts: [
        { type: 'age', args: { subject: 'Orla Venn', value: 'age 41' }, evidence: 'Orla Venn, 41' },
      ],
    },
  )

  it('what is theirs goes, what is others’ stays', () => {
    const { records, say } = withhold(
      text,
      [record],
      of('Orla Venn', { by: 'N.N.' }),
      one => one.name === 'Orla Venn',
    )
    const [made] = records
    sound(made!)
    expect(made!.story.text).toBe(
      'N.N.’s ferry sank. N.N., 41, said “Venn lines are safe”. Ms N.N. left.\n\nHer brother, Tor Venn, told the Venn Street inquiry: “N.N. did nothing wrong, and a venn is a diagram.” The N.N. Fund paid.',
    )
    expect(made!.entities.map(entity => entity.name)).toEqual([
      'N.N.',
      'Tor Venn',
      'Venn Street',
      'N.N. Fund',
    ])
    expect(made!.facts[0]!.evidence[0]!.text).toBe('N.N., 41')
    expect(made!.quotes.map(quote => quote.content[0]!.text)).toEqual([
      '“Venn lines are safe”',
      '“N.N. did nothing wrong, and a venn is a diagram.”',
    ])
    expect(say('Venn, Orla: Orla Venn’s ferry')).toBe('N.N.: N.N.’s ferry')
    const { start, end } = made!.values[0]!.span
    expect(made!.story.text.slice(start, end)).toBe('41')
  })

  it('a namesake of the same story keeps the name', () => {
    const twice = story(
      { text: 'Bo Lind sold a boat to Bo Lind, his son, and Lind left.' },
      { entities: { 'Bo Lind': {}, 'his son': { mentions: ['Bo Lind#2'] } } },
    ).record
    const { records } = withhold(
      twice.story.text,
      [twice],
      of('Bo Lind', { by: 'a man' }),
      one => one.id === 'e1',
    )
    expect(records[0]!.story.text).toBe('a man sold a boat to Bo Lind, his son, and Lind left.')
    sound(records[0]!)
  })

  it('a person withdrawn says nothing and nothing is told of them', () => {
    const { records } = withhold(
      text,
      [record],
      of('Orla Venn', { withdrawn: true }),
      one => one.name === 'Orla Venn',
    )
    sound(records[0]!)
    expect(records[0]!.quotes.map(quote => [quote.speakers, quote.speakerConfidence])).toEqual([
      [[], undefined],
      [['e2'], 0.9],
    ])
    expect(records[0]!.facts).toEqual([])
  })
})
