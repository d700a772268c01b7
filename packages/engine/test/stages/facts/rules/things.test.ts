import { describe, expect, it } from 'vitest'
import { factsOf } from '../facts.js'

const T = '{n8:organisation Torvane}'
const B = '{n9:organisation Beacon}'
const NIGHT = '{n7:work Night Train}'

/** type, text, facts; where there are none the text is a non-example. */
const CASES: readonly (readonly [type: string, text: string, ...facts: string[]])[] = [
  [
    'founded',
    `{n1 Ada Fenn} and {n2 Jo Marsh} founded ${B}.`,
    'subject=Ada Fenn object=Beacon',
    'subject=Jo Marsh object=Beacon',
  ],
  [
    'founded',
    `{n1 Ada Fenn} and {n2 Jo Marsh} founded ${B} and ${T} respectively.`,
    'subject=Ada Fenn object=Beacon',
    'subject=Jo Marsh object=Torvane',
  ],
  [
    'founded',
    `{n1 Ada Fenn} worked there before co-founding ${B} with {n2 Jo Marsh}, a friend.`,
    'subject=Ada Fenn object=Beacon',
    'subject=Jo Marsh object=Beacon',
  ],
  ['founded', `They like ${B}, set up by {n1 Ada Fenn}.`, 'subject=Ada Fenn object=Beacon'],
  ['founded', `{n1 Ada Fenn}, co-founder of ${B}, spoke.`, 'subject=Ada Fenn object=Beacon'],
  ['founded', `{n1 Ada Fenn} planned to found ${B}.`],
  ['founded', `{n1 Ada Fenn} opened the door of ${B}.`],

  [
    'acquired',
    `${T} bought ${B} from {n1 Ada Fenn} for {v:money $3bn}.`,
    'buyer=Torvane target=Beacon seller=Ada Fenn price=$3bn',
  ],
  [
    'acquired',
    `${B}, which {n1 Ada Fenn} and {n2 Jo Marsh} sold to ${T}, grew.`,
    'buyer=Torvane target=Beacon seller=Ada Fenn',
    'buyer=Torvane target=Beacon seller=Jo Marsh',
  ],
  ['acquired', `${T} has agreed to buy ${B}.`, 'buyer=Torvane target=Beacon'],
  ['acquired', `${T} took over ${B}.`, 'buyer=Torvane target=Beacon'],
  ['acquired', `${T} paid {v:money £2m} for ${B}.`, 'buyer=Torvane target=Beacon price=£2m'],
  ['acquired', `${T} is not in talks to buy ${B}.`],
  ['acquired', `${B} could be sold to ${T}.`],
  ['acquired', '{n1 Ada Fenn} bought a coffee.'],

  [
    'created',
    `{n1 Ada Fenn} directed ${NIGHT}.`,
    'subject=Ada Fenn object=Night Train as=directed',
  ],
  [
    'created',
    `They saw ${NIGHT}, the musical written by {p1 her} brother {n2 Sim}. {n1 Ada Fenn} wept.`,
    'subject=Sim object=Night Train as=wrote',
  ],
  [
    'created',
    '{n1 Ada Fenn}’s new opera, {n2:work The Salt Tax}, is long.',
    'subject=Ada Fenn object=The Salt Tax',
  ],
  ['created', `${NIGHT}, by {n1 Ada Fenn}, is long.`, 'subject=Ada Fenn object=Night Train'],
  ['created', '{n1 Ada Fenn} directed traffic.'],
  ['created', `{d7 The film}’s director, {n1 Ada Fenn}, likes ${NIGHT}.`],

  [
    'released',
    `${NIGHT} was released on {n2:organisation Wavelet} on {v:date 1 October}.`,
    'work=Night Train platform=Wavelet time=1 October',
  ],
  [
    'released',
    `${NIGHT} opens in cinemas on {v:date Friday}.`,
    'work=Night Train platform=cinemas time=Friday',
  ],
  ['released', `${NIGHT} will be published in {v:date May}.`, 'work=Night Train time=May'],
  ['released', `${NIGHT} was not released in {v:date May}.`],
  ['released', '{n1 Leon Rusk} was released on {v:date Friday}.'],

  [
    'located-in',
    'They met at the {n1:place Plaza} in {n2:place Dray Street}, {n3:place Orm}.',
    'subject=Plaza object=Dray Street',
    'subject=Dray Street object=Orm',
  ],
  ['located-in', `${B}, based in {n3:place Orm}, grew.`, 'subject=Beacon object=Orm'],
  ['located-in', 'They went to {n1:place Orm}, {n2:place Karsk} and {n3:place Tannet}.'],
  ['located-in', '{n1 Ada Fenn}, of {n3:place Orm}, spoke.'],
]

describe('facts about firms, works and places', () => {
  it.each(CASES)('%s: %s', (type, text, ...facts) =>
    expect(factsOf(type, text).sort()).toEqual([...facts].sort()),
  )
})
