import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The command with a reader that needs no model: all of it but the reading. */
export const COMMAND = fileURLToPath(
  new URL('../../../packages/server/test/fixtures/fake-main.mjs', import.meta.url),
)

/** What a line of `onrecord add --json` says: the story is on disk. */
export interface Confirmed {
  readonly outcome: 'new' | 'version' | 'same'
  readonly key: string
  readonly version: number
}

/** An `onrecord add --json` under way, in a process of its own. */
export interface Adding {
  readonly pid: number
  readonly confirmed: readonly Confirmed[]
  /** Resolves once so many are confirmed, or when it has ended. */
  reached(count: number): Promise<void>
  kill(signal: 'SIGKILL' | 'SIGINT'): void
  readonly ended: Promise<{ readonly status: number | null; readonly stderr: string }>
}

export function startAdding(url: string, paths: readonly string[]): Adding {
  const child = spawn(
    process.execPath,
    [COMMAND, 'add', ...paths, '--json', '--archive', url, '--workers', '1'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const confirmed: Confirmed[] = []
  let stderr = ''
  let open = true
  let wake = () => {}
  child.stderr.on('data', data => {
    stderr += data
  })
  createInterface(child.stdout).on('line', line => {
    // a process that is killed may leave half a line, which confirms nothing
    if (line.endsWith('}')) confirmed.push(JSON.parse(line))
    wake()
  })
  const ended = once(child, 'close').then(([status]) => {
    open = false
    wake()
    return { status: status as number | null, stderr }
  })
  return {
    pid: child.pid!,
    confirmed,
    async reached(count) {
      while (open && confirmed.length < count) {
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    },
    kill: signal => child.kill(signal),
    ended,
  }
}

const NAMES = ['Nora Lund', 'Timo Brack', 'Orla Venn', 'Sami Haddad', 'Ines Maro']

/**
 * Writes so many small stories into files of a folder, that come in the order of their names: most in two files of JSON
 * lines, some in files of their own; copies of others in another outlet and new versions among them.
 */
export function writeStories(folder: string, stories: number): void {
  const lines: string[] = []
  for (let k = 0; k < stories; k++) {
    const of = k % 10 === 9 ? k - 7 : k
    const id = k % 15 === 14 ? `s${k - 14}` : `s${k}`
    const text = [
      `The harbour of Hallin was closed for day ${of} while number ${of * 7} was brought in, and nobody was told why.`,
      `“We will float her on day ${of},” said ${NAMES[of % NAMES.length]}. “Number ${of} is next,” said ${NAMES[(of * 3) % NAMES.length]}.`,
      ...(k % 15 === 14 ? ['This story was mended.'] : []),
    ].join('\n\n')
    const outlet = k % 10 === 9 ? 'Post' : 'Courier'
    if (k % 20 === 5) writeFileSync(join(folder, `c${k}.txt`), text)
    else lines.push(JSON.stringify({ id, text, outlet, published: '2026-03-10' }))
  }
  const half = lines.length >> 1
  writeFileSync(join(folder, 'a.jsonl'), lines.slice(0, half).join('\n'))
  writeFileSync(join(folder, 'b.jsonl'), lines.slice(half).join('\n'))
}
