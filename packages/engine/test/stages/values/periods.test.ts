import { describe, expect, it } from 'vitest'
import { read, shown } from './read.js'

const last = (text: string) => shown(text).at(-1)

describe('periods that dates tell', () => {
  it.each([
    ['It ran from 2004 to 2009.', ['2004 = 2004', '2009 = 2009', 'from 2004 to 2009 = 2004/2009']],
    [
      'It fell between July 2003 and December 2004.',
      [
        'July 2003 = 2003-07',
        'December 2004 = 2004-12',
        'between July 2003 and December 2004 = 2003-07/2004-12',
      ],
    ],
    ['It shut before 2010.', ['2010 = 2010', 'before 2010 = /2010']],
    ['It shut after 2010.', ['2010 = 2010', 'after 2010 = 2011-01-01/']],
    [
      'It shut after March 5, 2016.',
      ['March 5, 2016 = 2016-03-05', 'after March 5, 2016 = 2016-03-05/'],
    ],
    ['It is shut since May 2016.', ['May 2016 = 2016-05', 'since May 2016 = 2016-05/']],
    [
      'It was shut until last Friday.',
      ['last Friday = 2018-03-09', 'until last Friday = /2018-03-09'],
    ],
    ['No later than 2020.', ['2020 = 2020', 'No later than 2020 = /2020']],
    [
      'It shut more than two years ago.',
      ['two years ago = 2016', 'more than two years ago = /2016'],
    ],
    [
      'It shut less than two weeks ago.',
      ['two weeks ago = 2018-03-01', 'less than two weeks ago = 2018-03-01/2018-03-15'],
    ],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it.each([
    ['It came after the show.', []],
    ['It counts from 2014.', ['2014 = 2014']],
    ['It ran 2004, 2009.', ['2004 = 2004', '2009 = 2009']],
    ['It ran from 2009 to 2004.', ['2009 = 2009', '2004 = 2004']],
    ['It fell in July 2003 and December 2004.', ['July 2003 = 2003-07', 'December 2004 = 2004-12']],
  ])('none: %s', (text, values) => expect(shown(text)).toEqual(values))

  it('says how the dates tell it, and what was inferred', () => {
    expect(read('It shut before March 5.').at(-1)).toMatchObject({
      stated: { relation: 'before' },
      inferred: { basis: 'published' },
    })
    expect(read('It shut before 2010.').at(-1)!.inferred).toBeUndefined()
  })

  it('leaves a day open where a time bounds it', () => {
    expect(shown('It opens today before 4pm.')).toEqual(['today before 4pm = /2018-03-15T16:00'])
  })
})

describe('days, weeks and months of something', () => {
  it.each([
    ['the first Tuesday of March 2018', 'the first Tuesday of March 2018 = 2018-03-06'],
    ['the last Monday in October 2017', 'the last Monday in October 2017 = 2017-10-30'],
    ['the first week of 2021', 'the first week of 2021 = 2021-01-04/2021-01-11'],
    ['the last week of 2020', 'the last week of 2020 = 2020-12-28/2021-01-04'],
    ['the last four months of 2021', 'the last four months of 2021 = 2021-09/2022-01'],
    ['the first ten days of last year', 'the first ten days of last year = 2017-01-01/2017-01-11'],
    ['on the 15th of next month', 'the 15th of next month = 2018-04-15'],
    ['the 20th day of this month', 'the 20th day of this month = 2018-03-20'],
    ['the last day of October 2015', 'the last day of October 2015 = 2015-10-31'],
  ])('%s', (text, value) => expect(last(text)).toBe(value))

  it.each(['the first week of the trial', 'the last days of June'])('none: %s', text =>
    expect(shown(text).filter(one => !one.startsWith('June'))).toEqual([]),
  )

  it('has no sixth Monday of a month', () =>
    expect(shown('the 6th Monday of May 2016')).toEqual([]))
})

describe('counted from a day', () => {
  it.each([
    ['It shut 3 days after March 12.', '3 days after March 12 = 2018-03-15'],
    ['It opened two weeks before Christmas Day.', 'two weeks before Christmas Day = 2017-12-11'],
    ['It shut two months ago.', 'two months ago = 2018-01-15'],
    ['It will open in a week.', 'a week = 2018-03-22'],
    ['It will open in three years.', 'three years = 2021-03-15'],
  ])('%s', (text, value) => expect(last(text)).toBe(value))

  it.each([
    ['It was its first win in three years.', ['three years = P3Y']],
    ['It was shut for three days after Tuesday.', 'three days = P3D'],
  ])('how long, not when: %s', (text, values) =>
    expect(shown(text)).toContain(typeof values === 'string' ? values : values[0]),
  )
})

describe('years in words', () => {
  it.each([
    ['It opened in March nineteen eighty-six.', 'March nineteen eighty-six = 1986-03'],
    ['It opened in May two thousand and five.', 'May two thousand and five = 2005-05'],
    ['It opened on twenty five January 1986.', 'twenty five January 1986 = 1986-01-25'],
  ])('%s', (text, value) => expect(last(text)).toBe(value))
})

describe('weeks and quarters', () => {
  it.each([
    ['It opens next week Wednesday.', 'next week Wednesday = 2018-03-21'],
    ['Sales fell over the past two quarters.', 'the past two quarters = 2017-07/2018-01'],
  ])('%s', (text, value) => expect(last(text)).toBe(value))
})
