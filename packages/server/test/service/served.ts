import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openArchive } from '@onrecord/archive'
import { afterEach } from 'vitest'

export const script = fileURLToPath(new URL('../fixtures/fake-main.mjs', import.meta.url))

const children = new Set<ChildProcess>()
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
})

/** A process that is gone after the test. */
export function mortal<T extends ChildProcess>(child: T): T {
  children.add(child)
  return child
}

/** The service as a process of its own, with the fake reader. */
export async function start(
  archive: string,
  argv: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const child = mortal(
    spawn(
      process.execPath,
      [
        script,
        'serve',
        '--port',
        '0',
        '--archive',
        archive,
        '--workers',
        '2',
        '--log',
        'error',
        ...argv,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
    ),
  )
  let stderr = ''
  child.stderr.on('data', data => {
    stderr += data
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const { value: line = '' } = await lines.next()
  const url = /http:\/\/\S+/.exec(line)?.[0]
  if (!url) throw new Error(`no address: ${line} ${stderr}`)
  return { child, url, stderr: () => stderr }
}

export async function send(url: string, name: string, text: string) {
  const answer = await fetch(`${url}/api/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: text,
  })
  const job = (await answer.json()) as { key: string; state: string }
  return { status: answer.status, location: answer.headers.get('location'), ...job }
}

export interface Job {
  readonly state: string
  readonly stories: readonly { readonly story: string }[]
  readonly counts: Readonly<Record<string, number>> | null
}

export const jobOf = async (url: string, key: string): Promise<Job> =>
  (await (await fetch(`${url}/api/jobs/${key}`)).json()) as Job

/** Asks until the answer is so. */
export async function until<T>(ask: () => Promise<T>, so: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (so(answer)) return answer
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

/** The jobs once they have ended. */
export async function settled(url: string, keys: readonly string[]): Promise<Job[]> {
  const jobs: Job[] = []
  for (const key of keys)
    jobs.push(
      await until(
        () => jobOf(url, key),
        job => !['waiting', 'running', 'receiving'].includes(job.state),
      ),
    )
  return jobs
}

export const story = (n: number) =>
  `“We counted the boats ${n} times,” said Nora Quill of pier ${n}.\n\nThe harbour closed at ${n % 12}.`

export async function textsIn(path: string): Promise<string[]> {
  const archive = await openArchive(path)
  const rows = await archive.db.selectFrom('version').select('text').execute()
  await archive.close()
  return rows.map(row => row.text).sort()
}
