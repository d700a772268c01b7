import { describe, expect, it } from 'vitest'
import { verifyQuote } from '../../src/verify/index.js'
import { parseMarked } from '../mark.js'
import { showAlarms, showEdits, showPairs } from './show.js'

describe('where a claim stands', () => {
  it.each([
    ['we appeal', 'Lund said <s>we appeal</s>.'],
    ['we must appeal', '“<s>We must</s>,” Lund said, “<s>appeal</s>.”'],
    ['we must … appeal', '“<s>We must</s>, as you know, <s>appeal</s>.”'],
    ['we must not appeal', '“<s>We must appeal</s>.”'],
    ['[Lund] must appeal', 'Lund. “<s>must appeal</s>.”'],
    ['said [Lund] must appeal', 'They <s>said she must appeal</s>.'],
    [
      'the harbour is closed and the ferry has sunk',
      '“<s>The ferry has sunk</s>.” Then there was a long silence in the room, until somebody coughed and the mayor rose from his chair. “And <s>the harbour is closed</s>.”',
    ],
    // the better of two places, not the first
    ['the ferry has sunk at noon', 'The ferry has sunk. Later: <s>the ferry has sunk at noon</s>.'],
  ])('%s', (claim, marked) => {
    const { text, spans } = parseMarked(marked)
    const found = verifyQuote(claim, text).spans.map(({ start, end }) => ({ start, end }))
    expect(found.sort((a, b) => a.start - b.start)).toEqual(spans.s)
  })
})

describe('what differs without being another word', () => {
  it.each([
    ['“We don’t know”', '"We don\'t know"', ['marks']],
    ['we know', 'We know', ['case']],
    ['we know', 'we\u00a0 know', ['spacing']],
    ['we know', 'we\nknow', ['spacing']],
    ['the café', 'the cafe', ['diacritics']],
    ['the well-known town', 'the well known town', ['hyphen']],
    ['the email came', 'the e-mail came', ['hyphen']],
    ['three towns', '3 towns', ['number-form']],
    ['we know, and wait', 'we know and wait', ['marks']],
    ['we know', 'we know', []],
    // what stands outside the words is not looked at
    ['we know!', '(we know)', []],
  ])('%j against %j: %j', (claim, text, differences) => {
    expect(verifyQuote(claim, text)).toMatchObject({ kind: 'exact', score: 1, differences })
  })
})

describe('ellipses', () => {
  it.each(['…', '...', '[…]', '[...]', '(...)', '(…)', '. . .', ' … '])('%j is one', ellipsis => {
    const found = verifyQuote(`we ${ellipsis} appeal`, 'we shall certainly appeal')
    expect(found).toMatchObject({ kind: 'exact', edits: [] })
    expect(found.omitted.map(({ text }) => text?.text)).toEqual(['shall certainly'])
  })

  it('may stand for nothing', () => {
    expect(showPairs(verifyQuote('we … appeal', 'we appeal').omitted)).toEqual(['… > '])
  })

  it('do not hide a negation or a condition', () => {
    expect(showAlarms(verifyQuote('we will … appeal', 'we will not appeal').alarms)).toEqual([
      'negation omitted',
    ])
    expect(showAlarms(verifyQuote('we will … appeal', 'we will soon appeal').alarms)).toEqual([])
  })

  it('are no edits where they stand at the ends', () => {
    expect(verifyQuote('… we appeal …', 'Now we appeal again.')).toMatchObject({
      kind: 'exact',
      omitted: [],
    })
  })

  it('do not make a quote of any two words', () => {
    const text = 'The cat of the house sat on the mat.'
    expect(verifyQuote('the … of … on', text).kind).toBe('absent')
  })

  it('do not reach over half a story', () => {
    const text = `We will appeal ${'and so they went on and on '.repeat(40)} before the summer ends.`
    expect(verifyQuote('We will appeal … before the summer ends', text).kind).toBe('joined')
  })
})

describe('brackets', () => {
  it.each([
    ['[the minister] will go', 'he will go', ['[the minister] > ']],
    ['and [the minister] will go', 'and he will go', ['[the minister] > he']],
    ['we will [soon] go', 'we will go', ['[soon] > ']],
    ['we appeal[ed] at once', 'we appeal at once', ['appeal[ed] > appeal']],
    ['[w]e appeal at once', 'Then We appeal at once', []],
  ])('%s', (claim, text, inserted) => {
    const found = verifyQuote(claim, text)
    expect(found).toMatchObject({ kind: 'exact', edits: [] })
    expect(showPairs(found.inserted)).toEqual(inserted)
  })

  it('do not stand for a sentence', () => {
    const text =
      'we will go to the town, to the hills and the woods, and not come back before the end of March'
    expect(verifyQuote('we will [not] come back', text).kind).toBe('altered')
  })
})

describe('interruptions', () => {
  it.each([
    ['“We will,” she said, “appeal.”', ['she said']],
    ['“We will,” said Ola Berg, who is 40, “appeal.”', ['said Ola Berg, who is 40']],
    ['"We will," she said. "appeal"', ['she said']],
  ])('%s', (text, interruptions) => {
    const found = verifyQuote('We will appeal', text)
    expect(found).toMatchObject({ kind: 'exact', edits: [] })
    expect(found.interruptions.map(({ text }) => text)).toEqual(interruptions)
  })

  it.each([
    // no verb of saying
    ['“We will” in every case “appeal the ruling again”.', ['- in every case']],
    // two speakers
    ['“We will,” said Lund. Berg said: “appeal the ruling again”.', ['- said Lund. Berg said']],
    // no marks
    ['We will, she said, appeal the ruling again.', ['- she said']],
  ])('not %s', (text, edits) => {
    expect(showEdits(verifyQuote('We will appeal the ruling again', text).edits)).toEqual(edits)
  })

  it('are what the caller says', () => {
    const { text, spans } = parseMarked('A. We will\n<x>12:31 LUND (cont.)</x>\nappeal.')
    const found = verifyQuote('We will appeal', text, { skip: spans.x! })
    expect(found).toMatchObject({
      kind: 'exact',
      spans: [{ text: 'We will' }, { text: 'appeal' }],
      interruptions: [{ text: '12:31 LUND (cont' }],
    })
    expect(verifyQuote('We will appeal', text).kind).not.toBe('exact')
  })
})

describe('what stands just outside', () => {
  it.each([
    ['We will appeal if the court lets us.', ['condition cut']],
    ['We will appeal, but only if the court lets us.', ['condition cut']],
    ['If the court lets us, we will appeal.', ['condition cut']],
    ['Nobody thinks we will appeal.', ['negation cut']],
    ['They failed to say we will appeal.', ['negation cut']],
    ['We will appeal. If the court lets us, all is well.', []],
    ['“We will appeal”, she said, if with a smile.', []],
    ['Do not worry: we will appeal.', []],
    ['No, we will appeal.', []],
    ['We will appeal in March.', []],
  ])('%s', (text, alarms) => {
    const found = verifyQuote('we will appeal', text)
    expect(found.kind).toBe('exact')
    expect(showAlarms(found.alarms)).toEqual(alarms)
  })
})

describe('alarms', () => {
  it.each([
    ['we will go', 'we will never go', ['negation dropped']],
    ['we do go there', 'we don’t go there', ['negation dropped']],
    ['we do not go there', 'we don’t go there', []],
    [
      'we went home without a word',
      'we went home with a word',
      ['negation added', 'opposite changed'],
    ],
    ['we were able to go there', 'we were unable to go there', ['negation changed']],
    ['we tried to go there today', 'we failed to go there today', ['negation dropped']],
    ['five of them went home', 'six of them went home', ['number changed']],
    ['it cost £5m to build', 'it cost £6m to build', ['amount changed']],
    ['it grew by 5% in a year', 'it grew by 6% in a year', ['percentage changed']],
    ['we left there in 1998', 'we left there in 1989', ['date changed']],
    ['we left there in May', 'we left there in June', ['date changed']],
    ['we must go there', 'we could go there', ['modal changed']],
    ['all of them went home', 'most of them went home', ['quantifier changed']],
    ['she went home at noon', 'he went home at noon', ['pronoun changed']],
    ['he gave me his book', 'he gave I his book', []],
    ['we go home today', 'if we go home today', ['condition cut']],
    ['it was stolen by the clerk', 'it was allegedly stolen by the clerk', ['hedge dropped']],
    ['the small house is sold', 'the large house is sold', []],
    ['the house is quietly sold', 'the house is sold', []],
    ['one house is sold', 'two house is sold', ['number changed']],
  ])('%s | %s', (claim, text, alarms) => {
    expect(showAlarms(verifyQuote(claim, text).alarms)).toEqual(alarms)
  })
})

describe('nothing to find', () => {
  it.each([
    ['', 'Some text.'],
    ['Some claim', ''],
    ['… [x] …', 'Some text.'],
    ['“—”', 'Some — text.'],
  ])('%j in %j', (claim, text) => {
    expect(verifyQuote(claim, text)).toMatchObject({
      kind: 'absent',
      score: 0,
      spans: [],
      edits: [],
    })
  })
})
