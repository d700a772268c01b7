import { describe, expect, it } from 'vitest'
import { parseName, samePerson, shortForms } from '../../../src/stages/entities/name-parts.js'

describe('two full names are one person’s', () => {
  it.each([
    ['Robert Smith', 'Robert J. Smith'],
    ['R. Smith', 'Robert Smith'],
    ['Rob Smith', 'Robert Smith'],
    ['Robert “Bob” Smith', 'Bob Smith'],
    ['Ane San Su Kim', 'Su Kim'],
    ['Ole Holm Jr.', 'Ole Holm'],
  ])('%s, %s', (a, b) => expect(samePerson(parseName(a), parseName(b))).toBe(true))

  it.each([
    ['Robert Smith', 'Anna Smith'],
    ['Robert Smith', 'Robert Smythe'],
    ['Ole Holm Jr.', 'Ole Holm Sr.'],
    ['Ole Holm II', 'Ole Holm III'],
    ['A. Smith', 'Robert Smith'],
  ])('and never %s, %s', (a, b) => expect(samePerson(parseName(a), parseName(b))).toBe(false))
})

describe('a name may be cut short to', () => {
  it.each([
    ['Robert Smith', ['smith', 'robert']],
    ['Robert “Bob” Smith', ['smith', 'bob', 'robert', 'bob smith']],
    ['J. Smith', ['smith']],
  ])('%s', (name, forms) => expect(shortForms(parseName(name))).toEqual(forms))
})
