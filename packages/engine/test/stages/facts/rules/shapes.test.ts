import { describe, expect, it } from 'vitest'
import { factsOf } from '../facts.js'

const B = '{n9:organisation Beacon}'

/** Sentence shapes that several rules share: type, text, facts; where there are none the text is a non-example. */
const CASES: readonly (readonly [type: string, text: string, ...facts: string[]])[] = [
  // beside, between dashes
  [
    'role',
    `{n1 Ola Berg} – president of ${B} – spoke.`,
    'subject=Ola Berg title=president organisation=Beacon',
  ],
  // a list that shares its possessor
  [
    'family',
    '{n1 Ola Berg} leaves {d2 {p1 his} wife}, {n2 Mara}, and two sons, {n3 Tom} and {n4 Jo}.',
    'subject=Mara object=Ola Berg relation=wife',
    'subject=Tom object=Ola Berg relation=son',
    'subject=Jo object=Ola Berg relation=son',
  ],
  ['family', '{n1 Ola Berg} saw an aunt and son {n3 Tom}.'],
  // relative clauses, with and without their pronoun
  ['founded', `They like the label {n1 Ada Fenn} founded.`],
  [
    'founded',
    `They like {d9:organisation the label} {n1 Ada Fenn} founded.`,
    'subject=Ada Fenn object=the label',
  ],
  ['died', 'A friend, {d1 the boy} who was last seen in {v:date May} died.', 'subject=the boy'],
  // one verb after another
  ['left', `{n1 Ada Fenn} married there and left ${B}.`, 'subject=Ada Fenn object=Beacon'],
  ['left', `{n1 Ada Fenn} is stepping down as director of ${B}.`, 'subject=Ada Fenn object=Beacon'],
  [
    'married',
    '{n1 Ada Fenn} and {n2 Jo Marsh} got married in {n3:place Orm}.',
    'subject=Ada Fenn object=Jo Marsh place=Orm',
  ],
  ['born', '{n1 Ada Fenn} was born and raised in {n3:place Orm}.', 'subject=Ada Fenn place=Orm'],
  [
    'died',
    '{n1 Ada Fenn}, nurse, born {n3:place Orm} {v:date 1930}; died {v:date 2024}.',
    'subject=Ada Fenn time=2024',
  ],
  // posts taken over
  [
    'role',
    `{n1 Ada Fenn} succeeds {n2 Jo Marsh} as chair of ${B}.`,
    'subject=Ada Fenn title=chair organisation=Beacon',
  ],
  [
    'appointed',
    `{n1 Ada Fenn} has joined ${B} as finance director.`,
    'subject=Ada Fenn object=Beacon',
  ],
  ['appointed', `{n1 Ada Fenn} has joined ${B} for lunch.`],
  // winning in the infinitive
  [
    'won',
    '{n1 Ada Fenn} beat {n2 Jo Marsh} to win the {n3:event Orm Open}.',
    'subject=Ada Fenn object=Orm Open',
  ],
  ['won', '{n1 Ada Fenn} hopes to win the {n3:event Orm Open}.'],
  // dealt out
  [
    'acquired',
    `${B} and {n2:organisation Corr} were acquired by {n3:organisation Tolland} and {n4:organisation Aster} respectively.`,
    'buyer=Tolland target=Beacon',
    'buyer=Aster target=Corr',
  ],
  // there
  ['attended', '{n1 Ada Fenn} was at {d2:event the launch}.', 'subject=Ada Fenn event=the launch'],
  [
    'hosted',
    '{d2:event The supper} was long. {n1 Ada Fenn} presided.',
    'subject=Ada Fenn event=The supper',
  ],
  [
    'located-in',
    'They met at the {n1:place Sail Loft}, in {n2:place Orm}.',
    'subject=Sail Loft object=Orm',
  ],
  ['located-in', `They own the {n1:place Orm}-based label ${B}.`, 'subject=Beacon object=Orm'],
  [
    'role',
    `{n1 Lotte Brix} advises ${B}, whose partner {n2 Mo Dunn} left.`,
    'subject=Mo Dunn title=partner organisation=Beacon',
  ],
]

describe('shapes of sentences', () => {
  it.each(CASES)('%s: %s', (type, text, ...facts) =>
    expect(factsOf(type, text).sort()).toEqual([...facts].sort()),
  )
})
