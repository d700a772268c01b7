import { describe, expect, it } from 'vitest'
import { factsOf } from '../facts.js'

const B = '{n9:organisation Beacon}'
const TRAIN = '{n8:work Night Train}'

/** More ways to say it: type, text, facts; where there are none the text is a non-example. */
const CASES: readonly (readonly [type: string, text: string, ...facts: string[]])[] = [
  // the fuller of two that say the same
  [
    'born',
    '{n1 Ada Fenn}, born {v:date 2 May 1938}, left. {n1 Fenn} was born in {n3:place Orm} on {v:date 2 May 1938}.',
    'subject=Ada Fenn time=2 May 1938 place=Orm',
  ],
  [
    'role',
    `{n1 Ada Fenn}, the president, left. ${B} president {n1 Ada Fenn} left.`,
    'subject=Ada Fenn title=president organisation=Beacon',
  ],
  [
    'left',
    `{n1 Ada Fenn} left ${B} in {v:date 2001}. {n1 Fenn} left {n7:organisation Torvane} in {v:date 2009}.`,
    'subject=Ada Fenn object=Beacon time=2001',
    'subject=Ada Fenn object=Torvane time=2009',
  ],
  // dealt out
  [
    'created',
    `{n1 Ada Fenn} and {n2 Jo Marsh}, who wrote and directed ${TRAIN} respectively, left.`,
    'subject=Ada Fenn object=Night Train as=wrote',
    'subject=Jo Marsh object=Night Train as=directed',
  ],
  ['created', `They read {d8:work the memoir} of {n1 Ada Fenn}.`],
  [
    'created',
    `{n8:work Tin}, {d8 the memoir} of {n1 Ada Fenn}, is out.`,
    'subject=Ada Fenn object=Tin',
  ],
  ['created', '{n1 Ada Fenn} left {d8:work {p1 her} programme}.'],
  // relatives
  [
    'family',
    '{n1 Ada Fenn} was born in {n3:place Orm} in {v:date 1949}, {d4 the son} of {d5 a ferryman}.',
    'subject=Ada Fenn object=a ferryman relation=son',
  ],
  ['family', "{n1 Ada Fenn} read The {d4 {d5 Keeper}'s Wife}."],
  ['family', 'A game for {d4:group widows} and {d5:group {p4 their} sons}.'],
  // where; of which
  ['born', 'They left {n3:place Orm}, where {n1 Ada Fenn} was born.', 'subject=Ada Fenn place=Orm'],
  ['born', 'They left {d3:place the farm}, where {n1 Ada Fenn} was born.'],
  [
    'member-of',
    `They left ${B}, of which {n1 Ada Fenn} was {d1 a member}.`,
    'subject=Ada Fenn object=Beacon',
  ],
  // nouns for what was done
  [
    'married',
    '{n1 Ada Fenn} left after {p1 her} marriage to {n2 Jo Marsh}.',
    'subject=Ada Fenn object=Jo Marsh',
  ],
  ['married', '{n1 Ada Fenn} left after {p1 her} objection to {n2 Jo Marsh}.'],
  [
    'acquired',
    `It grew after {n7:organisation Torvane}'s takeover of ${B}.`,
    'buyer=Torvane target=Beacon',
  ],
  ['acquired', `They oppose {n7:organisation Torvane}'s planned takeover of ${B}.`],
  // no deal, no prize
  ['acquired', '{n1 Ada Fenn} bought {d4:other a hearse}.'],
  [
    'acquired',
    '{n1 Ada Fenn} bought {d4:other a hearse} for {v:money £900}.',
    'buyer=Ada Fenn target=a hearse price=£900',
  ],
  ['created', `{n8:work Firm of the Year} by ${B} went to {n1 Ada Fenn}.`],
  // both
  [
    'born',
    '{n1 Ada Fenn} and {n2 Jo Marsh} went to {n3:place Orm}, where both were born in {v:date 1950}.',
    'subject=Ada Fenn time=1950 place=Orm',
    'subject=Jo Marsh time=1950 place=Orm',
  ],
  [
    'member-of',
    `{n1 Ada Fenn} and {n2 Jo Marsh}, both members of ${B}, left.`,
    'subject=Ada Fenn object=Beacon',
    'subject=Jo Marsh object=Beacon',
  ],
  ['member-of', `{n1 Ada Fenn} met both members of ${B}.`],
  // a participle at the head of the sentence
  [
    'elected',
    'Twice elected to {d4:organisation the council}, {n1 Ada Fenn} left.',
    'subject=Ada Fenn object=the council',
  ],
  ['elected', 'Never elected to {d4:organisation the council}, the seat stayed empty.'],
  // awards
  [
    'won',
    '{n1 Ada Fenn} was named Driver of the Year.',
    'subject=Ada Fenn object=Driver of the Year',
  ],
  ['appointed', '{n1 Ada Fenn} was named Driver of the Year.'],
  [
    'won',
    '{n1 Ada Fenn} became national chess champion.',
    'subject=Ada Fenn object=national chess champion',
  ],
  ['won', '{n1 Ada Fenn} became a champion of the poor.'],
  // titles
  [
    'role',
    `{n1 Ada Fenn}, editor in chief of ${B}, left.`,
    'subject=Ada Fenn title=editor in chief organisation=Beacon',
  ],
  ['role', '{n1 Ada Fenn} was chief of staff.', 'subject=Ada Fenn title=chief of staff'],
  [
    'role',
    'The {n3:place Norlandian} cyclist {n1 Ada Fenn} left.',
    'subject=Ada Fenn title=cyclist',
  ],
  // events
  [
    'held',
    '{n4:event Hay Week} was held at {n3:place Orm} from 8 to 10 August.',
    'event=Hay Week place=Orm time=8 to 10 August',
  ],
  [
    'held',
    'She speaks {v:date tonight} at {d4:event a dinner} at {n3:place Orm}.',
    'event=a dinner place=Orm time=tonight',
  ],
  ['held', 'They heard of {d4:event the discovery} in {n3:place Orm}.'],
  ['held', 'They saw {d4:event the sale} in {n3:place Orm}.'],
  [
    'took-part',
    '{n4:event Hay Week} opens. {n1 Ada Fenn} is among those performing.',
    'subject=Ada Fenn event=Hay Week',
  ],
  [
    'took-part',
    '{n1 Ada Fenn} spoke in {d4:event the {n5:organisation Lords} debate}.',
    'subject=Ada Fenn event=the Lords debate',
  ],
  // ages, places, posts
  ['age', '{n1 Jago}, who was {v:number four}, left.', 'subject=Jago value=four'],
  ['age', 'They read {d4:other a {v:age 25-year-old} court file}.'],
  ['located-in', 'They saw {d4:place offices} in {n3:place Orm}.'],
  ['located-in', 'They left {n4:place Arl}, the {n3:place Norland Isles} and home.'],
  ['left', '{n1 Ada Fenn} quit {n8:work Night Train}.', 'subject=Ada Fenn object=Night Train'],
  ['left', '{n1 Ada Fenn} left {n8:work Night Train} on the table.'],
  [
    'married',
    '{n1 Ada Fenn}, nurse; married {v:date 1955} {n2 Jo Marsh}.',
    'subject=Ada Fenn object=Jo Marsh time=1955',
  ],
  [
    'died',
    '{d4:group Two welders}, {n1 Ada Fenn} and {n2 Jo Marsh}, died on {v:date Friday}.',
    'subject=Ada Fenn time=Friday',
    'subject=Jo Marsh time=Friday',
  ],
  [
    'member-of',
    '{n1 Ada Fenn}, a member of {d4:group the rock group} The {n4 Cold Larders}, left.',
    'subject=Ada Fenn object=Cold Larders',
  ],
]

describe('other wordings', () => {
  it.each(CASES)('%s: %s', (type, marked, ...facts) =>
    expect(factsOf(type, marked).sort()).toEqual([...facts].sort()),
  )
})
