import { expect, it } from 'vitest'
import { bylineNames, fieldNames } from '../../../src/in/text/names.js'

it.each([
  ['By Marta Lindqvist and Jon Arvo', ['Marta Lindqvist', 'Jon Arvo']],
  ['BY OLE BRANDT', ['OLE BRANDT']],
  ['By Ole Brandt, Staff Writer', ['Ole Brandt']],
  ['By: Ole Brandt for the Harbour Post', ['Ole Brandt']],
  ['Von Ida Krell, vpa', ['Ida Krell']],
  ['Ole Brandt (ole@brandt.example)', ['Ole Brandt']],
  ['ole@brandt.example (Ole Brandt)', ['Ole Brandt']],
  ['Ida van der Krell & Paolo d’Orsi', ['Ida van der Krell', 'Paolo d’Orsi']],
  ["By M. T. O'Hara; José Nuñez-Vael", ["M. T. O'Hara", 'José Nuñez-Vael']],
  ['By\n  Ole \t Brandt', ['Ole Brandt']],
  ['Ole Brandt in Hallin and Jon Arvo at sea', ['Ole Brandt', 'Jon Arvo']],
  ['Ole Brandt and Ole Brandt', ['Ole Brandt']],
])('%j gives %j', (line, names) => {
  expect(bylineNames(line)).toEqual(names)
})

it.each([
  undefined,
  '',
  'VPA',
  'By The Harbour Desk',
  'Staff',
  'ole@brandt.example',
  'Harbour News Agency',
  'By 2 of our people',
  'our correspondent in Port Hallin',
])('%j gives none', line => {
  expect(bylineNames(line)).toEqual([])
})

it.each([
  ['Tolva', ['Tolva']],
  ['Jon Arvo', ['Jon Arvo']],
  ['By Jon Arvo', ['Jon Arvo']],
  ['Admin', []],
  ['VPA', []],
  ['jarvo', []],
])('as a field %j gives %j', (field, names) => {
  expect(fieldNames(field)).toEqual(names)
})

it('is not slow on what is no byline', () => {
  expect(bylineNames('x '.repeat(100_000))).toEqual([])
  expect(bylineNames(`By ${'('.repeat(100_000)}`)).toEqual([])
})
