/** Kills imports at chance moments and tells what was lost: nothing may be. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openArchive } from '@onrecord/archive'
import { run, usageError } from './command.js'
import { killRound } from './crash/round.js'
import { rngOf } from './generate/random.js'

const USAGE = `usage: node bench/dist/crash.js [--kills N] [--seed S] [--postgres URL]
  --kills N       how many, twenty to an import (200)
  --seed S        a whole number; 1 unless told
  --postgres URL  on a PostgreSQL database, in schemas that are dropped again; on SQLite unless told`

/** Kills of one import. */
const KILLS = 20

await run(main, USAGE)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      postgres: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(USAGE)
  const kills = Number(values.kills)
  if (!Number.isInteger(kills) || kills < 1) throw usageError('--kills is a whole number above 0')
  const random = rngOf(Number(values.seed), 0)
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-crash-archives-'))
  const sum = { kills: 0, early: 0, confirmed: 0, lost: 0, doubled: 0, faults: 0, different: 0 }
  const begun = performance.now()
  try {
    for (let k = 0; sum.kills < kills; k++) {
      const names = [`crash_${k}`, `crash_${k}_whole`]
      const [url, whole] = names.map(name =>
        values.postgres ? `${values.postgres}?schema=${name}` : join(folder, `${name}.db`),
      )
      const round = await killRound(url!, whole!, Math.min(KILLS, kills - sum.kills), random)
      for (const fault of round.faults) console.error(fault)
      for (const name of ['kills', 'early', 'confirmed', 'lost', 'doubled'] as const)
        sum[name] += round[name]
      sum.faults += round.faults.length
      sum.different += round.same ? 0 : 1
      if (values.postgres) await dropSchemas(values.postgres, names)
      process.stderr.write(`\r${sum.kills} kills, ${sum.lost} lost, ${sum.doubled} doubled `)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  process.stderr.write('\n')
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1)
  console.log(
    `${values.postgres ? 'PostgreSQL' : 'SQLite'}: ${sum.kills} kills survived in ${minutes} minutes (${sum.early} of them before the run had confirmed anything)`,
  )
  console.log(
    `confirmed ${sum.confirmed} times that a story is on disk; lost ${sum.lost}, doubled ${sum.doubled}, faults found ${sum.faults}`,
  )
  console.log(`imports that ended otherwise than one that nobody killed: ${sum.different}`)
  if (sum.lost + sum.doubled + sum.faults + sum.different > 0) process.exitCode = 1
}

async function dropSchemas(url: string, names: readonly string[]): Promise<void> {
  const archive = await openArchive(`${url}?schema=${names[0]}`)
  for (const name of names) await archive.db.schema.dropSchema(name).cascade().execute()
  await archive.close()
}
