import { describe, expect, test } from 'vitest'
import { parseCases } from '../src/markup.js'

const parse = (source: string) => parseCases(source, 'some.txt')

/** The roles of each attribution as words. */
const words = (source: string) =>
  parse(source).map(({ name, text, quotes }) => ({
    name,
    quotes: quotes.map(({ content, cue, source: who, ...rest }) => {
      const slices = (spans: typeof content) =>
        spans.map(({ start, end }) => text.slice(start, end))
      return { ...rest, content: slices(content), cue: slices(cue), source: slices(who) }
    }),
  }))

test('a case has a name, a text without tags, and attributions with speakers', () => {
  const source = `
=== first
@speaker 1: Anna Lund

<c1>“We go,”</c1> <s1>she</s1> <k1>said</k1>, <c1>“now.”</c1>

Then they went.

=== second-one
Nothing here.
`
  expect(parse(source).map(({ name, line, text }) => ({ name, line, text }))).toEqual([
    { name: 'first', line: 2, text: '“We go,” she said, “now.”\n\nThen they went.' },
    { name: 'second-one', line: 9, text: 'Nothing here.' },
  ])
  expect(words(source)).toEqual([
    {
      name: 'first',
      quotes: [
        {
          number: 1,
          speaker: 'Anna Lund',
          content: ['“We go,”', '“now.”'],
          cue: ['said'],
          source: ['she'],
        },
      ],
    },
    { name: 'second-one', quotes: [] },
  ])
})

test('offsets count UTF-16', () => {
  const { text, quotes } = parse('=== a\n😀 <c1>“Go 😀”</c1> <k1>said</k1> <s1>Lund</s1>.')[0]!
  expect(quotes[0]!.content).toEqual([{ start: 3, end: 10 }])
  expect(text.slice(3, 10)).toBe('“Go 😀”')
})

test('tags nest, and a source can be shared', () => {
  const source =
    '=== a\n<s1,2>Lund</s1,2> <k1>said</k1> <c1>that <s3>he</s3> <k3>hoped</k3> <c3>to go</c3></c1> and <k2>asked</k2> <c2>why</c2>.'
  expect(words(source)[0]!.quotes).toEqual([
    { number: 1, content: ['that he hoped to go'], cue: ['said'], source: ['Lund'] },
    { number: 2, content: ['why'], cue: ['asked'], source: ['Lund'] },
    { number: 3, content: ['to go'], cue: ['hoped'], source: ['he'] },
  ])
})

test('"none" is a speaker that is known to be nobody', () => {
  const source = '=== a\n@speaker 1: none\n<c1>It is said</c1> and <c2>so on</c2>.'
  const [said, other] = parse(source)[0]!.quotes
  expect(said!.speaker).toBeNull()
  expect(other).not.toHaveProperty('speaker')
})

describe('what is wrong is named with file, case and line', () => {
  test.each([
    ['text\n=== a\nb', 'some.txt: line 1: text before the first "=== name"'],
    ['=== Bad Name\nb', 'some.txt: case "Bad Name", line 1: a name is words-in-small-letters'],
    ['=== a\nb\n=== a\nc', 'case "a", line 3: a case of this name is above'],
    ['=== a\n\n\n=== b\nc', 'case "a", line 1: the case has no text'],
    [
      '=== a\n@speaker Lund\n<c1>b</c1>',
      'line 2: expected "@speaker 1: Name", found "@speaker Lund"',
    ],
    ['=== a\n@author 1: X\n<c1>b</c1>', 'line 2: expected "@speaker 1: Name"'],
    [
      '=== a\n@speaker 1: A\n@speaker 1: B\n<c1>b</c1>',
      'line 3: a second speaker for attribution 1',
    ],
    ['=== a\n@speaker 2: A\n<c1>b</c1>', 'line 2: there is no attribution 2'],
    ['=== a\nx\n\n<c1>b', 'case "a", line 4: <c1> is not closed'],
    ['=== a\nb</c1>', 'line 2: </c1> closes nothing'],
    ['=== a\n<c1>b <s1>c</c1></s1>', 'line 2: </c1> stands where </s1> is due'],
    ['=== a\n<c1>b <c1>c</c1></c1>', 'line 2: <c1> is open already'],
    ['=== a\n<c1> </c1>', 'line 2: <c1> holds nothing'],
    ['=== a\nx\n<c1>b\nc</c1>', 'line 4: <c1> runs over the end of a paragraph'],
    ['=== a\n<c1,2>b</c1,2>', 'line 2: <c1,2>: content is not shared'],
    ['=== a\n<s1>Lund</s1> <k1>said</k1> so', 'attribution 1 has no content'],
    ['=== a\n<c1>b</c1> <s>Lund</s>', 'line 2: what is "<s>"?'],
    ['=== a\n<c1>b</c1>\n<k2 said', 'line 3: what is "<k2"?'],
  ])('%j', (source, message) => {
    expect(() => parse(source)).toThrow(message)
  })
})
