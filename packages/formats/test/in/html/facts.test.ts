import { describe, expect, it } from 'vitest'
import { isoTime } from '../../../src/in/html/meta/dates.js'
import { peopleIn } from '../../../src/in/html/meta/people.js'
import { fromTitleTag, withoutOutlet } from '../../../src/in/html/meta/title.js'

describe('dates', () => {
  it.each([
    ['2024-05-03', '2024-05-03'],
    ['2024-05-03T14:05:00Z', '2024-05-03T14:05:00Z'],
    ['2024-05-03T14:05:00.250+02:00', '2024-05-03T14:05:00.250+02:00'],
    ['2024-05-03 14:05:00+0200', '2024-05-03T14:05:00+02:00'],
    ['2024-05-03 14:05', '2024-05-03T14:05'],
    ['2024/5/3', '2024-05-03'],
    ['20240503', '2024-05-03'],
    ['20240503140509', '2024-05-03T14:05:09'],
    ['1714738500', '2024-05-03T12:15:00.000Z'],
    ['1714738500000', '2024-05-03T12:15:00.000Z'],
    ['Fri, 03 May 2024 14:05:00 GMT', '2024-05-03T14:05:00Z'],
    ['Fri, 03 May 2024 14:05:00 +0200', '2024-05-03T14:05:00+02:00'],
    ['May 3, 2024: 2:05 PM ET', '2024-05-03T14:05'],
    ['Published 12:10 am, May 3rd, 2024', '2024-05-03'],
    ['3 May 2024', '2024-05-03'],
    ['3. maj 2024 kl. 14.05', '2024-05-03T14:05'],
    ['3. März 2024', '2024-03-03'],
    ['3 de mayo de 2024', '2024-05-03'],
    ['03.05.2024', '2024-05-03'],
    ['25/12/2024', '2024-12-25'],
    ['12/25/2024', '2024-12-25'],
    ['29 February 2024', '2024-02-29'],
  ])('%s is %s', (written, time) => {
    expect(isoTime(written)).toBe(time)
  })

  it.each([
    'May 3',
    '03/04/2024',
    'yesterday',
    '2024-13-01',
    '30 February 2024',
    '29 February 2023',
    'Room 3, 2024 visitors',
    '99999999999',
    '',
  ])('%s is no certain day', written => {
    expect(isoTime(written)).toBeUndefined()
  })
})

describe('bylines', () => {
  it.each<[string, readonly string[]]>([
    ['By Ada Brink and Olav Tingstad', ['Ada Brink', 'Olav Tingstad']],
    ['By Ada Brink, for the Orrby Post', ['Ada Brink']],
    ['ADA BRINK', ['ADA BRINK']],
    ['Ada Brink, Senior Correspondent', ['Ada Brink']],
    ['By Ada Brink | Orrby Post', ['Ada Brink']],
    ['By Ada Brink in Senn', ['Ada Brink']],
    ['Ada Brink (ada@post.example)', ['Ada Brink']],
    ['Ada Brink ada@post.example', ['Ada Brink']],
    ['Af Søren Blåvand og Pia Rask', ['Søren Blåvand', 'Pia Rask']],
    ['Von Jutta von der Ried', ['Jutta von der Ried']],
    ['By Ada Brink, Olav Tingstad & Eve Lund', ['Ada Brink', 'Olav Tingstad', 'Eve Lund']],
    ['By Ada Brink Published 10:15', ['Ada Brink']],
    ['Pelle Anrep, Norrskar Gazette', ['Pelle Anrep']],
    ['山田太郎', ['山田太郎']],
    ['Anders Post', ['Anders Post']],
  ])('%s', (byline, people) => {
    expect(peopleIn(byline)).toEqual(people)
  })

  it.each([
    'https://post.example/ada',
    '//post.example/ada',
    'admin',
    'Staff reporter',
    '',
    '12 May',
    'adabrink7',
    'Editorial',
    'x'.repeat(600),
  ])('%s names nobody', byline => {
    expect(peopleIn(byline)).toEqual([])
  })
})

describe('titles', () => {
  it.each([
    ['Mill burns | Orrby Post', ['Orrby Post'], 'Mill burns'],
    ['Mill burns - News - The Orrby Post', ['Orrby Post'], 'Mill burns - News'],
    ['Mill burns — Orrby Post', ['The Orrby Post'], 'Mill burns'],
    ['Orrby Post: Mill burns', ['Orrby Post'], 'Mill burns'],
    ['Mill burns - again', ['Orrby Post'], 'Mill burns - again'],
    ['Orrby Post', ['Orrby Post'], 'Orrby Post'],
    ['Mill: a history', [], 'Mill: a history'],
  ])('%s of %s is %s', (title, outlets, cut) => {
    expect(withoutOutlet(title, outlets as string[])).toBe(cut)
  })

  it.each([
    ['Mill burns in Orrby - 3 May', ['Mill burns in Orrby'], 'Mill burns in Orrby'],
    ['Mill burns in Orrby | Post', [], 'Mill burns in Orrby'],
    ['Mill burns', ['Something else'], 'Mill burns'],
    // what follows the dash may be the story's
    [
      'Mill - a short history of a long fire in five parts',
      [],
      'Mill - a short history of a long fire in five parts',
    ],
  ])('<title> %s with headings %s is %s', (title, headings, found) => {
    expect(fromTitleTag(title, headings as string[], [])).toBe(found)
  })
})
