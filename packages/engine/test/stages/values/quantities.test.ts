import { describe, expect, it } from 'vitest'
import { read, shown } from './read.js'

describe('durations', () => {
  it.each([
    ['for 18 months', ['18 months = P18M']],
    ['a three-day visit', ['three-day = P3D']],
    ['almost three decades', ['three decades = P30Y']],
    ['for an hour and a half', ['an hour and a half = PT1.5H']],
    ['half an hour', ['half an hour = PT0.5H']],
    ['1 hour and 30 minutes', ['1 hour and 30 minutes = PT1H30M']],
    ['two to three weeks', ['two to three weeks = P2W/P3W']],
    ['within a week', ['a week = P1W']],
    ['three days later', ['three days = P3D']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it.each([
    ['$12 an hour', ['$12 = 12 USD']],
    ['Once a week, one day, they met.', []],
    ['the 2018 day', ['2018 = 2018']],
  ])('none: %s', (text, values) => expect(shown(text)).toEqual(values))
})

describe('money', () => {
  it.each([
    ['for $3 billion', ['$3 billion = 3000000000 USD']],
    ['for £4.5m', ['£4.5m = 4500000 GBP']],
    ['for US$ 20,000', ['US$ 20,000 = 20000 USD']],
    ['for A$4.1m', ['A$4.1m = 4100000 AUD']],
    ['for €2-3 million', ['€2-3 million = 2000000..3000000 EUR']],
    ['from $35,000 to $60,000', ['$35,000 = 35000 USD', '$60,000 = 60000 USD']],
    ['for 1.2bn rupees', ['1.2bn rupees = 1200000000 INR']],
    ['for five million yen', ['five million yen = 5000000 JPY']],
    ['for 3 million Canadian dollars', ['3 million Canadian dollars = 3000000 CAD']],
    ['for 10m Swiss francs', ['10m Swiss francs = 10000000 CHF']],
    ['for 50p', ['50p = 0.5 GBP']],
    ['for 34 cents', ['34 cents = 0.34 USD']],
    ['for GBP 350', ['GBP 350 = 350 GBP']],
    ['for 5m USD', ['5m USD = 5000000 USD']],
    ['a six-figure sum', ['six-figure = 100000..999999 ?']],
    ['They paid 20 pounds.', ['20 pounds = 20 GBP']],
    ['a $3-million house', ['$3-million = 3000000 USD']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it.each([
    ['He lost 20 pounds.', ['20 = 20']],
    ['for 500 hallers', ['500 = 500']],
    ['The 3 won there.', ['3 = 3']],
    ['a $ and a £', []],
  ])('none: %s', (text, values) => expect(shown(text)).toEqual(values))

  it('infers which dollar a bare sign is, and says so', () => {
    expect(read('for $5')[0]).toMatchObject({
      stated: { amount: 5, sign: '$' },
      inferred: { currency: 'USD' },
    })
    expect(read('for US$5')[0]!.inferred).toBeUndefined()
  })
})

describe('percentages', () => {
  it.each([
    ['up 4.5%', ['4.5% = 4.5']],
    ['up four per cent', ['four per cent = 4']],
    ['up 5 to 10 percent', ['5 to 10 percent = 5..10']],
    ['up 3–4%', ['3–4% = 3..4']],
    ['at -2%', ['2% = -2']],
    ['two percentage points', ['two percentage points = 2']],
    ['a 20-percent rise', ['20-percent = 20']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it.each(['% of them', 'the percentage'])('none: %s', text => expect(shown(text)).toEqual([]))
})

describe('ages', () => {
  it.each([
    ['They met Marta Hallin, 46, there.', ['46 = 46']],
    ['They met Marta Hallin (46) there.', ['46 = 46']],
    ['They met Marta Hallin, 46.', ['46 = 46']],
    ['a man aged 46', ['aged 46 = 46']],
    ['the 46-year-old', ['46-year-old = 46']],
    ['the forty-six-year-old', ['forty-six-year-old = 46']],
    ['He is 46 years old.', ['46 years old = 46']],
    ['a 10-month-old', ['10-month-old = 0.8333']],
    ['a woman in her forties', ['her forties = 40..49']],
    ['a man in his early 30s', ['his early 30s = 30..34']],
    ['people ages 55 to 65', ['ages 55 to 65 = 55..65']],
    ['an 18- to 24-year-old', ['18- to 24-year-old = 18..24']],
    ['at the age of 12', ['age of 12 = 12']],
    ['She turned 50 in May 2016.', ['turned 50 = 50', 'May 2016 = 2016-05']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it('are told as stated below a year', () => {
    expect(read('a 10-month-old')[0]).toMatchObject({
      type: 'age',
      stated: { number: 10, unit: 'month' },
    })
  })

  it.each([
    ['They met Marta Hallin, 46 miles away.', 'number'],
    ['They met Marta Hallin, 2018.', 'date'],
    ['They counted, 46, there.', 'number'],
    ['He turned 40 pages.', 'number'],
    ['a room with 46, there', 'number'],
  ])('none: %s', (text, type) => expect(read(text).map(value => value.type)).toEqual([type]))
})

describe('numbers', () => {
  it.each([
    ['some 3,000 came', ['3,000 = 3000']],
    ['two dozen came', ['two dozen = 24']],
    ['1.3 million people', ['1.3 million = 1300000']],
    ['4.1bn people', ['4.1bn = 4100000000']],
    ['5m viewers', ['5m = 5000000']],
    ['three hundred and two', ['three hundred and two = 302']],
    ['twenty-one came', ['twenty-one = 21']],
    ['two and a half million', ['two and a half million = 2500000']],
    ['a hundred came', ['a hundred = 100']],
    ['40,000-50,000 came', ['40,000-50,000 = 40000..50000']],
    ['2-3 million', ['2-3 million = 2000000..3000000']],
    ['10-15 people', ['10-15 = 10..15']],
    ['at least one', ['one = 1']],
    ['one in five', ['one in five = 0.2']],
    ['two-thirds of them', ['two-thirds = 0.6667']],
    ['It costs 6.5m marls. They told 6.8m.', ['6.5m = 6500000', '6.8m = 6800000']],
    ['It costs $6.5m, not 6.8m, now', ['$6.5m = 6500000 USD', '6.8m = 6800000']],
    ['2.5m viewers saw her jump 6.8m.', ['2.5m = 2500000']],
    ['It costs 6.5m marls. It is 6.8m deep.', ['6.5m = 6500000']],
    ['It costs 6.5m marls.\n\nThey told 6.8m.', ['6.5m = 6500000']],
    ['2.5m viewers saw the 100m.', ['2.5m = 2500000']],
    ['Room 46, No 10, in 3 rows', ['46 = 46', '10 = 10', '3 = 3']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it.each([
    'No one knew; one of them went, and one may wonder.',
    'They won 3-1 and lost 2–4.',
    'An F-16, the Covid-19 law, the A-10.',
    'Call 020 7946 0958 or 555-0123.',
    'Version 2.1.3 of it is at hallin.example/46/x.',
    'the second and the 63rd',
    'He ran the 100m and a 10k.',
    'It is 6.5m here and there 6.8m.',
    'a lot, an hour, hundreds of them',
    '#46',
  ])('none: %s', text => expect(shown(text)).toEqual([]))
})

describe('names', () => {
  it.each([
    ['They read the Sunday Times there.', []],
    ['They liked the Hallin Seven there.', []],
    ['They saw the 2018 Hallin Cup there.', ['2018 = 2018']],
  ])('are no values, but a year within one is: %s', (text, values) =>
    expect(shown(text)).toEqual(values),
  )
})

describe('money as it is written in several ways', () => {
  it.each([
    ['It cost USD3.14 then.', ['USD3.14 = 3.14 USD']],
    ['It cost Rs. 20 then.', ['Rs. 20 = 20 INR']],
    ['It cost Rs20 then.', ['Rs20 = 20 INR']],
    ['It cost 12,34,567 rupees.', ['12,34,567 rupees = 1234567 INR']],
    ['It cost $10-$20 then.', ['$10-$20 = 10..20 USD']],
    ['It cost three dollars and 50 cents.', ['three dollars and 50 cents = 3.5 USD']],
    ['It cost between 10 and 20 dollars.', ['10 and 20 dollars = 10..20 USD']],
    ['It cost half million dollars.', ['half million dollars = 500000 USD']],
    ['It cost 42 Qatari riyals.', ['42 Qatari riyals = 42 QAR']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))

  it.each([
    ['The ABC20 team and the RSS2 feed.', []],
    ['They won 12,34 and 5.', ['12 = 12', '34 = 34', '5 = 5']],
    ['A half market.', []],
  ])('none: %s', (text, values) => expect(shown(text)).toEqual(values))
})

describe('fractions of one character and ages', () => {
  it.each([
    ['They ate 2½ cakes.', ['2½ = 2.5']],
    ['They ate ¾ of it.', ['¾ = 0.75']],
    ['He was 6 weeks of age.', ['6 weeks of age = 0.115']],
  ])('%s', (text, values) => expect(shown(text)).toEqual(values))
})
