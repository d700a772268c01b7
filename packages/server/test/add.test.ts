import { join } from 'node:path'
import { expect, test } from 'vitest'
import { poolOfOne } from '../src/pool.js'
import { createFakeReader } from './fixtures/fake-reader.mjs'
import { folder } from './folder.js'
import { jsonLines, onrecord } from './host.js'

const FERRY = '“We will float her,” said Nora Lund. The harbour stayed shut.'
const ROAD = '“The road is open,” said Timo Brack. Lorries queued until noon.'

const archiveOf = (path: string) => ['--archive', join(path, 'archive.db')]

test('adds a directory, says what it did, and knows it the next time', async () => {
  const path = folder({ 'in/a.txt': FERRY, 'in/b.txt': ROAD })
  const archive = archiveOf(path)
  const first = await onrecord(['add', join(path, 'in'), ...archive])
  expect(first).toEqual({
    status: 0,
    stderr: '',
    stdout: `2 new stories. Archive: ${archive[1]}\n`,
  })
  const second = await onrecord(['add', join(path, 'in'), ...archive])
  expect(second.stdout).toBe(`2 files unchanged. Archive: ${archive[1]}\n`)
  const third = await onrecord(['add', join(path, 'in'), '--again', ...archive])
  expect(third.stdout).toBe(`2 there already. Archive: ${archive[1]}\n`)
})

test('a story that is there is not read again', async () => {
  const path = folder({ 'a.txt': FERRY, 'b.txt': FERRY })
  const archive = archiveOf(path)
  await onrecord(['add', join(path, 'a.txt'), ...archive])
  const read: string[] = []
  const reader = createFakeReader()
  const openPool = () =>
    poolOfOne(async () => ({
      read: story => {
        read.push(String(story))
        return reader.read(story)
      },
    }))
  const { stdout } = await onrecord(['add', join(path, 'b.txt'), ...archive], { openPool })
  expect(stdout).toContain('1 there already')
  expect(read).toEqual([])
})

test('with --json one line a story, with its key', async () => {
  const path = folder({
    'a.jsonl': `${JSON.stringify({ text: FERRY })}\n{"text":""}\n${JSON.stringify({ text: ROAD, outlet: 'Post' })}\n`,
  })
  const { status, stdout, stderr } = await onrecord([
    'add',
    join(path, 'a.jsonl'),
    '--json',
    ...archiveOf(path),
  ])
  expect(status).toBe(1)
  expect(stderr).toContain('a.jsonl')
  const lines = jsonLines(stdout)
  expect(lines.map(line => [line.outcome, line.version])).toEqual([
    ['new', 1],
    ['new', 1],
  ])
  expect(lines[0].key).toMatch(/^[0-9a-z]{12}$/)
})

test('a story that the reader fails on is a problem; the others are added; retried, it is gone', async () => {
  const path = folder({ 'a.txt': `@fail ${FERRY}`, 'b.txt': ROAD })
  const archive = archiveOf(path)
  const first = await onrecord(['add', path, ...archive])
  expect(first.status).toBe(1)
  expect(first.stdout).toContain('1 new story, 1 problem')
  const listed = await onrecord(['problems', '--json', ...archive])
  expect(JSON.parse(listed.stdout)).toMatchObject({
    total: 1,
    problems: [{ code: 'reader-failed', path: join(path, 'a.txt') }],
  })
  const passed = await onrecord(['add', path, ...archive])
  expect(passed.status).toBe(1)
  expect(passed.stdout).toContain('2 files unchanged')
  expect(passed.stderr).toMatch(/1 file with problems passed over.* onrecord problems .*--again/)
  const again = await onrecord(['add', join(path, 'a.txt'), '--again', ...archive], {
    reader: {
      read: async story => {
        const given = typeof story === 'string' ? { text: story } : story
        const record = await createFakeReader().read({ text: given.text.replace('@fail', '@good') })
        return { ...record, story: { ...record.story, text: given.text } }
      },
    },
  })
  expect(again.status).toBe(0)
  expect((await onrecord(['problems', ...archive])).stdout).toContain('No problems')
})

test('stopped before the first story it does not say that there was nothing', async () => {
  const path = folder({ 'a.txt': FERRY })
  const argv = ['add', path, ...archiveOf(path)]
  const { status, stdout } = await onrecord(argv, { signal: AbortSignal.abort() })
  expect(status).toBe(130)
  expect(stdout).not.toContain('Nothing to add')
})

test('stories in another language are passed over with their reason', async () => {
  const path = folder({
    'a.html':
      '<html lang="fr"><body><article><h1>Le bac</h1><p>Le bac a touché le fond lundi devant Hallin, avec quarante passagers à bord, et le port est resté fermé toute la journée selon la compagnie.</p><p>Une enquête a commencé mardi matin, et le capitaine a été suspendu pour la durée de celle-ci.</p></article></body></html>',
  })
  const { status, stderr } = await onrecord(['add', join(path, 'a.html'), ...archiveOf(path)])
  expect(status).toBe(1)
  expect(stderr).toContain('Onrecord reads English')
})

test('what is not an archive is not written to', async () => {
  const path = folder({
    'a.txt': FERRY,
    'archive.db': 'these are notes of mine, and nothing else: do not touch them, please',
  })
  const { status, stderr } = await onrecord(['add', join(path, 'a.txt'), ...archiveOf(path)])
  expect(status).toBe(1)
  expect(stderr).toContain('is not an archive of Onrecord')
})

test('asked of an archive that is not there, says how to make one', async () => {
  const { status, stderr } = await onrecord(['problems', ...archiveOf(folder({}))])
  expect(status).toBe(1)
  expect(stderr).toContain('onrecord add')
})

test('standard input is added too', async () => {
  const path = folder({})
  const { status, stdout } = await onrecord(
    ['add', '-', '--outlet', 'Courier', ...archiveOf(path)],
    { stdin: FERRY },
  )
  expect({ status, stdout }).toMatchObject({ status: 0 })
  expect(stdout).toContain('1 new story')
})
