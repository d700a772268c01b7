import { createReader, type Reader } from '@onrecord/engine'
import { beforeAll, describe, expect, it } from 'vitest'
import { openQuoteModel } from '../src/node.js'

/**
 * What the committed weights hear of names in sentences of our own. Weights differ from one training to the next, so
 * nine in ten must be right rather than each.
 */
const NAMES: readonly (readonly [text: string, names: readonly string[]])[] = [
  ['They met Anna Lund there.', ['person Anna Lund']],
  ['They met Jan van der Berg there.', ['person Jan van der Berg']],
  ['The guests of Omar al-Rashidi had left.', ['person Omar al-Rashidi']],
  [
    "Siobhan O'Rourke and Angus McTavish said so.",
    ["person Siobhan O'Rourke", 'person Angus McTavish'],
  ],
  ['The novelist J. R. Holm has died.', ['person J. R. Holm']],
  ['The actor Ole Holm Jr. was there.', ['person Ole Holm Jr.']],
  ['Mia Vane-Tempest, 34, lives in Brackenford.', ['person Mia Vane-Tempest', 'place Brackenford']],
  ['Robert “Bob” Smith denied it.', ['person Robert “Bob” Smith']],
  ['They sued Dray & Sons last year.', ['organisation Dray & Sons']],
  ['She studied at the University of Hallin.', ['organisation University of Hallin']],
  ['Sen. Anna Lund voted against it.', ['person Anna Lund']],
  ['Mrs Lund thanked Dr. Holm.', ['person Lund', 'person Holm']],
  ['Prime Minister Anna Lund resigned on Monday.', ['person Anna Lund']],
  ['Dame Anna Lund opened the festival.', ['person Anna Lund']],
  ['It was Anna Lund’s second film.', ['person Anna Lund']],
  [
    'They met Anna Lund, Bo Dore and Ida Holm.',
    ['person Anna Lund', 'person Bo Dore', 'person Ida Holm'],
  ],
  [
    'Brell Lines said its ferry had left Port Hallin.',
    ['organisation Brell Lines', 'place Port Hallin'],
  ],
  ['He starred in “The Nine Lamps” in 2019.', ['work The Nine Lamps']],
  ['Her album Salt and Paper was released on Friday.', ['work Salt and Paper']],
  ['Police in Ardesk arrested two men.', ['place Ardesk']],
  [
    'Rovers beat Hallin Athletic 2-1 on Saturday.',
    ['organisation Rovers', 'organisation Hallin Athletic'],
  ],
  ['We left. Nobody came. However, it rained.', []],
  ['On Monday it rained. In March it snowed.', []],
  ['Yesterday the minister resigned.', []],
]

let reader: Reader
beforeAll(async () => {
  reader = createReader(await openQuoteModel())
})

describe('names', () => {
  it('are heard by the committed weights', async () => {
    const wrong: string[] = []
    for (const [text, expected] of NAMES) {
      const { entities } = await reader.read(text)
      const found = entities
        .flatMap(({ type, mentions }) =>
          mentions.flatMap(({ form, start, text }) =>
            form === 'name' ? [{ start, name: `${type} ${text}` }] : [],
          ),
        )
        .sort((a, b) => a.start - b.start)
        .map(({ name }) => name)
      if (found.join() !== expected.join()) wrong.push(`${text} → ${found.join(', ')}`)
    }
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(NAMES.length / 10)
  })
})
