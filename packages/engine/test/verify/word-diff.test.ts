import { describe, expect, it } from 'vitest'
import { wordDiff } from '../../src/verify/index.js'
import { showAlarms, showEdits, showPairs } from './show.js'

describe('two wordings', () => {
  it.each([
    ['We will appeal', 'we will appeal!', [], []],
    ['We will appeal', 'We may well appeal', ['will > may', '- well'], ['modal changed']],
    ['We will appeal now', 'We will appeal', ['+ now'], []],
    ['We will appeal', 'Today we will appeal', ['- Today'], ['date dropped']],
    ['He often went there', 'He went there often', ['~ often'], []],
    ['We need £3m', 'We need 4 million pounds', ['£3m > 4 million pounds'], ['amount changed']],
    ['red wine', 'blue cheese', ['red wine > blue cheese'], []],
    ['', '', [], []],
    ['', 'so', ['- so'], []],
  ])('%s | %s', (a, b, edits, alarms) => {
    const found = wordDiff(a, b)
    expect(showEdits(found.edits)).toEqual(edits)
    expect(showAlarms(found.alarms)).toEqual(alarms)
    expect(found.score === 1).toBe(edits.length === 0)
  })

  it('understands an ellipsis on either side', () => {
    const [one, other] = ['We will … appeal', 'We will certainly appeal']
    expect(wordDiff(one, other).edits).toEqual([])
    expect(showPairs(wordDiff(one, other).omitted)).toEqual(['… > certainly'])
    expect(showPairs(wordDiff(other, one).omitted)).toEqual(['certainly > …'])
  })
})
