import { describe, expect, it } from 'vitest'
import { factsOf } from '../facts.js'

const B = '{n2:organisation Beacon}'

describe('a role is read', () => {
  it.each([
    [
      `${B} president {n1 Ola Berg} spoke.`,
      ['subject=Ola Berg title=president organisation=Beacon'],
    ],
    [
      `Former ${B} chief executive {n1 Ola Berg} spoke.`,
      ['subject=Ola Berg title=Former chief executive organisation=Beacon'],
    ],
    ['Prime Minister {n1 Ada Fenn} spoke.', ['subject=Ada Fenn title=Prime Minister']],
    ['They met actor {n1 Jo Marsh}.', ['subject=Jo Marsh title=actor']],
    ['The jazz pianist {n1 Mo Dunn} played.', ['subject=Mo Dunn title=jazz pianist']],
    [
      `{n1 Ola Berg}, president of ${B}, spoke.`,
      ['subject=Ola Berg title=president organisation=Beacon'],
    ],
    [
      `{n1 Ola Berg}, {d1 the former president of ${B}}, spoke.`,
      ['subject=Ola Berg title=former president organisation=Beacon'],
    ],
    [
      `{n1 Ola Berg}, {v:age 61}, {d1 a retired harbour master}, spoke.`,
      ['subject=Ola Berg title=retired harbour master'],
    ],
    [
      '{d2:work The film}’s director, {n1 Ada Fenn}, spoke.',
      ['subject=Ada Fenn title=director work=The film'],
    ],
    [
      `${B}’s founder and president, {n1 Ola Berg}, {v:age 80}, spoke.`,
      [
        'subject=Ola Berg title=founder organisation=Beacon',
        'subject=Ola Berg title=president organisation=Beacon',
      ],
    ],
    [
      `{n1 Ola Berg} was head of lending at ${B} until then.`,
      ['subject=Ola Berg title=head of lending organisation=Beacon'],
    ],
    [
      `{n1 Ola Berg} has been chief executive of ${B} since {v:date 2019}.`,
      ['subject=Ola Berg title=chief executive organisation=Beacon'],
    ],
    [
      '{n1 Ola Berg} came with {d3 {p1 his} actress wife} {n3 Mara Lind}.',
      ['subject=Mara Lind title=actress'],
    ],
    ['{p1 She} worked as a nurse. {n1 Ada Fenn} was glad.', ['subject=Ada Fenn title=nurse']],
    [
      'The actor and director {n1 Jo Marsh} came.',
      ['subject=Jo Marsh title=actor', 'subject=Jo Marsh title=director'],
    ],
    [
      '{q “Doctor {n1 Jo Marsh} was here,”} {n2:person Lund} said.',
      ['subject=Jo Marsh title=Doctor by=q1'],
    ],
  ])('%s', (text, facts) => expect(factsOf('role', text).sort()).toEqual([...facts].sort()))
})

describe('no role is read', () => {
  it.each([
    'The victim, {n1 Ada Fenn}, was found at noon.',
    `If {p1 she} were president of ${B}, {n1 Ada Fenn} would go.`,
    '{n1 Ada Fenn} is not a doctor.',
    '{n1 Ada Fenn} would be a good director.',
    'Is {n1 Ada Fenn} the director?',
    '{d1 The director} said so.',
    'They saw {n1 Ada Fenn}, {d3 {p1 her} agent} and two drivers.',
    'He met {n1 Jo Marsh}, the actor laughed.',
    'Mr {n1 Jo Marsh} came.',
  ])('%s', text => expect(factsOf('role', text)).toEqual([]))
})

describe('an office told by the letters behind a name', () => {
  it.each([
    ['{n1 Ada Fenn} MP spoke.', ['subject=Ada Fenn title=MP']],
    [
      '{n1 Ada Fenn} MSP for {n2:place Torr} spoke.',
      ['subject=Ada Fenn title=MSP organisation=Torr'],
    ],
    [
      `{n1 Ada Fenn} OBE, the founder of ${B}, spoke.`,
      ['subject=Ada Fenn title=founder organisation=Beacon'],
    ],
    ['{n1 Ada Fenn} KC spoke.', []],
    ['{n3:organisation Orm Hall} MP spoke.', []],
  ])('%s', (marked, roles) => expect(factsOf('role', marked)).toEqual(roles))
})
