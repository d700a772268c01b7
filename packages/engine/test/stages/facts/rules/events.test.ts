import { describe, expect, it } from 'vitest'
import { factsOf } from '../facts.js'

const HALL = '{n9:place Stokely Hall}'

/** type, text, facts; where there are none the text is a non-example. */
const CASES: readonly (readonly [type: string, text: string, ...facts: string[]])[] = [
  [
    'held',
    `{d2:event The gala} was held at ${HALL} on {v:date Saturday}.`,
    'event=The gala place=Stokely Hall time=Saturday',
  ],
  ['held', `{d2:event The gala} will take place at ${HALL}.`, 'event=The gala place=Stokely Hall'],
  ['held', `{n1 Ada Fenn} hosted a supper at ${HALL}.`, 'event=supper place=Stokely Hall'],
  [
    'held',
    `{v:date Thursday}’s {n2:event Sports Awards}, held at ${HALL}, were long.`,
    'event=Sports Awards place=Stokely Hall time=Thursday',
  ],
  ['held', `{d2:event The gala} was not held at ${HALL}.`],
  ['held', `{n2:event The Byre Prize} went to a writer at ${HALL}.`],

  ['hosted', '{n1 Ada Fenn} hosted a supper.', 'subject=Ada Fenn event=supper'],
  [
    'hosted',
    '{d2:event The debate}, chaired by {n1 Ada Fenn}, was long.',
    'subject=Ada Fenn event=The debate',
  ],
  ['hosted', '{n1 Ada Fenn} hosted a website.'],

  ['attended', '{n1 Ada Fenn} attended {d2:event the gala}.', 'subject=Ada Fenn event=the gala'],
  [
    'attended',
    '{d2:event The gala} was long. Among those present were the tenor {n1 Jo Marsh} and Mrs {n3 Ada Fenn}.',
    'subject=Jo Marsh event=The gala',
    'subject=Ada Fenn event=The gala',
  ],
  [
    'attended',
    '{d2:event The gala} was long and the guests included {n1 Jo Marsh}.',
    'subject=Jo Marsh event=The gala',
  ],
  ['attended', '{n1 Ada Fenn} did not attend {d2:event the gala}.'],
  ['attended', 'The guests included {n1 Jo Marsh}.'],

  [
    'took-part',
    '{n1 Ada Fenn} spoke at {d2:event the launch}.',
    'subject=Ada Fenn event=the launch',
  ],
  [
    'took-part',
    '{n1 Ada Fenn} took part in {p1 her} first {n2:event Raft Race}.',
    'subject=Ada Fenn event=Raft Race',
  ],
  [
    'took-part',
    '{n1 Ada Fenn} will speak at {d2:event the launch}.',
    'subject=Ada Fenn event=the launch',
  ],
  ['took-part', '{n1 Ada Fenn} refuses to speak at {d2:event the launch}.'],
  ['took-part', `{n1 Ada Fenn} spoke at ${HALL}.`],
]

describe('facts about events', () => {
  it.each(CASES)('%s: %s', (type, text, ...facts) =>
    expect(factsOf(type, text).sort()).toEqual([...facts].sort()),
  )
})
