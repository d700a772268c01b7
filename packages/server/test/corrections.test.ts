import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editOfWords } from '../src/operations/edit-words.js'
import { createFakeReader } from './fixtures/fake-reader.mjs'
import { folder } from './folder.js'
import { jsonLines, onrecord } from './host.js'

const FERRY =
  '“We will float her 😀,” said Nora Lund. “By Friday,” said Timo Brack. The harbour stayed shut.'

async function archiveWith(files: Record<string, string>) {
  const path = folder(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`in/${name}`, text])),
  )
  const archive = ['--archive', join(path, 'archive.db')]
  const { stdout } = await onrecord(['add', join(path, 'in'), '--json', ...archive])
  return { path, archive, keys: jsonLines(stdout).map(line => line.key as string) }
}
const read = async (argv: string[]) => JSON.parse((await onrecord([...argv, '--json'])).stdout)

test('corrects, lists, undoes and does again from the command line', async () => {
  const { archive, keys } = await archiveWith({ 'a.txt': FERRY })
  const [key] = keys as [string]
  const done = await onrecord([
    'correct',
    key,
    'change-quote q1 speakers=e2',
    'delete q2',
    '--why',
    'heard it',
    ...archive,
  ])
  expect(done).toMatchObject({ status: 0, stderr: '' })
  expect(done.stdout).toContain(`stories/${key} is at revision 1`)
  const { corrections } = await read(['corrections', key, ...archive])
  expect(corrections).toMatchObject([
    {
      kind: 'delete',
      state: 'applied',
      who: 'local',
      why: 'heard it',
      says: 'the quote “By Friday,”',
    },
    {
      kind: 'change-quote',
      says: 'the quote “We will float her 😀,”: speakers: the person Timo Brack',
    },
  ])
  const page = await onrecord(['corrections', key, ...archive])
  expect(page.stdout).toMatch(/delete {2}applied/)
  expect(page.stdout).toContain('Why: heard it')
  const { record, revision } = await read(['story', key, ...archive])
  expect([revision, record.quotes.length, record.quotes[0].speakers]).toEqual([1, 1, ['e2']])
  const undone = await onrecord(['undo', corrections[0].key, ...archive])
  expect(undone.stdout).toContain('undone')
  expect((await read(['story', key, ...archive])).record.quotes).toHaveLength(2)
  const twice = await onrecord(['undo', corrections[0].key, ...archive])
  expect(twice).toMatchObject({ status: 1, stderr: expect.stringContaining('undone already') })
  expect((await onrecord(['redo', corrections[0].key, ...archive])).stdout).toContain('done again')
  expect((await onrecord(['undo', '--story', key, ...archive])).status).toBe(0)
  expect((await read(['story', key, ...archive])).record.quotes[0].speakers).toEqual(['e1'])
})

test('says what is wrong with an edit, and does nothing', async () => {
  const { archive, keys } = await archiveWith({ 'a.txt': FERRY })
  const [key] = keys as [string]
  const fails = async (...edits: string[]) => {
    const { status, stderr } = await onrecord(['correct', key, ...edits, ...archive])
    return [status, stderr]
  }
  expect(await fails('improve q1')).toEqual([2, expect.stringContaining('change-quote, add-quote')])
  expect(await fails('{"do":')).toEqual([2, expect.stringContaining('change-quote, add-quote')])
  expect(await fails('delete q1', 'delete q9')).toEqual([
    1,
    expect.stringContaining('Edit 2 (delete): The record has no q9.'),
  ])
  expect(await fails('change-quote q1 cue=said')).toEqual([
    1,
    expect.stringContaining('in 2 places'),
  ])
  expect(await fails('change-quote q1 kind=loud')).toEqual([2, expect.stringContaining('kind')])
  const late = await onrecord(['correct', key, 'accept q1', '--base', '4', ...archive])
  expect(late).toMatchObject({ status: 1, stderr: expect.stringContaining('no revision 4 yet') })
  const neither = await onrecord(['undo', ...archive])
  expect(neither).toMatchObject({ status: 1, stderr: expect.stringContaining('--story') })
  const unknown = await onrecord(['correct', 'nobody', 'accept q1', ...archive])
  expect(unknown).toMatchObject({ status: 1, stderr: expect.stringContaining('no story nobody') })
  expect((await read(['corrections', ...archive])).total).toBe(0)
})

test.each([
  ['delete q3', { do: 'delete', item: 'q3' }],
  ['  check ', { do: 'check' }],
  ['merge e1 e2 e3', { do: 'merge', items: ['e1', 'e2', 'e3'] }],
  [
    'change-quote q1 speakers=e1,e2',
    { do: 'change-quote', item: 'q1', set: { speakers: ['e1', 'e2'] } },
  ],
  ['change-quote q1 source=', { do: 'change-quote', item: 'q1', set: { source: [] } }],
  [
    'change-entity e2 name=Ana = Lund',
    { do: 'change-entity', item: 'e2', set: { name: 'Ana = Lund' } },
  ],
  ['change-value v1 value=61', { do: 'change-value', item: 'v1', set: { value: 61 } }],
  ['mention none span=the tide', { do: 'mention', of: null, span: { words: 'the tide' } }],
  ['split e1 off=she', { do: 'split', item: 'e1', off: [{ words: 'she' }] }],
  ['add-quote content=a\nb', { do: 'add-quote', content: [{ words: 'a\nb' }] }],
  ['{"do":"check"}', { do: 'check' }],
  ['', { do: '' }],
])('%s, typed', (typed, told) => expect(editOfWords(typed)).toEqual(told))

/** A reader of today: another version, and it hears nothing in what `deaf` says. */
function newer(deaf = 'nothing') {
  const old = createFakeReader()
  const seen: string[] = []
  return {
    seen,
    async read(story: Parameters<typeof old.read>[0]) {
      const record = await old.read(story)
      seen.push(record.story.text)
      const quotes = record.quotes.filter(quote => !quote.content[0]!.text.includes(deaf))
      return { ...record, quotes, reader: { version: '9.1.0', models: [] } }
    },
  }
}

test('reads again what an older reader read, once, and keeps corrections', async () => {
  const { archive, keys } = await archiveWith({
    'a.txt': FERRY,
    'b.txt': FERRY.replace('harbour', 'port'),
    'c.txt': '“No,” said Ada Brell.',
  })
  const key = keys[0]!
  await onrecord(['correct', key, 'change-entity e1 name=Nora A. Lund', 'accept q2', ...archive])
  const reader = newer('Friday')
  const first = await onrecord(['reread', '--all', ...archive], { reader })
  expect(first).toMatchObject({ status: 0, stderr: '' })
  expect(first.stdout).toBe(
    `3 stories read again, 1 correction applied, 1 in conflict (onrecord corrections --state conflict). Archive: ${archive[1]}\n`,
  )
  expect(
    (await read(['corrections', '--state', 'conflict', ...archive])).corrections,
  ).toMatchObject([{ kind: 'accept', story: key }])
  expect((await read(['story', key, ...archive])).record).toMatchObject({
    reader: { version: '9.1.0' },
    entities: [{ name: 'Nora A. Lund' }, {}],
  })
  const second = await onrecord(['reread', '--all', ...archive], { reader })
  expect(second.stdout).toContain('3 passed over')
  const named = await onrecord(['reread', key, '--json', ...archive], { reader })
  expect(jsonLines(named.stdout)).toEqual([
    { key, applied: 1, fulfilled: 0, conflicts: 1, quotes: 1 },
  ])
  expect(
    (await onrecord(['reread', '--reader-older-than', '9.1', ...archive], { reader })).stdout,
  ).toContain('3 passed over')
  expect(
    (await onrecord(['reread', '--reader-older-than', '9.1.1', ...archive], { reader })).stdout,
  ).toContain('3 stories read again')
})

test('a story that cannot be read again stays as it was, and is named', async () => {
  const { archive, keys } = await archiveWith({ 'a.txt': FERRY })
  const reader = {
    read: async () => {
      throw new Error('a tensor was too small')
    },
  }
  const { status, stderr } = await onrecord(['reread', '--all', ...archive], { reader })
  expect([status, stderr]).toEqual([1, expect.stringContaining(keys[0]!)])
  expect((await read(['story', keys[0]!, ...archive])).record.quotes).toHaveLength(2)
})

test('reread is told which stories, in one way', async () => {
  const { archive } = await archiveWith({ 'a.txt': FERRY })
  for (const argv of [[], ['x', '--all'], ['--all', '--reader-older-than', '1.0']])
    expect(await onrecord(['reread', ...argv, ...archive])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--all, or --reader-older-than'),
    })
  expect(await onrecord(['reread', '--reader-older-than', 'new', ...archive])).toMatchObject({
    status: 2,
  })
  expect(await onrecord(['reread', 'nobody', ...archive])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no story nobody'),
  })
})

test('a new text of a story is said to keep its corrections', async () => {
  const { path, archive, keys } = await archiveWith({ 'a.txt': FERRY })
  await onrecord([
    'correct',
    keys[0]!,
    'change-entity e1 name=Nora A. Lund',
    'delete q2',
    ...archive,
  ])
  writeFileSync(
    join(path, 'in/a.txt'),
    `HALLIN. ${FERRY.replace('“By Friday,” said Timo Brack. ', '')}`,
  )
  const { stdout } = await onrecord(['add', join(path, 'in'), ...archive])
  expect(stdout).toContain('1 new version, 2 corrections kept, 1 of them in conflict')
})

test('checked stories are what training reads', async () => {
  const { path, archive, keys } = await archiveWith({
    'a.txt': `😀 ${FERRY}`,
    'b.txt': '“No,” said Ada Brell.',
  })
  expect((await onrecord(['corrections', 'export', ...archive])).stdout).toContain(
    'No story was checked',
  )
  await onrecord([
    'correct',
    keys[0]!,
    'change-quote q2 content=“By Friday,” said Timo Brack. The harbour',
    'check',
    ...archive,
  ])
  expect((await read(['corrections', 'export', ...archive])).stories).toMatchObject([
    { story: keys[0], version: 1, quotes: 2 },
  ])
  const out = join(path, 'corrections/train.jsonl')
  mkdirSync(join(path, 'corrections'))
  const { status } = await onrecord([
    'corrections',
    'export',
    '--format',
    'jsonl',
    '--out',
    out,
    ...archive,
  ])
  expect(status).toBe(0)
  const [line, ...more] = jsonLines(readFileSync(out, 'utf8'))
  expect(more).toEqual([])
  const points = [...line.text]
  expect(
    line.quotes.map((quote: Record<string, [number, number][]>) =>
      ['content', 'cue', 'source'].map(role =>
        quote[role]!.map(([a, b]) => points.slice(a, b).join('')),
      ),
    ),
  ).toEqual([
    [['“We will float her 😀,”'], ['said'], ['Nora Lund']],
    [['“By Friday,” said Timo Brack. The harbour'], ['said'], ['Timo Brack']],
  ])
  // training's own reader, as far as it goes without torch
  const script = `
import json, sys
from pathlib import Path
from onrecord_training.cases import load_stories
from onrecord_training.labels import project
stories = load_stories(Path(sys.argv[1]))
words = [[i, i + 1] for i in range(len(stories[0]["text"]))]
reading = project({"words": words, "quoted": []}, stories[0]["quotes"])
print(json.dumps([[s["id"], len(s["quotes"])] for s in stories] + [sum(1 for cue in reading.cue if cue == 1)]))`
  const said = execFileSync('python3', ['-c', script, join(path, 'corrections')], {
    env: { ...process.env, PYTHONPATH: new URL('../../../training', import.meta.url).pathname },
    encoding: 'utf8',
  })
  expect(JSON.parse(said)).toEqual([[keys[0], 2], 2])
})
