import { describe, expect, it } from 'vitest'
import { impossibleDates } from '../../../src/stages/findings/impossible-date.js'
import { impossibleTimes } from '../../../src/stages/findings/impossible-time.js'
import type { Rule } from '../../../src/stages/findings/types.js'
import { parseMarked } from '../../mark.js'
import { build } from './story.js'

/** Marked with <e> where a rule finds an error, <w> a warning. */
function check(rule: Rule, marked: string) {
  const { text, spans } = parseMarked(marked)
  const found = rule(build(text))
  const of = (severity: string) =>
    found.filter(f => f.severity === severity).flatMap(f => f.spans.map(s => ({ ...s })))
  expect({ e: of('error'), w: of('warning') }).toEqual({ e: spans.e ?? [], w: spans.w ?? [] })
}

describe('a day that no calendar has', () => {
  it.each([
    'It closes on <e>31 April</e>.',
    'It closes on <e>31st of April</e>.',
    'It closed on <e>June 31</e>.',
    'It closed on <e>Feb. 30</e>.',
    'Rehearsals began (<e>29 February 2023</e>).',
    'It closed on <e>February 29, 2023</e>, they said.',
    'The note of <e>32 March 2018</e> was lost.',
    'It opened on Friday, <w>32 March</w> in the rain.',
    'The hall burned down (<w>32.03.18</w>).',
    'Signed on <e>31/04/2018</e>.',
    'Filed <e>2018-02-30</e> at noon.',
    'Filed <w>2018-02-44</w> at noon.',
    'Seen on <e>30.02.2018</e>, and never again.',
  ])('%s', marked => check(impossibleDates, marked))

  it.each([
    'It closes on 30 April, or on 31 May.',
    'They marry on 29 February.',
    'It fell on 29 February 2024.',
    'In June 31 people were fined.',
    'In May 45 were hurt.',
    'Some 60 May supporters came.',
    'There is no 31 April.',
    'They run version 10.45.99 of it.',
    'The address is 10.45.99.1 today.',
    'Signed on 12/31/2018 and on 31/12/2018.',
    'Call 01.45.67.89.00 for more.',
    'The 2017-18-19 team.',
    'He will march 45 miles.',
    'In September 2019 and September 1999.',
    'In the first place 31.',
  ])('not: %s', text => check(impossibleDates, text))
})

describe('an hour that no clock has', () => {
  it.each([
    'The doors open at <w>25:00</w>.',
    'It fell silent at <w>26:30 GMT</w>.',
    'It fell silent at <w>14:30 am</w>, they said.',
    'It fell silent at <w>9.75am</w>.',
    'It fell silent at <w>9:75</w> yesterday.',
  ])('%s', marked => check(impossibleTimes, marked))

  it.each([
    'The doors open at 24:00, or at 00:30.',
    'The doors open at 14:30 pm.',
    'She finished in 25:30.',
    'The second goal came at 63:10.',
    'The shares closed at 9.75 marls.',
    'The doors open at 9.45am or 11:59 p.m.',
    'Read 1:25:30 on the dial.',
    'See verse 25:61 there.',
  ])('not: %s', text => check(impossibleTimes, text))
})
