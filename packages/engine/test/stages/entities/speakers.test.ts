import { describe, expect, it } from 'vitest'
import { isObjectOf } from '../../../src/stages/entities/bound.js'
import { chainsOf, read, speakersOf, wordsIn } from './hear.js'

describe('the speaker of a quote', () => {
  it.each([
    ['by name', '<c>“No,”</c> said <s>Anna Lund</s>.', ['Anna Lund']],
    ['by surname', 'They met Anna Lund. <c>“No,”</c> said <s>Lund</s>.', ['Anna Lund']],
    [
      'by the name alone at the start of a sentence',
      '<s>Quillbert</s> said <c>no</c>.',
      ['Quillbert'],
    ],
    ['under a title', 'They met Anna Lund. <c>“No,”</c> said <s>Ms. Lund</s>.', ['Anna Lund']],
    ['a group', '<s>Police</s> said <c>it was so</c>.', ['Police']],
    ['described', '<c>“No,”</c> said <s>a woman in the audience</s>.', ['a woman in the audience']],
    [
      'a spokesman, not whom he speaks for',
      '<c>“No,”</c> said <s>a spokesman for Mr Lund</s>.',
      ['a spokesman for Mr Lund'],
    ],
    ['several', '<c>“No,”</c> said <s>Anna Lund and Bo Dore</s>.', ['Anna Lund + Bo Dore']],
    [
      'an organisation',
      'They read the Harrow Post. <s>The Post</s> wrote <c>that it was so</c>.',
      ['Harrow Post'],
    ],
    [
      'the company',
      'Hallin Motors was sold. <c>“No,”</c> <s>the company</s> said.',
      ['Hallin Motors'],
    ],
    [
      'the second time',
      '<s>A neighbour</s> said <c>no</c>. <s>The neighbour</s> said <c>yes</c>.',
      ['A neighbour', 'A neighbour'],
    ],
  ])('%s', (_, text, speakers) => expect(speakersOf(text)).toEqual(speakers))

  it.each([
    [
      'who spoke last in the paragraph',
      'They met Lady Dunn. She smiled.\n\n<c>“No,”</c> said <s>Anna Lund</s>. <c>“Never,”</c> <s>she</s> said.',
      ['Anna Lund', 'Anna Lund'],
    ],
    [
      'not who put the question',
      'Anna Lund came. Examined by Ida Dore, <s>she</s> said <c>no</c>.',
      ['Anna Lund'],
    ],
    [
      'not who cross-examines',
      'Bo Dore came. Under cross-examination by Leo Holm, prosecuting, Dore paused. <s>He</s> said <c>no</c>.',
      ['Bo Dore'],
    ],
    [
      'not who asks in the source itself',
      'Bo Dore came. <s>Questioned by Leo Holm, Bo Dore</s> said <c>no</c>. <c>“Never,”</c> <s>he</s> said.',
      ['Bo Dore', 'Bo Dore'],
    ],
    [
      'not whom she calls by name',
      'Anna Lund came. <c>“Ida Dore wrote five acts of it,”</c> <s>she</s> said.',
      ['Anna Lund'],
    ],
    [
      'by the surname of the one who was called so',
      'They met Anna Dore and her brother, Otto. <c>“No,”</c> said <s>Dore</s>. Later Otto Dore left.',
      ['Anna Dore'],
    ],
    [
      'whom the sentence before is about',
      'Anna Lund left early. <c>“No,”</c> <s>she</s> said.',
      ['Anna Lund'],
    ],
    [
      'who spoke last',
      '<c>“No,”</c> said <s>Anna Lund</s>.\n\n<c>“Never,”</c> <s>she</s> added.',
      ['Anna Lund', 'Anna Lund'],
    ],
    [
      'who agrees in gender',
      'Mrs Lund met Mr Dore. <c>“No,”</c> <s>she</s> said. <c>“Yes,”</c> <s>he</s> said.',
      ['Lund', 'Dore'],
    ],
    [
      'not who is named only within quotation marks',
      '<c>“We all like Bo Dore very much,”</c> said <s>Anna Lund</s>. <c>“No,”</c> <s>she</s> said.',
      ['Anna Lund', 'Anna Lund'],
    ],
    [
      'them',
      '<s>Prosecutors</s> said <c>no</c>. <s>They</s> said <c>it was late</c>.',
      ['Prosecutors', 'Prosecutors'],
    ],
    ['it', 'Hallin Motors was sold. <s>It</s> said <c>it was so</c>.', ['Hallin Motors']],
    ['who', 'They met Bo Dore and Anna Lund, <s>who</s> said <c>no</c>.', ['Anna Lund']],
    ['he’d', 'Bo Dore left. <s>He</s>’d said <c>so</c>.', ['Bo Dore']],
    ['whose diary it was', 'Anna Lund lived here. <s>Her diary</s>: <c>“Snow.”</c>', ['Anna Lund']],
  ])('by a pronoun: %s', (_, text, speakers) => expect(speakersOf(text)).toEqual(speakers))

  it('who says “I” is the speaker of the quote around it', () => {
    expect(
      speakersOf(
        '<c>“Then <s>I</s> said <c>no</c>,”</c> said <s>Anna Lund</s>.'.replace(
          '<c>“Then <s>I</s> said <c>no</c>,”</c> said <s>Anna Lund</s>',
          '<s>Anna Lund</s> said: <c>“Then <s>I</s> said <c>no</c>”</c>',
        ),
      ),
    ).toEqual(['Anna Lund', 'Anna Lund'])
  })

  it('who says nothing of his own is the one who goes on', () => {
    expect(speakersOf('<c>“No,</c>\n<g>“Never,</g>\n<g>“Ever.”</g> <s>Anna Lund</s>')).toEqual([
      'Anna Lund',
      'Anna Lund',
      'Anna Lund',
    ])
  })

  it('is nobody where no source is named', () => {
    const { speakers } = read('They met Anna Lund. <u>“No.”</u>')
    expect(speakers).toEqual([{ entities: [], confidence: 0 }])
  })

  it.each([
    ['nobody to mean', '<c>“No,”</c> <s>she</s> said.'],
    ['a narrator', '<s>I</s> said <c>no</c>.'],
    ['the reader', '<s>You</s> said <c>no</c>.'],
    ['the other gender only', 'They met Mr Dore. <c>“No,”</c> <s>she</s> said.'],
  ])('is nobody: %s', (_, text) => expect(speakersOf(text)).toEqual(['']))

  it('is surer by name than by pronoun, and by pronoun where nobody else may be meant', () => {
    const sure = (text: string) => read(text).speakers.at(-1)!.confidence
    const name = sure('They met Anna Lund. <c>“No,”</c> said <s>Lund</s>.')
    const one = sure('Anna Lund left. <c>“No,”</c> <s>she</s> said.')
    const two = sure('Anna Lund left with Ida Holm. <c>“No,”</c> <s>she</s> said.')
    expect(name).toBeGreaterThan(0.9)
    expect(one).toBeGreaterThan(two)
    expect(one).toBeLessThan(name)
  })
})

describe('nobody but the one meant', () => {
  it.each([
    [
      'the wife under her husband’s surname',
      'Leo Dore denies it. They paid Dore’s wife, Nora. <s>Mrs Dore</s> said <c>no</c>. <c>“Never,”</c> <s>she</s> said.',
      ['Nora', 'Nora'],
    ],
    [
      'the wife without a name',
      'Leo Dore came with his wife. <s>Mrs Dore</s> said <c>no</c>. <s>Dore</s> said <c>yes</c>.',
      ['Mrs Dore', 'Leo Dore'],
    ],
    [
      'the husband, where the wife is Mrs Dore',
      'They met Leo Dore and his wife, Nora Dore. Mrs Dore left. <s>Dore</s> said <c>no</c>. <s>Mrs Dore</s> said <c>yes</c>.',
      ['Leo Dore', 'Nora Dore'],
    ],
    [
      'the defendant, not the prosecutor',
      '<c>“No,”</c> said <s>Anna Lund</s>, prosecuting. She said <s>the defendant</s> answered <c>yes</c>.',
      ['Anna Lund', 'the defendant'],
    ],
    [
      'the coach of the other club',
      '<c>“No,”</c> said <s>Bo Dore, the Hallin manager</s>. <s>The Rovers coach</s> said <c>yes</c>.',
      ['Bo Dore', 'The Rovers coach'],
    ],
    [
      'not the one who asks',
      'Bo Dore wept. Asked by Anna Lund what he meant, the witness paused. <c>“No,”</c> <s>he</s> said.',
      ['Bo Dore'],
    ],
    [
      'not who is asked about',
      'Bo Dore left. Asked whether Ole Holm had called, <s>he</s> said <c>no</c>.',
      ['Bo Dore'],
    ],
    [
      'the first of a couple by surname alone',
      'Leo Dore denies it. His wife, Nora Dore, denies it too. <s>Dore</s> said <c>no</c>.',
      ['Leo Dore'],
    ],
    [
      'the father of a child',
      'They met Leo Dore, 6. His father, Bo, came. <s>Mr Dore</s> said <c>no</c>.',
      ['Bo'],
    ],
    [
      'not a relative who was mentioned in passing',
      'Ms Lund left. Lund sang. She had a son and a sister, Ida, there. <s>She</s> said <c>no</c>.',
      ['Lund'],
    ],
    [
      'the trade before the name is not who says it',
      '<c>“No,”</c> said <s>the founder of the festival, dairy farmer Bo Dore</s>.',
      ['Bo Dore'],
    ],
    [
      'not the victim whose niece she is',
      '<s>The niece of one of the victims, Anna Lund</s>, said <c>no</c>.',
      ['The niece of one of the victims'],
    ],
    [
      'the striker, where two may be meant',
      'Bo Dore had left out Ole Holm. <s>The striker</s> said <c>no</c>.',
      ['The striker'],
    ],
    [
      'the striker, where one is there',
      'Only Ole Holm ran. <s>The striker</s> said <c>no</c>.',
      ['Ole Holm'],
    ],
    [
      'the manager is no striker',
      'The coach, Ole Holm, ran. <s>The striker</s> said <c>no</c>.',
      ['The striker'],
    ],
    [
      'the watchdog, not the firm',
      'Hallin Motors was sold. <s>The watchdog</s> said <c>no</c>.',
      ['The watchdog'],
    ],
    [
      'the MP of a town, not the town',
      '<s>The town’s MP, Anna Lund</s>, said <c>no</c>.',
      ['Anna Lund'],
    ],
    [
      'the drummer, not all of her',
      '<c>“No,”</c> was <s>all the drummer</s> would say.',
      ['the drummer'],
    ],
    [
      'the council, not what it did',
      '<s>The harbour council of Culm voted on Tuesday to close the old pier</s>. <c>“No.”</c>',
      ['The harbour council of Culm'],
    ],
  ])('%s', (_, text, speakers) => expect(speakersOf(text)).toEqual(speakers))

  it('a father and a son of one name', () => {
    const { entities, speakers } = read(
      '<c>“No.”</c> <s>Bo Dore, 78</s>\n\n<c>“Yes.”</c> <s>Bo Dore, his son, 49</s>',
    )
    expect(entities.filter(e => e.name === 'Bo Dore')).toHaveLength(2)
    expect(speakers[0]!.entities).not.toEqual(speakers[1]!.entities)
    expect(speakers[1]!.confidence).toBeLessThan(0.7)
  })

  it.each([
    [
      'by their suffixes',
      '<s>Ole Holm Jr.</s> said <c>no</c>. His father, Ole Holm Sr., wept. <s>Holm Sr.</s> said <c>yes</c>. <s>Mr Holm Jr.</s> said <c>so</c>.',
      ['Ole Holm Jr.', 'Ole Holm Sr.', 'Ole Holm Jr.'],
    ],
    [
      'the plain surname is the one without a suffix',
      'They met Ole Holm, 67. His son, Ole Holm Jr., left. <s>Holm</s> said <c>no</c>. <s>Holm Jr.</s> said <c>yes</c>.',
      ['Ole Holm', 'Ole Holm Jr.'],
    ],
    [
      'or the only one',
      'They met Ole Holm Jr. there. <s>Holm</s> said <c>no</c>.',
      ['Ole Holm Jr.'],
    ],
  ])('two of one name stay apart: %s', (_, text, speakers) =>
    expect(speakersOf(text)).toEqual(speakers),
  )

  it('who is called by a name in the fullest of the descriptions', () => {
    const text = 'They knew this office. <c>No</c>, said <s>the First Minister’s office</s>.'
    expect(speakersOf(text)).toEqual(['the First Minister’s office'])
  })
})

describe('the labels of a transcript', () => {
  it.each([
    [
      'Q and A',
      'Potter Anna Lund talks to us.\n\n<s>Q.</s> <c>Why blue?</c>\n\n<s>A.</s> <c>It was cheap.</c>',
      ['', 'Anna Lund'],
    ],
    [
      'a witness, not counsel',
      'Prosecutor Anna Lund asked Bo Dore.\n\n<s>Q.</s> <c>Why?</c>\n\n<s>A.</s> <c>It was late.</c>',
      ['', 'Bo Dore'],
    ],
    [
      'initials',
      'Anna Lund met Bo Dore.\n\n<s>AL</s>: <c>Why?</c>\n\n<s>BD</s>: <c>It was late.</c>',
      ['Anna Lund', 'Bo Dore'],
    ],
    [
      'a first name',
      'Anna Lund met Bo Dore.\n\n<s>Anna</s>: <c>Why?</c>\n\n<s>Bo</s>: <c>It was late.</c>',
      ['Anna Lund', 'Bo Dore'],
    ],
    ['an office', 'Fisheries minister Bo Dore spoke.\n\n<s>MINISTER</s>: <c>No.</c>', ['Bo Dore']],
  ])('%s', (_, text, speakers) => expect(speakersOf(text)).toEqual(speakers))
})

it('the object of a verb is not its subject', () => {
  const words = wordsIn(
    'Hume offered her six weeks. Hume wrote to Lund to tell her. Hume, whom she met, sold her house.',
  )
  const pronouns = words.flatMap(({ lower }, at) => (/^(?:her|she)$/.test(lower) ? [at] : []))
  const names = words.flatMap(({ lower }, at) => (/^(?:hume|lund)$/.test(lower) ? [at] : []))
  const before = pronouns.map(at => names.findLast(name => name < at)!)
  expect(pronouns.map((at, k) => isObjectOf(words, at, before[k]!))).toEqual([
    true,
    false,
    true,
    false,
  ])
})

describe('whose relative it is', () => {
  it.each([
    ['Ole Holm met Bo Dore and his wife.', 'Bo Dore', ['Bo Dore', 'his']],
    ['Anna Lund met Ole Holm, 46, and his wife.', 'Ole Holm', ['Ole Holm', 'his']],
    ['Mr Holm met Ms Dore and his wife.', 'Holm', ['Holm', 'his']],
  ])('%s', (text, name, mentions) => expect(chainsOf(text)[name]).toEqual(mentions))
})
