import { describe, expect, it } from 'vitest'
import { chainsOf } from './hear.js'

describe('an interview without labels', () => {
  const text = [
    'Anna Lund is a singer. We met Lund in Hallin.',
    'Why did you leave the club?',
    'I was tired. My voice was gone.',
    'Do you miss it?',
    'I never think of it.',
  ].join('\n\n')

  it('is answered by the one whom it names most, and asks that one', () =>
    expect(chainsOf(text)['Anna Lund']).toEqual([
      'Anna Lund',
      'a singer',
      'Lund',
      'you',
      'I',
      'My',
      'you',
      'I',
    ]))

  it.each([
    ['one question only', text.split('\n\n').slice(0, 3).join('\n\n')],
    [
      'two people named as often',
      text.replace('We met Lund', 'We met Bo Dore and Lund. Bo Dore left'),
    ],
    ['nobody named before the first question', text.split('\n\n').slice(1).join('\n\n')],
  ])('is none: %s', (_, other) => expect(Object.values(chainsOf(other)).flat()).not.toContain('My'))
})

describe('who tells a story', () => {
  const body = 'I left Hallin. I was young. My mother wept. I never wrote to me.'

  it.each([
    ['a line at its end', `${body}\n\nAnna Lund is a potter in Hallin.`],
    ['a line at its top', `The Pier\n\nBy Anna Lund\n\n${body}`],
  ])('is named in %s', (_, text) => expect(chainsOf(text)['Anna Lund']).toContain('I'))

  it.each([
    ['no such line', `${body}\n\nThey met Anna Lund there.`],
    ['an “I” only within marks', 'They said “I, I, I, I and my own”.\n\nAnna Lund is a potter.'],
  ])('is nobody: %s', (_, text) => expect(Object.values(chainsOf(text)).flat()).not.toContain('I'))
})
