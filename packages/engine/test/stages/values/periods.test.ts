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
    ['It is shut since the 1990s.', ['1990s = 1990/2000', 'since the 1990s = 1990/']],
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
    ['It shut after Tuesday’s show.', ['Tuesday = 2018-03-13']],
    ['It is shut since the 1999 fire.', ['1999 = 1999']],
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
    ['Prices rise, but not in one year.', ['one year = P1Y']],
    ['It lasts three weekends.', ['three weekends = P6D']],
    ['It will last three weekends.', ['three weekends = P6D']],
    ['It ran more than two hours.', ['more than two hours = PT2H']],
  ])('how long, not when: %s', (text, values) => expect(shown(text)).toEqual(values))

  it.each([
    ['It shuts for 10 days from March 20.', '10 days from March 20 = 2018-03-20/2018-03-30'],
    ['It shuts 2 weeks starting March 20.', '2 weeks starting March 20 = 2018-03-20/2018-04-03'],
    [
      'It rained the last 3 months and 2 days.',
      'the last 3 months and 2 days = 2017-12-13/2018-03-15',
    ],
    ['They have 3 next weeks.', '3 next weeks = 2018-03-16/2018-04-06'],
    ['It rained for the last 3 months and 2 days ago it shut.', '2 days ago = 2018-03-13'],
    ['It shut until now.', 'until now = /2018-03-15'],
    ['It ran between May 2016 and now.', 'between May 2016 and now = 2016-05/2018-03-15'],
  ])('when: %s', (text, value) => expect(last(text)).toBe(value))

  it('counts hours from the time of publication, where it is told', () => {
    expect(shown('It rained in the last 24 hours.', '2018-03-15T09:30:00Z')).toEqual([
      'the last 24 hours = 2018-03-14T09:30/2018-03-15T09:30',
    ])
    expect(shown('It rained in the last 24 hours.')).toEqual(['the last 24 hours = PT24H'])
  })
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

describe('hours', () => {
  it.each([
    ['It opened at half past seven.', 'half past seven = T07:30'],
    ['It opened at a quarter to nine p.m.', 'a quarter to nine p.m. = T20:45'],
    ['It opened at ten minutes past eight.', 'ten minutes past eight = T08:10'],
    ['It opened at seven twenty-seven.', 'seven twenty-seven = T07:27'],
    ['It opened at 2 in the afternoon.', '2 in the afternoon = T14:00'],
    ['It opened at seven o’clock.', 'seven o’clock = T07:00'],
    [
      'It opened from 10:30 to 3 on Tuesday.',
      '10:30 to 3 on Tuesday = 2018-03-13T10:30/2018-03-13T15:00',
    ],
    [
      'It rained between 3 and 8 yesterday.',
      '3 and 8 yesterday = 2018-03-14T03:00/2018-03-14T08:00',
    ],
    ['It opened tomorrow evening at 5.30pm.', 'tomorrow evening at 5.30pm = 2018-03-16T17:30'],
  ])('%s', (text, value) => expect(last(text)).toBe(value))

  it.each([
    ['They won 6-3 on Tuesday.', ['Tuesday = 2018-03-13']],
    ['It moved a quarter to the state.', []],
    ['Between 3 and 8 people came.', ['3 = 3', '8 = 8']],
  ])('none: %s', (text, values) => expect(shown(text)).toEqual(values))
})

describe('parts of weeks and holidays', () => {
  it.each([
    ['It shut at the end of last week.', 'the end of last week = 2018-03-09/2018-03-12'],
    ['It shut early last week.', 'early last week = 2018-03-05/2018-03-08'],
    ['It opened last Easter.', 'last Easter = 2017-04-16'],
    ['It opened in Easter 2010.', 'Easter 2010 = 2010-04-04'],
    ['It opened on Labor Day weekend 2017.', 'Labor Day weekend = 2017-09-02/2017-09-05'],
    [
      'It opened the weekend of Thanksgiving 2017.',
      'weekend of Thanksgiving 2017 = 2017-11-23/2017-11-27',
    ],
    ['It opened 10/1-11/2/2017.', '10/1-11/2/2017 = 2017-10-01/2017-11-03'],
    ['It opened on the 1st of march.', '1st of march = 2018-03-01'],
    ['It opened in April of last year.', 'April of last year = 2017-04/2017-05'],
    ['It opened in Hallin Jan-Feb 2017.', 'Jan-Feb 2017 = 2017-01/2017-02'],
    ['It opened in April of 87.', 'April of 87 = 1987-04'],
    ['It opened on 2017-Aug-01.', '2017-Aug-01 = 2017-08-01'],
    ['File 20170801.', '20170801 = 2017-08-01'],
  ])('%s', (text, value) => expect(shown(text)).toContain(value))

  it.each([
    'It rained at Easter.',
    'A Christmas market.',
    'a thanksgiving meal',
    'the end of the day',
  ])('none: %s', text => expect(shown(text)).toEqual([]))
})
