import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ROOT } from '../results.js'
import { type Memory, memoryOf } from './memory.js'
import { type BenchStory, countWords } from './stories.js'

const CLI = join(ROOT, 'packages/server/bin/onrecord.js')

/** What one run of `onrecord read --jsonl` was seen to do. Times are seconds from its start. */
export interface StreamRun {
  readonly first: number
  readonly last: number
  /** Words of all stories, and of the first alone. */
  readonly words: number
  readonly firstWords: number
  /** Lines that came back as errors. */
  readonly errors: number
  readonly peak: number
  /** Memory resident, in MB, by how many stories were done. */
  readonly memory: readonly { readonly done: number; readonly now: number }[]
}

/** Streams stories through the command. Rejects, with the end of its stderr, if it fails or loses a story. */
export async function streamThrough(
  stories: readonly BenchStory[],
  workers: number,
  sampleMs = 100,
): Promise<StreamRun> {
  const started = performance.now()
  const elapsed = () => (performance.now() - started) / 1000
  const child = spawn(process.execPath, [CLI, 'read', '--jsonl', '--workers', String(workers)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const complaint = collect(child)
  const ended = once(child, 'close')
  let done = 0
  let errors = 0
  let first = 0
  let last = 0
  let peak = 0
  const memory: { done: number; now: number }[] = []
  const look = () => {
    const seen: Memory | undefined = memoryOf(child.pid!)
    if (!seen) return
    peak = Math.max(peak, seen.peak)
    memory.push({ done, now: seen.now })
  }
  const timer = setInterval(look, sampleMs)
  const fed = pipeline(Readable.from(jsonLines(stories)), child.stdin).catch(() => undefined)
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === '') continue
    done++
    last = elapsed()
    if (done === 1) first = last
    if (line.length < 2000 && 'error' in JSON.parse(line)) errors++
    if (done === stories.length) look()
  }
  await fed
  const [code] = await ended
  clearInterval(timer)
  if (done !== stories.length || (code !== 0 && errors === 0)) {
    throw new Error(
      `onrecord read gave ${done} of ${stories.length}, status ${code}: ${complaint()}`,
    )
  }
  const words = stories.reduce((sum, { text }) => sum + countWords(text), 0)
  return { first, last, words, firstWords: countWords(stories[0]!.text), errors, peak, memory }
}

/** Seconds that Node itself takes to start and end. */
export function nodeStart(): number {
  const started = performance.now()
  spawnSync(process.execPath, ['-e', '0'])
  return (performance.now() - started) / 1000
}

function* jsonLines(stories: readonly BenchStory[]): Generator<string> {
  for (const story of stories) yield `${JSON.stringify(story)}\n`
}

/** The end of what the process says on stderr. */
function collect(child: ChildProcess): () => string {
  let text = ''
  child.stderr!.on('data', chunk => {
    text = (text + String(chunk)).slice(-1000)
  })
  return () => text.trim()
}
