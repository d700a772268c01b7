import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNames, findParts, nameWords, writtenAs } from '../../src/rights/find-name.js'

const found = (text: string, ...names: string[]) => {
  const all = names.flatMap(name => writtenAs(nameWords(name)))
  const known = new Set(all.map(name => name.join(' ')))
  const spans = findNames(
    text,
    words => known.has(words.join(' ')),
    Math.max(...all.map(name => name.length)),
  )
  return spans.map(({ start, end }) => text.slice(start, end))
}
const parts = (text: string, ...words: string[]) =>
  findParts(text, new Set(words)).map(({ start, end }) => text.slice(start, end))

describe('whole names in a text', () => {
  it.each([
    ['Orla Venn said', ['Orla Venn']],
    ['ORLA  VENN said', ['ORLA  VENN']],
    ['Orla\nVenn said', ['Orla\nVenn']],
    ['Orla Venn’s boat', ['Orla Venn']],
    ["Orla Venn's boat", ['Orla Venn']],
    ['https://x.example/2026/orla-venn-charged', ['orla-venn']],
    ['@orlavenn wrote', ['orlavenn']],
    ['Venn, Orla (41)', ['Venn, Orla']],
    ['Orla Vénn', ['Orla Vénn']],
    ['Carla Venn and Orla Vennor', []],
    ['Orla. Venn', ['Orla. Venn']],
    ['Orla, Venn', []],
    ['Orla\n\nVenn', []],
    ['with Orla (Venn)', []],
    ['Venn', []],
    ['', []],
  ])('%s', (text, names) => expect(found(text, 'Orla Venn')).toEqual(names))

  it('the longest, and without what stands in the middle', () => {
    expect(found('Orla M. Venn and Orla Venn', 'Orla M. Venn')).toEqual([
      'Orla M. Venn',
      'Orla Venn',
    ])
    expect(found('Jean-Luc D’Arc’s', 'Jean-Luc d’Arc')).toEqual(['Jean-Luc D’Arc'])
  })

  it('letters that are signs elsewhere, and others than Latin ones', () => {
    expect(found('Odd.* Person+ [a-z]', 'Odd.* Person+')).toEqual(['Odd.* Person'])
    expect(found('said 𝒪rla 𝒱enn', 'Orla Venn')).toEqual(['𝒪rla 𝒱enn'])
    expect(found('אמר יוסי כהן היום', 'יוסי כהן')).toEqual(['יוסי כהן'])
  })

  it('wherever it is put', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (before, behind) => {
          expect(found(`${before}\n\n(Orla Venn)\n\n${behind}`, 'Orla Venn')).toContain('Orla Venn')
        },
      ),
    )
  })
})

describe('single words of a name', () => {
  it('where they begin with a capital', () => {
    expect(parts('Venn said that Venn’s boat and VENN’S crew left Vennor', 'venn')).toEqual([
      'Venn',
      'Venn',
      'VENN',
    ])
  })
  it('nowhere where the word is an ordinary one there', () => {
    expect(parts('Will it? Sam Will will', 'will')).toEqual([])
  })
})
