import { describe, expect, it } from 'vitest'
import { dateOf, metaOf } from '../../../src/in/pdf/info.js'

describe('dateOf', () => {
  it.each([
    ["D:20260309050000+01'00'", '2026-03-09T05:00:00+01:00'],
    ["D:20260309050000-05'30", '2026-03-09T05:00:00-05:30'],
    ['D:20260309050000Z', '2026-03-09T05:00:00Z'],
    ["D:20260309050000Z00'00'", '2026-03-09T05:00:00Z'],
    ['D:20260309050000', '2026-03-09T05:00:00'],
    ['20260309', '2026-03-09'],
    ['D:202603090512', '2026-03-09T05:12:00'],
    // a time that is none leaves the day
    ['D:20260309257000Z', '2026-03-09'],
  ])('%s', (date, iso) => expect(dateOf(date)).toBe(iso))

  it.each([undefined, '', 'D:2026', 'D:202603', 'D:20260230', 'D:20261301', 'Monday'])(
    'no date: %s',
    date => expect(dateOf(date)).toBeUndefined(),
  )
})

describe('metaOf', () => {
  it.each([
    ['Ann Bell', ['Ann Bell']],
    ['by Ann Bell', ['Ann Bell']],
    ['Ann Bell and Bo Carr', ['Ann Bell', 'Bo Carr']],
    ['Ann Bell; Bo  Carr', ['Ann Bell', 'Bo Carr']],
    ['Ann Bell, Bo Carr & Cy Dunn', ['Ann Bell', 'Bo Carr', 'Cy Dunn']],
    ['Bell, Ann', ['Bell, Ann']],
  ])('byline: %s', (author, byline) => expect(metaOf({ author })).toEqual({ byline }))

  it.each(['abell', 'ann.bell@tamsel.example', 'TAMSEL\\a bell', '', '12 34'])(
    'no byline: %s',
    author => expect(metaOf({ author })).toEqual({}),
  )

  it.each([
    'Microsoft Word - ferry.docx',
    'untitled',
    'Untitled-3',
    'ferry final.indd',
    'Document1',
    ' ',
    '---',
  ])('no title: %s', title => expect(metaOf({ title })).toEqual({}))

  it('takes title, dates and language', () =>
    expect(
      metaOf({
        title: ' Fog holds  the ferry ',
        created: 'D:20260309',
        changed: 'D:20260310',
        language: 'en-GB',
      }),
    ).toEqual({
      title: 'Fog holds the ferry',
      published: '2026-03-09',
      updated: '2026-03-10',
      language: 'en-GB',
    }))

  it('no update where it was never changed, no language that is none', () =>
    expect(metaOf({ created: 'D:20260309', changed: 'D:20260309', language: 'English' })).toEqual({
      published: '2026-03-09',
    }))
})
