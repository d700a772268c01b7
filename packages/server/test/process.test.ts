import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { folder } from './folder.js'
import { jsonLines } from './host.js'

const script = fileURLToPath(new URL('./fixtures/fake-main.mjs', import.meta.url))

const start = (argv: readonly string[], nodeOptions: readonly string[] = []) =>
  spawn(process.execPath, [...nodeOptions, script, ...argv])

async function ended(child: ChildProcessWithoutNullStreams) {
  let stderr = ''
  child.stderr.on('data', data => {
    stderr += data
  })
  const [status, signal] = await once(child, 'close')
  return { status, signal, stderr }
}

const line = (id: string, text: string) => `${JSON.stringify({ id, text })}\n`

test('a partner can wait for each answer before it sends the next line', async () => {
  const child = start(['read', '--jsonl'])
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]()
  for (const id of ['a', 'b', 'c']) {
    child.stdin.write(line(id, `“Next,” said Nora.`))
    expect(JSON.parse((await answers.next()).value).story.id).toBe(id)
  }
  child.stdin.end()
  expect(await ended(child)).toMatchObject({ status: 0, stderr: '' })
})

test('Ctrl-C stops a stream with whole lines written', async () => {
  const child = start(['read', '--jsonl'])
  let output = ''
  child.stdout.on('data', data => {
    output += data
  })
  child.stdin.on('error', () => {})
  child.stdin.write(line('a', 'One.') + line('b', 'Two.') + line('c', '@long'))
  while (!output.includes('"b"')) await once(child.stdout, 'data')
  child.kill('SIGINT')
  expect(await ended(child)).toEqual({ status: 130, signal: null, stderr: '' })
  expect(output.endsWith('\n')).toBe(true)
  expect(jsonLines(output).map(answer => answer.story.id)).toEqual(['a', 'b'])
})

test('Ctrl-C leaves a JSON array closed', async () => {
  const path = folder({ 'a.txt': 'One.', 'b.txt': '@long' })
  const child = start(['read', '--format', 'json', path])
  let output = ''
  child.stdout.on('data', data => {
    output += data
  })
  while (!output.includes('One.')) await once(child.stdout, 'data')
  child.kill('SIGINT')
  expect(await ended(child)).toMatchObject({ status: 130 })
  expect(JSON.parse(output)).toHaveLength(1)
})

test('a closed pipe ends it quietly', async () => {
  const child = start(['read', '--jsonl'])
  child.stdin.on('error', () => {})
  const many = line('a', 'word '.repeat(2000)).repeat(2000)
  child.stdin.end(many)
  await once(child.stdout, 'data')
  child.stdout.destroy()
  expect(await ended(child)).toEqual({ status: 0, signal: null, stderr: '' })
})

test('memory does not grow with the stream', async () => {
  // 80 MB of stories through a heap of 40
  const child = start(['read', '--jsonl', '--workers', '1'], ['--max-old-space-size=40'])
  const story = line('a', 'word '.repeat(4000))
  let sent = 0
  const feed = async () => {
    while (sent < 4000) {
      sent++
      if (!child.stdin.write(story)) await once(child.stdin, 'drain')
    }
    child.stdin.end()
  }
  let answers = 0
  child.stdout.on('data', (data: Buffer) => {
    for (const byte of data) if (byte === 10) answers++
  })
  const [end] = await Promise.all([ended(child), feed()])
  expect(end).toMatchObject({ status: 0, stderr: '' })
  expect(answers).toBe(4000)
})

test('a worker that crashes costs its story only', async () => {
  const child = start(['read', '--jsonl', '--workers', '2'])
  let output = ''
  child.stdout.on('data', data => {
    output += data
  })
  child.stdin.end(line('a', 'One.') + line('b', '@crash') + line('c', 'Three.'))
  expect(await ended(child)).toMatchObject({ status: 1 })
  const [a, b, c] = jsonLines(output)
  expect(a.story.id).toBe('a')
  expect(b).toMatchObject({ id: 'b', error: { code: 'worker-crashed' } })
  expect(c.story.id).toBe('c')
})
