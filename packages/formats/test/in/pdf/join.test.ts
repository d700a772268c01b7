import { expect, it } from 'vitest'
import { joinLines } from '../../../src/in/pdf/join.js'

it.each([
  [['the ferry', 'sailed'], 'the ferry sailed'],
  [['the har-', 'bour wall'], 'the harbour wall'],
  [['the har\u2010', 'bour wall'], 'the harbour wall'],
  [['the har\u00ad', 'bour wall'], 'the harbour wall'],
  [['the Anglo-', 'Verran pact'], 'the Anglo-Verran pact'],
  [['in 2014-', '15 they'], 'in 2014-15 they'],
  [['in 2014-', 'or so'], 'in 2014-or so'],
  // a dash parts no word
  [['she said -', 'and left'], 'she said - and left'],
  [['she said –', 'and left'], 'she said – and left'],
  [['a soft\u00adened blow'], 'a softened blow'],
])('%j', (lines, text) => expect(joinLines(lines)).toBe(text))
