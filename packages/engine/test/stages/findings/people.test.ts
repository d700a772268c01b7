import { describe, expect, it } from 'vitest'
import { spellings } from '../../../src/stages/findings/spelling.js'
import { surnamesOnly } from '../../../src/stages/findings/surname-only.js'
import { type Built, build, shown } from './story.js'

describe('a name spelt two ways', () => {
  it.each<[string, string, Built, string]>([
    [
      'a first name',
      'Katherine Lund came. Katherine Lund spoke. Then Katherine Lund left. Nobody saw Katharine Lund again.',
      { people: [['Katherine Lund', 'Katharine Lund']] },
      'warning: “Katharine Lund” here, and “Katherine” 3 times elsewhere. [Katharine Lund] [Katherine Lund]',
    ],
    [
      'a surname within a full name, of what was taken for two people',
      'Rafe Quillane came. Quillane spoke. Rafe Quillaine left.',
      { people: [['Rafe Quillane', 'Quillane'], ['Rafe Quillaine']] },
      'warning: “Rafe Quillaine” here, and “Quillane” twice elsewhere. [Rafe Quillaine] [Rafe Quillane]',
    ],
    [
      'a surname alone',
      'Otto Brell came. Brell spoke. Brell sat down. Then Brel left.',
      { people: [['Otto Brell', 'Brell'], ['Brel']] },
      'warning: “Brel” here, and “Brell” 3 times elsewhere. [Brel] [Otto Brell]',
    ],
    [
      'a surname shortly behind the full name',
      'They asked Mara Wimes. Wines said no.',
      { people: [['Mara Wimes'], ['Wines']] },
      'warning: “Wines” here, and “Wimes” once elsewhere. [Wines] [Mara Wimes]',
    ],
    [
      'who speaks once under the other name',
      'Karin Lund came. Karin Lund left. “No,” said Karen Lund.',
      {
        people: [['Karin Lund'], ['Karen Lund']],
        quotes: [{ content: '“No,”', source: 'Karen Lund', by: 1 }],
      },
      'warning: “Karen Lund” here, and “Karin” twice elsewhere. [Karen Lund] [Karin Lund]',
    ],
    [
      'a misread letter',
      'Obed Sallow came. Sallow spoke. Sallow sat. Obed Sa1low left.',
      { people: [['Obed Sallow', 'Sallow', 'Obed Sa1low']] },
      'warning: “Obed Sa1low” here, and “Sallow” 3 times elsewhere. [Obed Sa1low] [Obed Sallow]',
    ],
    [
      'a misread letter where the name first stands',
      'Obed Sa1low came. It rained, and Sallow left.',
      { people: [['Obed Sa1low', 'Sallow']] },
      'warning: “Obed Sa1low” here, and “Sallow” once elsewhere. [Obed Sa1low] [Sallow]',
    ],
  ])('%s', (_, text, built, found) => expect(shown(spellings, build(text, built))).toEqual([found]))

  it.each<[string, string, Built]>([
    [
      'two who both act',
      'Karin Lund came. Karin Lund spoke. “Yes,” said Karin Lund. “No,” said Karen Lund.',
      {
        people: [['Karin Lund'], ['Karen Lund']],
        quotes: [
          { content: '“Yes,”', source: 'Karin Lund', by: 0 },
          { content: '“No,”', source: 'Karen Lund', by: 1 },
        ],
      },
    ],
    [
      'relatives',
      'Marla Lund came. Marla Lund spoke. Marla Lund left with her sister Marna Lund.',
      { people: [['Marla Lund'], ['Marna Lund']] },
    ],
    [
      'two in one sentence',
      'Marla Lund came. Marla Lund spoke. Both Marla Lund and Marna Lund left.',
      { people: [['Marla Lund'], ['Marna Lund']] },
    ],
    [
      'short names',
      'Joan Lund came. Joan Lund spoke. Joan Lund left. Then came Jean Lund.',
      { people: [['Joan Lund'], ['Jean Lund']] },
    ],
    [
      'a short form',
      'Joseph Lund came. Joseph Lund spoke. Joseph Lund left. They call him Josep Lund.',
      { people: [['Joseph Lund', 'Josep Lund']] },
    ],
    [
      'the family',
      'Otto Brell came. Brell spoke. Brell left. The Brells laughed.',
      { people: [['Otto Brell', 'Brell'], ['Brells']] },
    ],
    [
      'another surname with another first name',
      'Otto Hinton came. Hinton spoke. Hinton left. Ada Hilton stayed.',
      { people: [['Otto Hinton', 'Hinton'], ['Ada Hilton']] },
    ],
    [
      'a surname that comes first',
      'Wines said no. They asked Mara Wimes.',
      { people: [['Mara Wimes'], ['Wines']] },
    ],
    [
      'a surname far behind',
      `They asked Mara Wimes. ${'It rained. '.repeat(200)}Wines said no.`,
      { people: [['Mara Wimes'], ['Wines']] },
    ],
    [
      'as often as not',
      'Otto Lindgren came. Otto Lindgren left. Otto Lindgran came. Otto Lindgran left.',
      { people: [['Otto Lindgren'], ['Otto Lindgran']] },
    ],
    [
      'accents',
      'Zoë Harrow came. Zoë Harrow spoke. Zoë Harrow left. Zoe Harrow stayed.',
      { people: [['Zoë Harrow', 'Zoe Harrow']] },
    ],
  ])('not: %s', (_, text, built) => expect(shown(spellings, build(text, built))).toEqual([]))
})

describe('a person of one name', () => {
  it.each<[string, string, Built, string]>([
    [
      'who speaks',
      '“No,” said Mr Strand.',
      { people: [['Strand']], quotes: [{ content: '“No,”', source: 'Mr Strand', by: 0 }] },
      'Strand',
    ],
    [
      'who comes up again',
      'They saw Judge Strand. Strand left.',
      { people: [['Strand']] },
      'Strand',
    ],
    [
      'who has an age',
      '“No,” said Strand, 51.',
      { people: [['Strand']], quotes: [{ content: '“No,”', source: 'Strand', by: 0 }] },
      'Strand',
    ],
    [
      'who is told with who',
      'They asked Strand, who said “no”.',
      { people: [['Strand']], quotes: [{ content: '“no”', source: 'Strand', by: 0 }] },
      'Strand',
    ],
  ])('%s', (_, text, built, name) =>
    expect(shown(surnamesOnly, build(text, built))).toEqual([
      `note: “${name}” is never given a fuller name. [${name}]`,
    ]),
  )

  it.each<[string, string, Built]>([
    ['named once in passing', 'They saw Strand.', { people: [['Strand']] }],
    ['named in full', 'They saw Per Strand. Strand left.', { people: [['Per Strand', 'Strand']] }],
    [
      'as another is in full',
      'They saw Per Strand and Ada Strand. Strand left. Strand came back.',
      { people: [['Per Strand'], ['Ada Strand'], ['Strand']] },
    ],
    [
      'with what may be a first name',
      '“No,” said Hjördy Strand.',
      { people: [['Strand']], quotes: [{ content: '“No,”', source: 'Strand', by: 0 }] },
    ],
    [
      'a nickname in marks',
      'They called her “Miss Button”. Miss Button said “no”.',
      { people: [['Button']], quotes: [{ content: '“no”', source: 'Miss Button', by: 0 }] },
    ],
    [
      'several people',
      '“No,” said Mrs Lund. Demonstrators said “yes”.',
      {
        people: [['Demonstrators']],
        quotes: [{ content: '“yes”', source: 'Demonstrators', by: 0 }],
      },
    ],
    ['a president', 'President Holm spoke. Holm left.', { people: [['Holm']] }],
    ['without a title', 'They saw Strand. Strand left.', { people: [['Strand']] }],
    [
      'one who may be misspelt',
      'They asked Mara Wimes. “No,” said Wines.',
      {
        people: [['Mara Wimes'], ['Wines']],
        quotes: [{ content: '“No,”', source: 'Wines', by: 1 }],
      },
    ],
    [
      'with nothing that shows a person',
      'Hallin said “no”.',
      { people: [['Hallin']], quotes: [{ content: '“no”', source: 'Hallin', by: 0 }] },
    ],
    [
      'as a town is called',
      'At Port Hallin rain fell. Hallin, who came, said “no”.',
      {
        people: [['Hallin']],
        others: [['place', 'Port Hallin']],
        quotes: [{ content: '“no”', source: 'Hallin', by: 0 }],
      },
    ],
    [
      'an attribute',
      'At the infamous Brennick gig she said “no”.',
      { people: [['Brennick']], quotes: [{ content: '“no”', source: 'Brennick', by: 0 }] },
    ],
    [
      'the followers of another',
      'The Brell Society met. “No,” said Brellites, who left.',
      {
        people: [['Brellites']],
        others: [['organisation', 'Brell Society']],
        quotes: [{ content: '“No,”', source: 'Brellites', by: 0 }],
      },
    ],
    ['a pope', 'Pope Marek spoke. Marek left.', { people: [['Marek']] }],
    ['a relative', 'She and her husband Theo came. Theo left.', { people: [['Theo']] }],
    ['a relative, behind', 'Theo, her husband, came. Theo left.', { people: [['Theo']] }],
    [
      'a line-up',
      'Holm; Pask, Creel, Umber; Voss. Holm, Pask, Creel, Umber, Voss.',
      { people: [['Holm'], ['Pask'], ['Creel'], ['Umber'], ['Voss']] },
    ],
    [
      'the writer',
      'Vint met them. Vint left.',
      { people: [['Vint']], meta: { byline: ['Norah Vint'] } },
    ],
  ])('not: %s', (_, text, built) => expect(shown(surnamesOnly, build(text, built))).toEqual([]))
})
