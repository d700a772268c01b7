/** How fast an archive of generated stories answers, and how large it is: see bench/README.md. */
import { parseArgs } from 'node:util'
import type { View } from '@onrecord/archive'
import { openArchive } from '@onrecord/archive'
import { provenanceTables } from './archive/provenance.js'
import { searchTables } from './archive/search.js'
import { sizeTables } from './archive/size.js'
import { verifyTables } from './archive/verify.js'
import { run, usageError } from './command.js'
import type { ArchiveOptions } from './generate/index.js'
import { machine } from './speed/machine.js'
import { renderTable, type Table } from './table.js'

const USAGE = `usage: node bench/dist/archive.js --archive URL [--queries N] [--only PART,…] [--quotes N] [--seed S]
  --archive URL    what bench/dist/load.js has filled
  --queries N      how many of the log are asked (1,000)
  --only PART,…    of search, verify, provenance, size
  --quotes N       what it was loaded with, where not all of it is there yet; as many stories as there are unless told
  --seed S         what it was loaded with; 1 unless told`

export interface PartOptions {
  /** The archive's stories as they were generated: queries are made of the same words and names. */
  readonly generated: ArchiveOptions
  readonly queries: number
}

type Part = (view: View, options: PartOptions) => Promise<readonly Table[]>

const PARTS: Readonly<Record<string, Part>> = {
  search: searchTables,
  verify: verifyTables,
  provenance: provenanceTables,
  size: sizeTables,
}

await run(main, USAGE)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      archive: { type: 'string' },
      queries: { type: 'string', default: '1000' },
      only: { type: 'string' },
      quotes: { type: 'string' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(USAGE)
  if (values.archive === undefined) throw usageError('--archive is needed')
  const names = values.only?.split(',') ?? Object.keys(PARTS)
  const unknown = names.find(name => !(name in PARTS))
  if (unknown !== undefined)
    throw usageError(`--only takes ${Object.keys(PARTS).join(', ')}, not ${unknown}`)
  const archive = await openArchive(values.archive, { readOnly: true })
  try {
    for (const [key, value] of Object.entries(machine())) console.log(`${key.padEnd(12)} ${value}`)
    const count = async (table: 'story' | 'quote' | 'passage') => {
      const { n } = await archive.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return Number(n)
    }
    const stories = await count('story')
    console.log(
      `archive      ${archive.name}: ${stories} stories, ${await count('quote')} quotes, ${await count('passage')} passages`,
    )
    const size = values.quotes === undefined ? { stories } : { quotes: Number(values.quotes) }
    const options = {
      generated: { seed: Number(values.seed), ...size },
      queries: Number(values.queries),
    }
    for (const name of names)
      for (const table of await PARTS[name]!({ archive, sight: 'all' }, options))
        console.log(`\n${renderTable(table)}`)
  } finally {
    await archive.close()
  }
}
