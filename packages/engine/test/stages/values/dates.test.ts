import { describe, expect, it } from 'vitest'
import { read, shown } from './read.js'

describe('months by name', () => {
  it.each([
    ['It opened on March 5, 2016.', ['March 5, 2016 = 2016-03-05']],
    ['It opened on 5 March 2016.', ['5 March 2016 = 2016-03-05']],
    ['It opened on the 5th of March, 2016.', ['5th of March, 2016 = 2016-03-05']],
    ['It closed on Sept. 30, 2016.', ['Sept. 30, 2016 = 2016-09-30']],
    ['It closed in September 2016.', ['September 2016 = 2016-09']],
    ['It closed 05-Aug-2016.', ['05-Aug-2016 = 2016-08-05']],
    ['It opened on March 5.', ['March 5 = 2018-03-05']],
    ['It opened on November 5.', ['November 5 = 2017-11-05']],
    ['It will open on April 5.', ['April 5 = 2018-04-05']],
    ['It opened in May.', ['May = 2017-05']],
    ['It will open in May.', ['May = 2018-05']],
    ['It opened last March.', ['last March = 2017-03']],
    ['It opened in early 2016.', ['early 2016 = 2016-01-01/2016-05-01']],
    ['It opened in mid-May 2016.', ['mid-May 2016 = 2016-05-11/2016-05-21']],
    ['It opened the week of March 7, 2016.', ['week of March 7, 2016 = 2016-03-07/2016-03-14']],
    [
      'It must open by the end of March 2019.',
      ['end of March 2019 = 2019-03-31', 'by the end of March 2019 = /2019-03-31'],
    ],
    ['It opened on Thanksgiving.', ['Thanksgiving = 2017-11-23']],
    ['It opens on Good Friday 2018.', ['Good Friday 2018 = 2018-03-30']],
    ['It will open on Memorial Day.', ['Memorial Day = 2018-05-28']],
    [
      'On May 20, 2012, it opened. On June 1 it shut.',
      ['May 20, 2012 = 2012-05-20', 'June 1 = 2012-06-01'],
    ],
    ['It opened on Christmas Day.', ['Christmas Day = 2017-12-25']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it.each([
    'Ana May said so.',
    'It may rain and they march on.',
    'The march was long.',
    'An august body met.',
    'It fell on February 30.',
  ])('none: %s', text => expect(shown(text)).toEqual([]))
})

describe('ranges of days and months', () => {
  it.each([
    ['It ran from 3 to 5 May 2016.', ['3 to 5 May 2016 = 2016-05-03/2016-05-06']],
    ['It ran on May 3-5, 2016.', ['May 3-5, 2016 = 2016-05-03/2016-05-06']],
    ['It ran from May to July 2016.', ['May to July 2016 = 2016-05/2016-07']],
    ['It ran Nov 18-Dec 19, 2015.', ['Nov 18-Dec 19, 2015 = 2015-11-18/2015-12-20']],
    ['It ran from November to February 2016.', ['November to February 2016 = 2015-11/2016-02']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it.each([['It ran in May 2014 and June 2015.', ['May 2014 = 2014-05', 'June 2015 = 2015-06']]])(
    'two whole dates are two values: %s',
    (text, values) => expect(shown(text)).toEqual(values),
  )
})

describe('days of the week', () => {
  it.each([
    ['It opened on Thursday.', ['Thursday = 2018-03-15']],
    ['It opened on Friday.', ['Friday = 2018-03-09']],
    ['It will open on Friday.', ['Friday = 2018-03-16']],
    ['The show opens on Friday.', ['Friday = 2018-03-16']],
    ['It will be closed on Friday.', ['Friday = 2018-03-16']],
    ['She said on Tuesday that it will open soon.', ['Tuesday = 2018-03-13']],
    ['On Friday, the council will vote.', ['Friday = 2018-03-16']],
    ['It opened last Friday.', ['last Friday = 2018-03-09']],
    ['It opened this past Friday.', ['this past Friday = 2018-03-09']],
    ['It opens next Tuesday.', ['next Tuesday = 2018-03-20']],
    ['It opened on Wednesday of last week.', ['Wednesday of last week = 2018-03-07']],
    ['It opened on Tuesday night.', ['Tuesday night = 2018-03-13']],
    ['Friday’s show was long.', ['Friday = 2018-03-09']],
    ['It opened on Mon. March 5.', ['Mon. March 5 = 2018-03-05']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it.each([
    'It was a Super Tuesday.',
    'On Saturday Night Live it rained.',
    'They meet on Fridays.',
    'He sat in the sun.',
    'The sun rose.',
  ])('none: %s', text => expect(shown(text)).toEqual([]))

  it('keeps the day that is stated beside its date, right or wrong', () => {
    const [value] = read('It opened on Friday, March 22, 2018.')
    expect(value).toMatchObject({
      value: '2018-03-22',
      stated: { weekday: 'friday', day: 22, month: 3, year: 2018 },
    })
    expect(value!.inferred).toBeUndefined()
  })

  it('marks a year that it inferred', () => {
    const [value] = read('It opens on Friday March 23.')
    expect(value).toMatchObject({
      value: '2018-03-23',
      stated: { weekday: 'friday', day: 23, month: 3 },
      inferred: { year: 2018, basis: 'published' },
    })
  })

  it('keeps the other reading of "last"', () => {
    expect(read('It opened last Wednesday.')[0]).toMatchObject({
      value: '2018-03-07',
      readings: ['2018-03-07', '2018-03-14'],
    })
  })
})

describe('without a day of publication', () => {
  it.each([
    ['It opened on Thursday.', ['Thursday = -W-4']],
    ['It opened on March 5.', ['March 5 = --03-05']],
    ['It opened in March.', ['March = --03']],
    ['It opened yesterday and last month.', []],
    ['In 2016 it opened on March 5.', ['2016 = 2016', 'March 5 = 2016-03-05']],
    [
      'Friday, July 21, 2017\n\nIt opened on Tuesday.',
      ['Friday, July 21, 2017 = 2017-07-21', 'Tuesday = 2017-07-18'],
    ],
    [
      'PORT HALLIN, March 9, 2017 (VPA) — It opened on Tuesday.',
      ['March 9, 2017 = 2017-03-09', 'Tuesday = 2017-03-07'],
    ],
    [
      'It opened on Tuesday.\n\nSince March 9, 2017 — no show.',
      ['Tuesday = -W-2', 'March 9, 2017 = 2017-03-09', 'Since March 9, 2017 = 2017-03-09/'],
    ],
  ])('%s', (text, values) => expect(shown(text, null)).toEqual(values))
})

describe('dates in digits', () => {
  it.each([
    ['Updated (15.03.18).', ['15.03.18 = 2018-03-15']],
    ['Updated 4.5.2018.', ['4.5.2018 = 2018-05-04']],
    ['Updated 2018-03-15.', ['2018-03-15 = 2018-03-15']],
    ['Updated 15/3/2018.', ['15/3/2018 = 2018-03-15']],
    ['Updated 3/15/18.', ['3/15/18 = 2018-03-15']],
    ['Updated 12/2015.', ['12/2015 = 2015-12']],
    ['It opened on 13/3.', ['13/3 = 2018-03-13']],
    ['Built 4/5/2016, mended 15/5/2016.', ['4/5/2016 = 2016-05-04', '15/5/2016 = 2016-05-15']],
    ['Built 4/5/2016, mended May 6, 2016.', ['4/5/2016 = 2016-04-05', 'May 6, 2016 = 2016-05-06']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it('keeps both readings where nothing tells the order', () => {
    expect(read('Built 4/5/2016 for £5.')[0]).toMatchObject({
      value: '2016-04-05',
      readings: ['2016-04-05', '2016-05-04'],
    })
  })

  it('takes the order from the paper’s address', () => {
    const [value] = read('Built 4/5/2016.', null, { url: 'https://hallin-post.co.uk/a/1' })
    expect(value!.value).toBe('2016-05-04')
    expect(value!.readings).toBeUndefined()
  })

  it.each([
    'Open 24/7, it scored 7/10.',
    'Version 1.2.3 and 2.0.14.1.',
    'It is 1/1/1/1.',
    'Built 31/31/2016.',
    'See hallin.example/2018/03/15 there.',
  ])('none: %s', text => expect(shown(text)).toEqual([]))
})

describe('years, decades, centuries, parts of years', () => {
  it.each([
    ['It opened in 1994 (closed 1999).', ['1994 = 1994', '1999 = 1999']],
    ['It burnt in 1066.', ['1066 = 1066']],
    ['the 2016 election', ['2016 = 2016']],
    ['in the 2016/17 season', ['2016/17 = 2016/2018']],
    ['from 1993–97', ['1993–97 = 1993/1997']],
    ['in the 1980s', ['1980s = 1980/1990']],
    ['in the early 2000s', ['early 2000s = 2000/2005']],
    ['in the ’80s', ['80s = 1980/1990']],
    ['in the eighties', ['eighties = 1980/1990']],
    ['in the 19th century', ['19th century = 1800/1900']],
    ['in Q3 2017', ['Q3 2017 = 2017-07/2017-10']],
    ['Profit fell in the third quarter.', ['third quarter = 2017-07/2017-10']],
    ['in the first half of 2017', ['first half of 2017 = 2017-01/2017-07']],
    ['the first quarter of last year', ['first quarter of last year = 2017-01/2017-04']],
    ['in the summer of 2015', ['summer of 2015 = 2015-06/2015-09']],
    ['It closed last summer.', ['last summer = 2017-06/2017-09']],
    ['in summer ’98', ['’98 = 1998']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it.each([
    ['Some 2000 people came.', ['2000 = 2000']],
    ['It cost $2000.', ['$2000 = 2000 USD']],
    ['They scored in the second half and the fourth quarter.', []],
  ])('no year: %s', (text, values) => expect(shown(text)).toEqual(values))
})

describe('relative dates', () => {
  it.each([
    ['It opened yesterday.', ['yesterday = 2018-03-14']],
    ['It opened last night.', ['last night = 2018-03-14T20:00/2018-03-14T23:59:59']],
    ['It opens tomorrow morning.', ['tomorrow morning = 2018-03-16T08:00/2018-03-16T12:00']],
    ['It opened last month.', ['last month = 2018-02']],
    ['It opened last week.', ['last week = 2018-03-05/2018-03-12']],
    ['It opened earlier this year.', ['earlier this year = 2018']],
    ['It opened this weekend.', ['this weekend = 2018-03-10/2018-03-12']],
    ['It will open this weekend.', ['this weekend = 2018-03-17/2018-03-19']],
    ['It opened two years ago.', ['two years ago = 2016']],
    ['It opened a decade ago.', ['a decade ago = 2008']],
    ['It opened three weeks ago.', ['three weeks ago = 2018-02-22']],
    ['It will open in three weeks.', ['three weeks = 2018-04-05']],
    ['Over the past two weeks it rained.', ['the past two weeks = 2018-03-01/2018-03-15']],
    [
      'It must close by the end of the year.',
      ['the end of the year = 2018-12-31', 'by the end of the year = /2018-12-31'],
    ],
    ['It opened the day before yesterday.', ['the day before yesterday = 2018-03-13']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it.each([
    'The following Friday they met.',
    'On the day it rained.',
    'this man',
    'the last of them',
  ])('none: %s', text => expect(shown(text)).toEqual([]))
})

describe('times of day', () => {
  it.each([
    ['It opened at 9 a.m. local time.', ['9 a.m. local time = T09:00']],
    ['It opened at 9.30pm.', ['9.30pm = T21:30']],
    ['It opened at 10:30 GMT.', ['10:30 GMT = T10:30']],
    ['It opened at noon.', ['noon = T12:00']],
    ['It is open 3-8pm.', ['3-8pm = T15:00/T20:00']],
    ['It opened on Tuesday at 7 p.m.', ['Tuesday at 7 p.m. = 2018-03-13T19:00']],
    ['It opened at 7pm on March 5.', ['7pm on March 5 = 2018-03-05T19:00']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it.each(['They won 3:1.', 'He ran it in 2:15:33.', 'He scored in the 63rd minute.'])(
    'none: %s',
    text => expect(shown(text)).toEqual([]),
  )
})

describe('a date without a year in a story of no known day', () => {
  it.each([
    [
      'takes the year told just before it',
      'It opened on May 3, 2016. It shut on June 4.',
      '2016-06-04',
    ],
    [
      'is open where the year was told elsewhere',
      'It opened in 1987.\n\nIt shut on April 14.',
      '--04-14',
    ],
    [
      'is open where the weekday is another in that year',
      'It opened on May 3, 2016. It shut on Friday, June 4.',
      '--06-04',
    ],
  ])('%s', (_, text, value) => expect(shown(text, null).at(-1)).toMatch(new RegExp(` = ${value}$`)))
})
