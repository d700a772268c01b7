import { describe, expect, it } from 'vitest'
import { findNames } from '../../../src/stages/entities/names.js'
import { sourceHeads } from '../../../src/stages/entities/source-heads.js'
import { wordsIn } from './hear.js'
import { tag } from './tagger.js'

function headsOf(source: string) {
  const text = `It was so, said ${source}`
  const words = wordsIn(text)
  const names = findNames(words, tag(text).names)
  const from = words.findIndex(word => word.start >= text.length - source.length)
  return sourceHeads(words, new Map(names.map(n => [n.to, n])), from, words.length).map(
    head => `${head.form[0]}:${text.slice(words[head.from]!.start, words[head.to - 1]!.bareEnd)}`,
  )
}

describe('the head of a source', () => {
  it.each([
    ['Anna Lund', ['n:Anna Lund']],
    ['Anna Lund, the club’s chief executive', ['n:Anna Lund']],
    ['Anna Lund, 46, of Hallin', ['n:Anna Lund']],
    ['Anna Lund KC', ['n:Anna Lund']],
    ['Anna Lund, MP, for the defence', ['n:Anna Lund']],
    ['Anna Lund, who was a founder of Hallin Motors', ['n:Anna Lund']],
    ['Anna Lund of the Harrow Post', ['n:Anna Lund']],
    ['Rep. Anna Lund (D-Hallin)', ['n:Anna Lund']],
    ['club president Bo Dore', ['n:Bo Dore']],
    ['the club’s president, Bo Dore,', ['n:Bo Dore']],
    ['another club host, Bo Dore,', ['n:Bo Dore']],
    ['its oldest contributor, Bo Dore', ['n:Bo Dore']],
    ['Lund’s lawyer, Bo Dore', ['n:Bo Dore']],
    ['his brother Bo', ['n:Bo']],
    ['Lund’s', ['n:Lund']],
    ['the Harrow Post', ['n:Harrow Post']],
    ['the Harrow newspaper chain', ['n:Harrow']],
  ])('a name: %s', (source, heads) => expect(headsOf(source)).toEqual(heads))

  it.each([
    ['Lund’s lawyer', ['d:Lund’s lawyer']],
    ['a spokesman for Mr Lund', ['d:a spokesman for Mr Lund']],
    ['a woman in the audience', ['d:a woman in the audience']],
    ['the mayor of Hallin, Ohrland', ['d:the mayor of Hallin']],
    ['the 46-year-old', ['d:the 46-year-old']],
    ['police', ['d:police']],
    ['Lund aides', ['d:Lund aides']],
    ['the Lund campaign', ['d:the Lund campaign']],
    ['a neighbour, who did not want to be named', ['d:a neighbour']],
    ['online and snap polls', ['d:online and snap polls']],
  ])('a description: %s', (source, heads) => expect(headsOf(source)).toEqual(heads))

  it.each([
    ['Ana and Bo Dore', ['n:Ana', 'n:Bo Dore']],
    ['Mr Lund and Ms Dore', ['n:Lund', 'n:Dore']],
    ['police and prosecutors', ['d:police', 'd:prosecutors']],
    ['Lund and his lawyer', ['n:Lund', 'd:his lawyer']],
    [
      'Anna Lund (Hallin), Bo Dore (Harrow) and Ida Holm',
      ['n:Anna Lund', 'n:Bo Dore', 'n:Ida Holm'],
    ],
    ['Anna Lund, the director, and Bo Dore, its lawyer', ['n:Anna Lund', 'n:Bo Dore']],
    ['Anna Lund, the founder and owner of Hallin Motors', ['n:Anna Lund']],
    ['lawyers for Anna Lund and Bo Dore', ['d:lawyers for Anna Lund and Bo Dore']],
  ])('of several: %s', (source, heads) => expect(headsOf(source)).toEqual(heads))

  it.each([
    ['he', ['p:he']],
    ['who', ['p:who']],
    ['they both', ['p:they']],
    ['her diary for 9 March', ['p:her']],
    ['Lund’s brief', ['n:Lund']],
    ['a note from caretaker Bo Dore', ['n:Bo Dore']],
    ['the report', ['d:the report']],
  ])('a pronoun, or whose a document is: %s', (source, heads) =>
    expect(headsOf(source)).toEqual(heads),
  )

  it('is none where the source holds no word', () => expect(headsOf('—')).toEqual([]))
})
