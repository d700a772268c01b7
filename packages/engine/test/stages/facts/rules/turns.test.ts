import { describe, expect, it } from 'vitest'
import { factsOf } from '../facts.js'

const B = '{n9:organisation Beacon}'

/** type, text, facts; where there are none the text is a non-example. */
const CASES: readonly (readonly [type: string, text: string, ...facts: string[]])[] = [
  [
    'appointed',
    `{n1 Ada Fenn} was appointed chief executive of ${B} in {v:date 2019}.`,
    'subject=Ada Fenn object=Beacon time=2019',
  ],
  [
    'appointed',
    `${B} has named {n1 Ivo Pell}, {v:age 52}, as {p9 its} director.`,
    'subject=Ivo Pell object=Beacon',
  ],
  ['appointed', `{n1 Ivo Pell} was named in a report on ${B}.`],
  ['appointed', `{n1 Ivo Pell} may be appointed director of ${B}.`],
  ['appointed', `${B} named a ship after {n1 Ivo Pell}.`],
  [
    'role',
    '{n1 Ada Fenn} and {n2 Jo Marsh} were appointed chair and treasurer respectively.',
    'subject=Ada Fenn title=chair',
    'subject=Jo Marsh title=treasurer',
  ],

  ['left', `{n1 Ada Fenn} resigned as director of ${B}.`, 'subject=Ada Fenn object=Beacon'],
  ['left', `{n1 Ada Fenn} left ${B} in {v:date 2019}.`, 'subject=Ada Fenn object=Beacon time=2019'],
  [
    'left',
    `They thanked {n1 Ada Fenn}, who stepped down in {v:date 2019}.`,
    'subject=Ada Fenn time=2019',
  ],
  ['left', `{n1 Ada Fenn} was sacked by ${B}.`, 'subject=Ada Fenn object=Beacon'],
  ['left', '{n1 Ada Fenn} left the room.'],
  ['left', `{n1 Ada Fenn} denied that {p1 she} had resigned from ${B}.`],
  ['left', `{n1 Ada Fenn}, a retired teacher, spoke.`],

  [
    'elected',
    '{n1 Ada Fenn} was elected to {n2:organisation Orm Council} in {v:date May}.',
    'subject=Ada Fenn object=Orm Council time=May',
  ],
  [
    'elected',
    'The branches elected {n1 Ada Fenn} general secretary.',
    'subject=Ada Fenn object=general secretary',
  ],
  ['elected', '{n1 Ada Fenn}, an elected mayor, spoke.'],
  ['elected', '{n1 Ada Fenn} could be elected to {n2:organisation Orm Council}.'],

  [
    'charged',
    '{n1 Leon Rusk} was charged with arson after a fire.',
    'subject=Leon Rusk object=arson',
  ],
  [
    'charged',
    'Officers charged {n1 Leon Rusk}, {v:age 40}, with theft and fraud.',
    'subject=Leon Rusk object=theft',
    'subject=Leon Rusk object=fraud',
  ],
  [
    'charged',
    '{n1 Gil Thripp} and {n2 Mo Stagg}, both of Orm, were charged with fraud and money laundering respectively.',
    'subject=Gil Thripp object=fraud',
    'subject=Mo Stagg object=money laundering',
  ],
  ['charged', '{n1 Leon Rusk} has not been charged with arson.'],
  ['charged', '{n1 Leon Rusk} charged {v:money £5} at the door.'],

  [
    'won',
    '{n1 Ada Fenn} won the {n2:event Larkspur Prize}.',
    'subject=Ada Fenn object=Larkspur Prize',
  ],
  ['won', '{n1 Ada Fenn} has won {v:money £250,000}.', 'subject=Ada Fenn object=£250,000'],
  [
    'won',
    'They met the winner of the {n2:event Byre Prize}, the printmaker {n1 Obe Lunt}.',
    'subject=Obe Lunt object=Byre Prize',
  ],
  [
    'won',
    '{n1 Ada Fenn} and {n2 Jo Marsh} won {n3:event Player of the Year} and {n4:event Coach of the Year} respectively.',
    'subject=Ada Fenn object=Player of the Year',
    'subject=Jo Marsh object=Coach of the Year',
  ],
  ['won', '{n1 Ada Fenn} won the argument.'],
  ['won', 'If {n1 Ada Fenn} wins the {n2:event Larkspur Prize}, {p1 she} will spend it.'],
  ['won', 'The won fell as {n1 Ada Fenn} spoke.'],

  ['role', '{n1 Ottie Brandt} plays football in {n3:place Orm}.'],
  ['role', '{n1 Ottie Brandt} would have played Mrs Gale in {n3:work Lanternfish}.'],
  [
    'role',
    '{n1 Ottie Brandt} plays Mrs Gale in {n3:work Lanternfish}.',
    'subject=Ottie Brandt title=Mrs Gale work=Lanternfish',
  ],
  [
    'role',
    '{n3:work Lanternfish}, starring {n1 Rex Aldane} as Sheriff Coyle, opens soon.',
    'subject=Rex Aldane title=Sheriff Coyle work=Lanternfish',
  ],
]

describe('turns of a life or an office', () => {
  it.each(CASES)('%s: %s', (type, text, ...facts) =>
    expect(factsOf(type, text).sort()).toEqual([...facts].sort()),
  )
})
