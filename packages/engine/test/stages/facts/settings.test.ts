import { describe, expect, it } from 'vitest'
import { findFacts } from '../../../src/stages/facts/index.js'
import type { Quote } from '../../../src/stages/quotes/types.js'
import { storyOf } from './facts.js'

/** The setting of the first quote of a marked text whose cue and source are these words. */
function settingOf(marked: string, cue: string, source: string): string {
  const story = storyOf(marked)
  const at = (words: string) => {
    const start = story.text.indexOf(words)
    return { start, end: start + words.length }
  }
  const quotes = story.quotes.map(
    (quote): Quote => ({ ...quote, cue: [at(cue)], source: [at(source)] }),
  )
  const { to, place, event, time } = findFacts({ ...story, quotes }).settings[0]!
  const name = (entity: number | undefined) =>
    entity === undefined ? [] : [story.entities[entity]!.name]
  return [
    ...name(to).map(words => `to=${words}`),
    ...name(place).map(words => `place=${words}`),
    ...name(event).map(words => `event=${words}`),
    ...(time === undefined
      ? []
      : [`time=${story.text.slice(story.values[time]!.start, story.values[time]!.end)}`]),
  ].join(' ')
}

describe('where, when and to whom a quote was said', () => {
  it.each([
    // what is told of the source, or of what happened, is no setting
    [
      '{n1 Ada Fenn}, who was born in {n3:place Orm} in {v:date 1960}, said {q she was tired}.',
      'said',
      '',
    ],
    [
      'Since {d4:event the fire} in {n3:place Orm}, {n1 Ada Fenn} said {q she was tired}.',
      'said',
      '',
    ],
    [
      '{q “No,”} {n1 Ada Fenn} told {n2:group MPs} on {v:date Friday}.',
      'told',
      'to=MPs time=Friday',
    ],
    [
      '{q “No,”} {n1 Ada Fenn} said in an interview with the {n2:organisation Gazette}.',
      'said',
      'to=Gazette',
    ],
    [
      'Speaking to the {n2:organisation Gazette}, {n1 Ada Fenn} said: {q “No.”}',
      'said',
      'to=Gazette',
    ],
    ['{q “No,”} {n1 Ada Fenn} wrote on {n2:organisation Chirrup}.', 'wrote', 'place=Chirrup'],
    [
      '{n1 Ada Fenn} said at {d2:event the launch} in {n3:place Orm}: {q “No.”}',
      'said',
      'place=Orm event=the launch',
    ],
    [
      'Speaking at {d2:event the launch} of {n4:work Salt} in {n3:place Orm}, {n1 Ada Fenn} said: {q “No.”}',
      'said',
      'place=Orm event=the launch',
    ],
    [
      'Speaking outside {n3:organisation Orm Crown Court}, {n1 Ada Fenn} said: {q “No.”}',
      'said',
      'place=Orm Crown Court',
    ],
    ['{n1 Ada Fenn} wrote in the {n3:organisation Orm Echo}: {q “No.”}', 'wrote', 'place=Orm Echo'],
    [
      '{n1 Ada Fenn} admitted in a podcast with {n2 Jo Marsh} {q that it was so}.',
      'admitted',
      'to=Jo Marsh',
    ],
    // another talk
    [
      'Told that {n4 Bo Dore} had spoken to {n2 Jo Marsh}, {n1 Ada Fenn} said: {q “No.”}',
      'said',
      '',
    ],
    ['{q “They left in {v:date 2003} from {n3:place Orm},”} {n1 Ada Fenn} said.', 'said', ''],
    ['{q “No,”} {n1 Ada Fenn} said. {n2 Jo Marsh} was in {n3:place Orm}.', 'said', ''],
  ])('%s', (text, cue, setting) => expect(settingOf(text, cue, 'Ada Fenn')).toBe(setting))

  it('is not told of a quote without a source', () => {
    const { settings } = findFacts(storyOf('{q “No,”} said in {n3:place Orm}.'))
    expect(settings).toEqual([{}])
  })
})
