import { checkArchive, type Fault } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'

/** Is all of the archive as it has to be? */
export const archiveCheck = operation({
  name: 'archive check',
  summary: 'Look over all of the archive.',
  description:
    "Looks over all of the archive while it is used: the database's own files and keys, the audit log's chain, originals and records, the hash of every text, every item's words at its place, the rows that are searched beside the records, and the index of words. Tells each fault with its place, and changes nothing. The exit status is 1 where there is one.",
  permission: 'admin',
  path: '/archive/check',
  input: z.object({
    limit: z.int().min(1).max(10_000).default(100).describe('How many faults are told at most.'),
  }),
  output: z.object({
    stories: z.int(),
    versions: z.int(),
    records: z.int(),
    quotes: z.int(),
    entries: z.int().describe('Entries of the audit log.'),
    total: z.int().describe('How many faults there are.'),
    faults: z.array(z.object({ where: z.string(), what: z.string() })),
  }),
  examples: [{ says: 'all of it', input: {} }],
  async run({ archive }, { limit }) {
    const faults: Fault[] = []
    let total = 0
    const seen = await checkArchive(archive, fault => {
      total += 1
      if (faults.length < limit) faults.push(fault)
    })
    return { ...seen, total, faults }
  },
  status: ({ total }) => (total > 0 ? 1 : 0),
  show({ total, faults, stories, quotes, entries }, sheet) {
    const { plain, doubt, faint } = sheet.styles.tones
    for (const { where, what } of faults)
      sheet.set([
        { text: `${where}: `, style: doubt },
        { text: what, style: plain },
      ])
    if (total > faults.length) sheet.say(`${total - faults.length} more: --limit ${total}`, faint)
    const seen = `${stories.toLocaleString('en')} stories, ${quotes.toLocaleString('en')} quotes, ${entries.toLocaleString('en')} entries of the audit log`
    sheet.say(total === 0 ? `All is well: ${seen}.` : `${total} faults in ${seen}.`, plain)
  },
})
