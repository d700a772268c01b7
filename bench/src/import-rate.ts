/** What `onrecord add` takes beside `onrecord read`: the same stories through both commands, in turn. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { run } from './command.js'
import { ROOT } from './results.js'
import { median } from './speed/statistics.js'
import { samples, storyStream } from './speed/stories.js'

const USAGE = `usage: node bench/dist/import-rate.js [--stories N] [--runs N] [--workers N] [--archive URL]
  --stories N     how many, made of the samples (300)
  --runs N        how often (3)
  --workers N     stories read at once (1)
  --archive URL   where they are added: one that holds much already, or postgres://…; a new one unless told`

const CLI = join(ROOT, 'packages/server/bin/onrecord.js')

await run(main, USAGE)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      stories: { type: 'string', default: '300' },
      runs: { type: 'string', default: '3' },
      workers: { type: 'string', default: '1' },
      archive: { type: 'string' },
    },
  })
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-import-rate-'))
  const archive = values.archive ?? join(folder, 'archive.db')
  const workers = ['--workers', values.workers]
  const texts = [...storyStream(samples(), Number(values.stories))]
  const ratios: number[] = []
  try {
    for (let k = 1; k <= Number(values.runs); k++) {
      const file = join(folder, `${k}.jsonl`)
      // no two the same: a story that is there already costs next to nothing
      const lines = texts.map(({ id, text }) =>
        JSON.stringify({
          id: `${process.pid}-${k}-${id}`,
          text: `${text}\n\nStory ${id} of ${k}.`,
        }),
      )
      writeFileSync(file, `${lines.join('\n')}\n`)
      const read = await timed(['read', '--jsonl', ...workers], file)
      const added = await timed(['add', file, '--archive', archive, ...workers])
      ratios.push(added / read)
      const rate = (seconds: number) => Math.round((texts.length * 60) / seconds)
      console.log(
        `${k}: ${rate(read)} stories a minute read, ${rate(added)} read and added: ${percent(added / read)} longer`,
      )
    }
    console.log(`${archive}: the middle one of ${ratios.length}: ${percent(median(ratios))} longer`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function percent(ratio: number): string {
  return `${((ratio - 1) * 100).toFixed(1)} %`
}

/** Seconds that the command takes, from its start to its end. */
async function timed(args: readonly string[], input?: string): Promise<number> {
  const begun = performance.now()
  const child = spawn(process.execPath, [CLI, ...args], {
    stdio: [input === undefined ? 'ignore' : openSync(input, 'r'), 'ignore', 'ignore'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`onrecord ${args[0]} ended with status ${code}`)
  return (performance.now() - begun) / 1000
}
