import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ModelError } from '../src/errors.js'
import { progressLine } from '../src/progress.js'
import { wantsColor } from '../src/terminal.js'
import { createFakeReader } from './fixtures/fake-reader.mjs'
import { folder } from './folder.js'
import { jsonLines, onrecord } from './host.js'

const TEXT = '“We will float her,” said Nora Lund.'

describe('input and form', () => {
  test('standard input is a story; one piped story is a JSON record', async () => {
    const { status, stdout, stderr } = await onrecord(['read'], { stdin: TEXT })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ story: { id: 'stdin', text: TEXT } })
    expect(stdout).toMatch(/^\{\n {2}"schema"/)
  })

  test('several piped stories are JSON lines', async () => {
    const path = folder({ 'a.txt': 'A', 'b.txt': 'B' })
    const { stdout } = await onrecord(['read', path])
    expect(jsonLines(stdout).map(record => record.story.text)).toEqual(['A', 'B'])
  })

  test('a directory of one is several all the same', async () => {
    const { stdout } = await onrecord(['read', '--format', 'json', folder({ 'a.txt': 'A' })])
    expect(JSON.parse(stdout)).toHaveLength(1)
  })

  test('a .json of one story is one, of an array several', async () => {
    const path = folder({ 'a.json': '{"text":"A"}', 'b.json': '[{"text":"B"}]' })
    const one = await onrecord(['read', '--format', 'json', join(path, 'a.json')])
    expect(JSON.parse(one.stdout)).toMatchObject({ story: { text: 'A' } })
    const several = await onrecord(['read', '--format', 'json', join(path, 'b.json')])
    expect(JSON.parse(several.stdout)).toHaveLength(1)
  })

  test('a terminal gets the page', async () => {
    const { stdout } = await onrecord(['read', '-', '--title', 'Ferry'], {
      stdin: TEXT,
      terminal: ['stdout'],
      env: { NO_COLOR: '1' },
    })
    expect(stdout).toMatch(/^Ferry\n/)
    expect(stdout).toContain('⟨“We will float her,”⟩¹ _said_ *Nora Lund*.')
    expect(stdout).not.toContain('\x1b')
  })

  test.each([
    [['--format', 'csv'], 'story,title,outlet,published,quote,kind'],
    [['--table', 'quotes'], 'story,title,outlet,published,quote,kind'],
    [['--table', 'facts'], 'story,title,outlet,published,fact,type'],
    [['--table', 'people', '--format', 'csv'], 'story,title,outlet,published,person,name'],
  ])('%j is the table', async (argv, header) => {
    const { status, stdout } = await onrecord(['read', '-', ...argv], { stdin: TEXT })
    expect(status).toBe(0)
    expect(stdout.slice(0, header.length)).toBe(header)
  })

  test.each([
    [[], '… and 3 more'],
    [['--all'], '⁸ “We will float her,”'],
  ])('%j: the lists of a page', async (argv, words) => {
    const page = ['--format', 'text', ...argv]
    const { stdout } = await onrecord(['read', '-', ...page], { stdin: `${TEXT}\n`.repeat(8) })
    const lists = stdout.slice(stdout.indexOf('People\n'))
    expect(lists).toContain(words)
    expect(lists.includes('--all shows everything')).toBe(argv.length === 0)
  })

  test('what is told of one story is in its record', async () => {
    const argv = ['read', '--title', 'T', '--outlet', 'O', '--published', '2026-03-11']
    const { stdout } = await onrecord(argv, { stdin: TEXT })
    expect(JSON.parse(stdout).story).toMatchObject({
      title: 'T',
      outlet: 'O',
      published: '2026-03-11',
    })
  })

  test.each([
    ['two files', ['a.txt', 'b.txt']],
    ['a directory', ['.']],
    ['a JSON array', ['c.json']],
  ])('what is told of one story is not for several: %s', async (_, names) => {
    const path = folder({ 'a.txt': 'A', 'b.txt': 'B', 'c.json': '[{"text":"A"}]' })
    const argv = ['read', '--title', 'T', ...names.map(name => join(path, name))]
    const { status, stdout, stderr } = await onrecord(argv)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('--title is for one story')
  })

  test('an encoding', async () => {
    const { stdout } = await onrecord(['read', '--encoding', 'latin1'], {
      stdin: Buffer.from([0x93, 0x4e, 0xe9, 0x65, 0x94]),
    })
    expect(JSON.parse(stdout).story.text).toBe('“Née”')
  })

  test.each(['json', 'jsonl', 'csv', 'md', 'text'])(
    '%s on a terminal cannot act there',
    async format => {
      const stdin = '“\x1b[2J\x9b\u202e\x7f” said Nora.'
      const argv = ['read', '--format', format, '--no-color', '--title', '\x9b2J']
      const { stdout } = await onrecord(argv, { stdin, terminal: ['stdout'] })
      expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
    },
  )
})

describe('the stream form', () => {
  const stream = (stdin: string | readonly string[], ...argv: string[]) =>
    onrecord(['read', '--jsonl', ...argv], { stdin })

  test('a record a line, bad lines answered in their place', async () => {
    const { status, stdout, stderr } = await stream(
      `{"id":"a","text":"${TEXT}"}\r\nnonsense\n\n{"id":"c"}\n{"id":"d","text":"@fail"}\n{"id":"e","text":"E"}`,
    )
    expect(status).toBe(1)
    const lines = jsonLines(stdout)
    expect(lines.map(line => line.story?.id ?? [line.id, line.error.code])).toEqual([
      'a',
      [null, 'bad-json'],
      ['c', 'no-text'],
      ['d', 'reader-failed'],
      'e',
    ])
    expect(Object.keys(lines[1])).toEqual(['id', 'error'])
    expect(Object.keys(lines[1].error)).toEqual(['code', 'message'])
    expect(stderr.split('\n').slice(0, -1)).toEqual([
      expect.stringMatching(/^onrecord: stdin:2: The line is not JSON: /),
      'onrecord: stdin:4: It has no "text". Give the story\'s words as "text".',
      'onrecord: stdin:5: The model failed on it: a tensor was too small.',
    ])
  })

  test('the order is kept however long each takes', async () => {
    const lines = Array.from({ length: 40 }, (_, i) =>
      JSON.stringify({ id: `s${i}`, text: `@wait ${(i * 13) % 7}` }),
    )
    const { status, stdout } = await stream(lines.join('\n'), '--workers', '4')
    expect(status).toBe(0)
    expect(jsonLines(stdout).map(record => record.story.id)).toEqual(lines.map((_, i) => `s${i}`))
  })

  test('many bad lines do not flood stderr', async () => {
    const { status, stdout, stderr } = await stream('x\n'.repeat(100))
    expect(status).toBe(1)
    expect(jsonLines(stdout)).toHaveLength(100)
    expect(stderr.split('\n')).toHaveLength(22)
    expect(stderr).toMatch(/onrecord: 80 more failed\.\n$/)
  })

  test('nothing in, nothing out', async () => {
    expect(await stream('')).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test('a file of any name', async () => {
    const path = folder({ 'week.dat': '{"id":"a","text":"A"}\n' })
    const { stdout } = await stream('', join(path, 'week.dat'))
    expect(jsonLines(stdout)[0].story.id).toBe('a')
  })
})

describe('failures', () => {
  test('each is named with its reason and the others are read', async () => {
    const path = folder({ 'a.txt': Buffer.from([0xe9]), 'b.txt': 'B', 'c.jsonl': 'x\n' })
    const names = ['none.txt', 'a.txt', 'b.txt', 'c.jsonl'].map(name => join(path, name))
    const { status, stdout, stderr } = await onrecord(['read', '--format', 'json', ...names])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toHaveLength(1)
    expect(stderr.replaceAll(`${path}/`, '')).toBe(
      `onrecord: none.txt: There is no such file. Check the path.
onrecord: a.txt: It is not UTF-8: byte 0xE9 at 0, line 1. If it is an old Windows or Latin-1 file, add --encoding latin1.
onrecord: c.jsonl:1: The line is not JSON: Unexpected token 'x', "x" is not valid JSON.
`,
    )
  })

  test('one file that fails leaves no output', async () => {
    const { status, stdout } = await onrecord(['read', 'none.txt'])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  })

  test('names and messages cannot act on the terminal', async () => {
    const { stderr } = await onrecord(['read', '\x1b[2J.txt', '--jsonl'])
    expect(stderr).toContain('␛[2J.txt')
    const bad = await onrecord(['read', '--jsonl'], { stdin: '\x1b[2J' })
    expect(bad.stderr).not.toContain('\x1b')
  })

  test('no model: it says so and ends', async () => {
    const pool = { size: 1, close: async () => {} }
    const read = () => Promise.reject(new ModelError('The model cannot be opened: it is gone.'))
    const { status, stdout, stderr } = await onrecord(['read', '--jsonl'], {
      stdin: '{"text":"A"}\n{"text":"B"}\n',
      openPool: () => ({ ...pool, read }),
    })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toBe('onrecord: The model cannot be opened: it is gone.\n')
  })
})

describe('the command line', () => {
  test('alone it helps', async () => {
    const { status, stdout } = await onrecord([])
    expect(status).toBe(0)
    expect(stdout).toContain('Usage: onrecord')
  })

  test('with nothing to read it helps on stderr', async () => {
    const { status, stdout, stderr } = await onrecord(['read'], { terminal: ['stdin'] })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('Usage: onrecord read')
  })

  test('help names every option, status and form', async () => {
    const { status, stdout } = await onrecord(['read', '--help'])
    expect(status).toBe(0)
    for (const word of [
      '--jsonl',
      '--workers',
      '130',
      'csv',
      'Examples:',
      '--table',
      '--all',
      'byte order mark',
    ]) {
      expect(stdout).toContain(word)
    }
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  test('version', async () => {
    expect(await onrecord(['--version'])).toEqual({ status: 0, stdout: '0.1.0\n', stderr: '' })
  })

  test.each([
    [['raed'], 'Did you mean read?'],
    [['read', '--formt', 'csv'], 'Did you mean --format?'],
    [['read', '--format', 'xml'], 'Allowed choices are text, json, jsonl, csv, md'],
    [['read', '--table', 'cues'], 'Allowed choices are quotes, people, values, facts, findings'],
    [['read', '-', '--table', 'facts', '--format', 'json'], "'--table' is for csv"],
    [['read', '--published', '2026-02-30'], 'ISO 8601'],
    [['read', '--workers', '0'], 'a whole number from 1 to 256'],
    [['read', '--workers', '2x'], 'a whole number from 1 to 256'],
    [['read', '--encoding', 'ebcdic'], 'Allowed choices are utf-8'],
    [['read', '--title'], 'argument missing'],
  ])('%j is called wrongly', async (argv, hint) => {
    const { status, stdout, stderr } = await onrecord(argv)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(hint)
    expect(stderr).toContain('--help tells more')
  })

  test('the workers asked for', async () => {
    let asked = 0
    await onrecord(['read', '--jsonl', '--workers', '3'], {
      stdin: '{"text":"A"}',
      openPool: size => {
        asked = size
        return { size, read: createFakeReader().read, close: async () => {} }
      },
    })
    expect(asked).toBe(3)
  })
})

test.each([
  [undefined, {}, true, true],
  [undefined, {}, false, false],
  [undefined, { TERM: 'dumb' }, true, false],
  [undefined, { NO_COLOR: '1' }, true, false],
  [undefined, { NO_COLOR: '' }, true, true],
  [undefined, { FORCE_COLOR: '1' }, false, true],
  [undefined, { FORCE_COLOR: '0' }, true, false],
  [undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [true, { NO_COLOR: '1' }, false, true],
  [false, { FORCE_COLOR: '1' }, true, false],
])('colour: flag %s, %j, terminal %s: %s', (flag, env, isTTY, expected) => {
  const stream = { isTTY } as unknown as Parameters<typeof wantsColor>[2]
  expect(wantsColor(flag, env, stream)).toBe(expected)
})

describe('progress', () => {
  test('only after a second, only on a terminal, and gone at the end', async () => {
    const stdin = '{"id":"a","text":"one two"}\n{"id":"b","text":"@wait 1600"}\n'
    const argv = ['read', '--jsonl']
    const shown = await onrecord(argv, { stdin, terminal: ['stderr'] })
    expect(shown.stderr).toMatch(/^\r\x1b\[2K1 story · \d+ words\/s/)
    expect(shown.stderr).toMatch(/\r\x1b\[2K$/)
    expect((await onrecord(argv, { stdin })).stderr).toBe('')
    const quick = await onrecord(argv, { stdin: '{"text":"A"}', terminal: ['stderr'] })
    expect(quick.stderr).toBe('')
  })

  test('never in the midst of a line of output', async () => {
    const path = folder({ 'a.txt': 'A', 'b.txt': '@wait 1600' })
    const argv = ['read', '--format', 'json', path]
    const { stdout, stderr } = await onrecord(argv, { terminal: ['stdout', 'stderr'] })
    expect(JSON.parse(stdout)).toHaveLength(2)
    expect(stderr).toBe('')
  })

  test.each([
    [{ stories: 0, words: 0, bytes: 0, elapsed: 2400 }, 'Reading … 2 s'],
    [{ stories: 1, words: 10, bytes: 9, elapsed: 2000 }, '1 story · 5 words/s'],
    [
      { stories: 1200, words: 530000, bytes: 25, elapsed: 100000, all: 100 },
      '1,200 stories · 5,300 words/s · about 5 min left',
    ],
    [
      { stories: 2, words: 4, bytes: 50, elapsed: 1000, all: 100 },
      '2 stories · 4 words/s · about 1 s left',
    ],
  ])('%j', (state, line) => {
    expect(progressLine(state)).toBe(line)
  })
})
