import { describe, expect, it } from 'vitest'
import { chainsOf, read } from './hear.js'

describe('one entity', () => {
  it.each([
    [
      'surname and first name',
      'They met Anna Lund. Later Lund spoke. “Thank you, Anna,” someone shouted.',
      'Anna Lund',
      ['Anna Lund', 'Lund', 'Anna'],
    ],
    [
      'a nickname',
      'They met Robert “Bob” Smith. It was Bob who paid, and Smith who ate.',
      'Robert “Bob” Smith',
      ['Robert “Bob” Smith', 'Bob', 'Smith'],
    ],
    [
      'the fullest form, wherever it stands',
      'They met Lund in town. The town knows Anna Lund well.',
      'Anna Lund',
      ['Lund', 'Anna Lund'],
    ],
    [
      'an organisation’s short forms',
      'They asked the Hallin Workers Council. The HWC met. Anna left the Council at noon.',
      'Hallin Workers Council',
      ['Hallin Workers Council', 'HWC', 'Council'],
    ],
    [
      'a label in capitals',
      'The court heard Anna Lund.\n\nMS LUND: No.',
      'Anna Lund',
      ['Anna Lund', 'LUND'],
    ],
    [
      'an apposition and what it says later',
      'They met Anna Lund, the club’s director. They liked the director.',
      'Anna Lund',
      ['Anna Lund', 'the club’s director', 'the director'],
    ],
    [
      'an age',
      'They met Anna Lund, 46, there. They liked the 46-year-old.',
      'Anna Lund',
      ['Anna Lund', 'the 46-year-old'],
    ],
    [
      'the office in a title',
      'They met Sen. Anna Lund there. They liked the senator.',
      'Anna Lund',
      ['Anna Lund', 'the senator'],
    ],
    [
      'whom a lead describes and the story names later',
      '<s>A judge</s> said <c>no</c>.\n\nIt was the third. Judge Anna Lund was curt.',
      'Anna Lund',
      ['A judge', 'Anna Lund'],
    ],
    [
      'a daughter beside the one whose she is',
      'They met Anna Lund, her daughter Ida and a friend.',
      'Anna Lund',
      ['Anna Lund', 'her'],
    ],
    [
      'the judge under her title',
      'They met the retired judge Bo Dore. <s>The judge</s>, Mrs Justice Lund, said <c>no</c>.',
      'Lund',
      ['The judge', 'Lund'],
    ],
  ])('%s', (_, text, name, mentions) => expect(chainsOf(text)[name]).toEqual(mentions))

  it.each([
    [
      'of two judges',
      '<s>A judge</s> said <c>no</c>.\n\nJudge Anna Lund met Judge Bo Dore.',
      'A judge',
    ],
    ['of a man', '<s>A man</s> said <c>no</c>.\n\nA rich man, Bo Dore, came.', 'A man'],
    [
      'of another’s lawyer',
      '<s>His lawyer</s> said <c>no</c>.\n\nThe lawyer Anna Lund came.',
      'His lawyer',
    ],
  ])('but for a lead that may be %s', (_, text, name) => expect(chainsOf(text)[name]).toBeDefined())
})

describe('entities stay apart', () => {
  it('two people of one surname, and a title tells which is meant', () => {
    const chains = chainsOf(
      'They met Bo Dore and his wife, Ana Dore. They asked Mrs Dore. They saw Mr Dore.',
    )
    expect(chains['Ana Dore']).toEqual(['his wife', 'Ana Dore', 'Dore'])
    expect(chains['Bo Dore']).not.toContain('Ana Dore')
  })

  it('father and son', () => {
    const chains = chainsOf('They met Ole Holm Sr. there. They met Ole Holm Jr. there.')
    expect(Object.keys(chains)).toEqual(['Ole Holm Sr.', 'Ole Holm Jr.'])
  })

  it('a person and the firm named after her', () => {
    const chains = chainsOf(
      'They met Anna Lund, 46, of Anna Lund Holdings. We liked Lund. Anna Lund Holdings was sold.',
    )
    expect(chains['Anna Lund']).toEqual(['Anna Lund', 'Lund'])
    expect(chains['Anna Lund Holdings']).toEqual(['Anna Lund Holdings', 'Anna Lund Holdings'])
  })

  it('two ministers', () => {
    const chains = chainsOf(
      'They met First Minister Anna Lund. They met finance minister Bo Dore. They liked the First Minister.',
    )
    expect(chains['Anna Lund']).toEqual(['Anna Lund', 'the First Minister'])
  })

  it('one who is new', () => {
    const chains = chainsOf('They met Anna Lund, the singer. A singer left.')
    expect(chains['Anna Lund']).toEqual(['Anna Lund', 'the singer'])
  })
})

describe('gender', () => {
  const genderOf = (text: string) => read(text).entities[0]!.gender

  it.each([
    ['They met Mrs Lund there.', { value: 'female', basis: 'title' }],
    ['They met Sir Bo Dore there.', { value: 'male', basis: 'title' }],
    ['Anna Lund said she would go.', { value: 'female', basis: 'pronoun' }],
  ])('is told: %s', (text, gender) => expect(genderOf(text)).toEqual(gender))

  it('is told by kinship', () => {
    const { entities } = read('They met his wife, Kim Dore, there.')
    expect(entities.find(e => e.name === 'Kim Dore')!.gender).toEqual({
      value: 'female',
      basis: 'kinship',
    })
  })

  it.each(['They met Anna Lund there.', 'They met Dr Anna Lund there.'])(
    'is never taken from a name: %s',
    text => expect(genderOf(text)).toBeUndefined(),
  )
})
