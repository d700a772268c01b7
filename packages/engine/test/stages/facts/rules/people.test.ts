import { describe, expect, it } from 'vitest'
import { factsOf } from '../facts.js'

/** type, text, facts; where there are none the text is a non-example. */
const CASES: readonly (readonly [type: string, text: string, ...facts: string[]])[] = [
  ['age', '{n1 Marta Quell}, {v:age 61}, spoke.', 'subject=Marta Quell value=61'],
  ['age', '{n1 Marta Quell} ({v:age 61}) spoke.', 'subject=Marta Quell value=61'],
  ['age', '{n1 Marta Quell}, {d1 a nurse}, {v:age 61}, spoke.', 'subject=Marta Quell value=61'],
  ['age', '{n1 Marta Quell}, aged {v:age 61}, spoke.', 'subject=Marta Quell value=61'],
  ['age', 'The {v:age 46}-year-old actor {n1 Jo Marsh} spoke.', 'subject=Jo Marsh value=46'],
  [
    'age',
    '{n1 Jo Marsh} spoke. {d1 The {v:age 46-year-old}} left.',
    'subject=Jo Marsh value=46-year-old',
  ],
  ['age', '{n1 Jo Marsh}, who died in May at {v:age 79}, sang.', 'subject=Jo Marsh value=79'],
  ['age', '{n1 Jo Marsh} sang. {p1 She} was {v:age 88}.', 'subject=Jo Marsh value=88'],
  [
    'age',
    'They saw {d2 {p1 her} son}, {v:number 7}, and {n1 Jo Marsh}.',
    'subject=her son value=7',
  ],
  ['age', '{n1 Jo Marsh} died at the age of {v:age 79}.', 'subject=Jo Marsh value=79'],
  ['age', 'They saw {d1 a man} aged {v:age 61}.', 'subject=a man value=61'],
  ['age', 'If {p1 she} were {v:age 88}, {n1 Jo Marsh} would rest.'],
  ['age', 'Is {n1 Jo Marsh} {v:age 88}?'],
  ['age', '{n1 Jo Marsh} taught until {p1 she} was {v:age 80}.'],
  ['age', 'They left when {n1 Jo Marsh} was {v:age 4}.'],
  ['age', '{n1:organisation Brell Lines}, {v:number 7}, fell.'],
  [
    'age',
    '{n1 Ada Fenn}, whose son {n2 Jo}, {v:age 19}, died in {v:date May}, spoke.',
    'subject=Jo value=19',
  ],
  [
    'died',
    '{n1 Ada Fenn}, whose son {n2 Jo}, {v:age 19}, died in {v:date May}, spoke.',
    'subject=Jo time=May',
  ],

  ['family', '{n1 Ada Fenn} and {p1 her} husband {n2 Jo} came.', F('Jo', 'Ada Fenn', 'husband')],
  [
    'family',
    '{n1 Ada Fenn} and {d2 {p1 her} late husband}, {n2 Jo Marsh}, came.',
    F('Jo Marsh', 'Ada Fenn', 'husband'),
  ],
  [
    'family',
    '{n1 Ada Fenn}’s twin sister, {n2 Mara Lind}, came.',
    F('Mara Lind', 'Ada Fenn', 'twin sister'),
  ],
  [
    'family',
    'They saw {n1 Ada Fenn}, sister of {n2 Jo Marsh}.',
    F('Ada Fenn', 'Jo Marsh', 'sister'),
  ],
  [
    'family',
    '{n1 Hal Verity}, {d1 the son of {d2 a ferryman} and {d3 a teacher}}, spoke.',
    F('Hal Verity', 'a ferryman', 'son'),
    F('Hal Verity', 'a teacher', 'son'),
  ],
  ['family', '{n1 Mara Lind} is {n2 Jo Marsh}’s wife.', F('Mara Lind', 'Jo Marsh', 'wife')],
  [
    'family',
    'They met {n1 Ada Fenn}, whose mother, {n2 Una Fenn}, sang.',
    F('Una Fenn', 'Ada Fenn', 'mother'),
  ],
  [
    'family',
    '{d1:group The couple} have two sons, {n2:person Tom} and {n3:person Jo}.',
    F('Tom', 'The couple', 'son'),
    F('Jo', 'The couple', 'son'),
  ],
  ['family', 'The brothers {n1 Tom} and {n2 Jo Marsh} came.', F('Tom', 'Jo Marsh', 'brother')],
  ['family', '{n1 Ada Fenn} met {d2 {p1 her} actress wife} {n2 Jo}.', F('Jo', 'Ada Fenn', 'wife')],
  ['family', '{n1 Hesketh} was like a father to {p2 him}, {n2 Jo Marsh} wrote.'],
  ['family', '{n1 Ada Fenn} and {p1 her} business partner {n2 Jo Marsh} came.'],
  ['family', '{n1 Mara Lind} is not {n2 Jo Marsh}’s wife.'],
  ['family', '{n1 Mara Lind} would be {n2 Jo Marsh}’s wife.'],
  ['family', '{n1:work The Keeper’s Wife} was read by {n2:person Jo Marsh}.'],
  ['family', '{n1:organisation Brell Lines} and its parent {n2:organisation Corr} met.'],

  [
    'member-of',
    '{n1 Ada Fenn}, a founding member of the rock group {n2:organisation Cold Larders}, sang.',
    'subject=Ada Fenn object=Cold Larders',
  ],
  [
    'member-of',
    '{n1 Ada Fenn} is a member of {d2:organisation the panel}.',
    'subject=Ada Fenn object=the panel',
  ],
  ['member-of', '{n1 Ada Fenn} has never been a member of {n2:organisation Torvane}.'],
  ['member-of', '{n1 Ada Fenn}, a member of staff, spoke.'],

  [
    'born',
    '{n1 Hal Verity} was born in {n2:place Orm} in {v:date 1949}.',
    'subject=Hal Verity time=1949 place=Orm',
  ],
  ['born', '{n1 Hal Verity}, born in {n2:place Orm}, sang.', 'subject=Hal Verity place=Orm'],
  ['born', '{n1 Hal Verity} was not born in {n2:place Orm}.'],
  ['born', 'A star was born in {n2:place Orm}.'],

  [
    'died',
    '{n1 Hal Verity}, {v:age 90}, died in {n2:place Orm} on {v:date Sunday}.',
    'subject=Hal Verity time=Sunday place=Orm',
  ],
  [
    'died',
    '{n1 Hal Verity} and {n2 Jo Marsh} were killed.',
    'subject=Hal Verity',
    'subject=Jo Marsh',
  ],
  ['died', '{n1 Hal Verity}, who has passed away, sang.', 'subject=Hal Verity'],
  [
    'died',
    'Two welders, {n1 Hal Verity} and {n2 Jo Marsh}, died.',
    'subject=Hal Verity',
    'subject=Jo Marsh',
  ],
  ['died', '{n1 Hal Verity} nearly died.'],
  ['died', '{n1 Hal Verity} killed the story.'],
  ['died', '{n1:event The Long Gale} died at noon.'],

  [
    'married',
    '{n1 Ada Fenn} married {p1 her} agent, {n2 Jo Marsh}, in {n3:place Orm} in {v:date 2003}.',
    'subject=Ada Fenn object=Jo Marsh time=2003 place=Orm',
  ],
  [
    'married',
    'In {v:date 2003} {n1 Ada Fenn} and {n2 Jo Marsh} wed.',
    'subject=Ada Fenn object=Jo Marsh time=2003',
  ],
  [
    'married',
    '{n1 Ada Fenn} tied the knot with {n2 Jo Marsh}.',
    'subject=Ada Fenn object=Jo Marsh',
  ],
  ['married', '{n1 Ada Fenn} is married to {p1 her} work.'],
  ['married', '{n1 Ada Fenn} hopes to marry {n2 Jo Marsh}.'],
  ['married', '{n1 Ada Fenn} denied that {p1 she} had married {n2 Jo Marsh}.'],
]

function F(subject: string, object: string, relation: string): string {
  return `subject=${subject} object=${object} relation=${relation}`
}

describe('facts about people', () => {
  it.each(CASES)('%s: %s', (type, text, ...facts) =>
    expect(factsOf(type, text).sort()).toEqual([...facts].sort()),
  )
})
