import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { StoryRecord } from '@onrecord/engine'
import { expect, test } from 'vitest'
import { folder } from './folder.js'
import { jsonLines, type Result } from './host.js'

const bin = fileURLToPath(new URL('../bin/onrecord.js', import.meta.url))

/** The installed command with the committed model, as a person runs it. */
const onrecord = (argv: readonly string[], stdin = '') =>
  new Promise<Result>(resolve => {
    const child = execFile(
      process.execPath,
      [bin, ...argv],
      { maxBuffer: 1 << 28 },
      (error, stdout, stderr) =>
        resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    )
    child.stdin!.on('error', () => {})
    child.stdin!.end(stdin)
  })

const TEXT = `The ferry Sand Martin went aground on the Loam Bank on Tuesday.

“We will float her at noon,” said Nora Lund, the harbour master. She added that nobody was hurt.
`

const story = (id: string, text = TEXT) => `${JSON.stringify({ id, text })}\n`

/** Every span of a record stands in its text. */
function expectSpans({ story, quotes, entities }: StoryRecord) {
  const spans = [
    ...quotes.flatMap(quote => [...quote.content, ...quote.cue, ...quote.source]),
    ...entities.flatMap(entity => entity.mentions),
  ]
  for (const { start, end, text } of spans) expect(story.text.slice(start, end)).toBe(text)
}

test('a story in, who said what out', async () => {
  const { status, stdout, stderr } = await onrecord(['read', '--title', 'Aground'], TEXT)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const record: StoryRecord = JSON.parse(stdout)
  expect(record.schema).toBe('onrecord/1')
  expect(record.story).toMatchObject({ id: 'stdin', title: 'Aground', text: TEXT })
  expectSpans(record)
  const direct = record.quotes.find(quote => quote.content[0]!.text.includes('float her'))!
  expect(direct).toMatchObject({ kind: 'direct' })
  const speakers = direct.speakers.map(id => record.entities.find(entity => entity.id === id)?.name)
  expect(speakers).toEqual(['Nora Lund'])
})

test('the stream form: order, errors in place, and the same records on one worker as on two', async () => {
  const input = [story('a'), story('b'), story('c'), story('d'), 'no\n', story('f', '')].join('')
  const [one, two] = await Promise.all(
    ['1', '2'].map(workers => onrecord(['read', '--jsonl', '--workers', workers], input)),
  )
  expect(one).toEqual(two)
  expect(one!.status).toBe(1)
  const lines = jsonLines(one!.stdout)
  expect(lines.map(line => line.story?.id ?? line.error.code)).toEqual([
    'a',
    'b',
    'c',
    'd',
    'bad-json',
    'f',
  ])
  for (const line of lines) if (line.story) expectSpans(line)
})

test('files of every kind and a page of them', async () => {
  const path = folder({
    'a.txt': TEXT,
    'b.json': JSON.stringify([{ id: 'b', text: TEXT }]),
    'index.json': JSON.stringify([{ file: 'a.txt', id: 'a', title: 'Aground' }]),
  })
  for (const format of ['json', 'jsonl', 'csv', 'md', 'text']) {
    const { status, stderr, stdout } = await onrecord(['read', '--format', format, path])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('Aground')
  }
  const missing = await onrecord(['read', join(path, 'none.txt'), join(path, 'a.txt')])
  expect(missing.status).toBe(1)
  expect(missing.stderr).toContain('none.txt: There is no such file')
})

test('Ctrl-C in the midst of reading', async () => {
  const child = spawn(process.execPath, [bin, 'read', '--jsonl'])
  child.stdin.on('error', () => {})
  child.stdin.write(Array.from({ length: 500 }, (_, i) => story(`s${i}`)).join(''))
  let output = ''
  child.stdout.on('data', data => {
    output += data
  })
  await once(child.stdout, 'data')
  child.kill('SIGINT')
  const [status] = await once(child, 'close')
  expect(status).toBe(130)
  expect(output.endsWith('\n')).toBe(true)
  expect(jsonLines(output).map(record => record.story.id)).toEqual(
    jsonLines(output).map((_, i) => `s${i}`),
  )
})

test('help needs no model', async () => {
  const { status, stdout } = await onrecord(['--help'])
  expect(status).toBe(0)
  expect(stdout).toContain('Usage: onrecord')
})
