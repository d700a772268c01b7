import {
  type Archive,
  ArchiveError,
  backupArchive,
  type Copy,
  exportArchive,
  openArchive,
  restoreArchive,
} from '@onrecord/archive'
import type { Command } from 'commander'
import { ARCHIVE_HELP, archiveUrl } from '../operations/archive-url.js'
import { visibleLine } from '../output/visible.js'
import type { Host } from './read.js'

interface KeepOptions {
  readonly archive?: string
  readonly replace?: boolean
  readonly json?: boolean
}

/** What a command did: as JSON, and in a sentence. */
interface Done {
  readonly answer: unknown
  readonly says: string
}

/** Commands that keep an archive: they write and read files of this machine, so they are no operations of the service. */
export function addKeepCommands(
  program: Command,
  host: Host,
  done: (status: number) => void,
): void {
  const group = program
    .command('archive')
    .summary('Copy, restore, check and migrate the archive.')
    .helpOption('-h, --help', 'Print this help.')
  const add = (
    name: string,
    summary: string,
    description: string,
    run: (url: string, file: string, options: KeepOptions) => Promise<Done>,
  ) => {
    const takesFile = name !== 'migrate'
    const command = group
      .command(name)
      .summary(summary)
      .description(description)
      .helpOption('-h, --help', 'Print this help.')
      .showHelpAfterError(`(onrecord archive ${name} --help tells more.)`)
      .option('--archive <url>', ARCHIVE_HELP)
      .option('--json', 'The answer as JSON.')
    if (takesFile)
      command
        .argument('<FILE>', 'The copy.')
        .option('--replace', 'What is there already makes way.')
    command.action(async (...given: unknown[]) => {
      const options = given[takesFile ? 1 : 0] as KeepOptions
      const url = archiveUrl(options.archive, host.env)
      done(await tell(host, options, () => run(url, String(given[0]), options)))
    })
  }
  add(
    'backup',
    'Copy the archive into a file, while it is used.',
    'Copies the archive as it is at one moment, while others read and write it, and looks the copy over before it takes its place. An archive in a file becomes another such file, which can be opened as it is; one in PostgreSQL becomes an export.',
    copying(backupArchive),
  )
  add(
    'export',
    'Write all of the archive into one portable file.',
    'Writes every row of the archive, as it is at one moment, into one file of compressed JSON lines that is the same for SQLite and PostgreSQL. What was withdrawn is not in it.',
    copying(exportArchive),
  )
  add(
    'restore',
    'Make an archive from a backup or an export.',
    'Makes the archive at --archive from a backup or an export, whole or not at all, and looks it over first. With --replace an archive in a file that is there is kept beside the new one under another name; end what uses it first.',
    restoring,
  )
  add(
    'import',
    'The same as restore: make an archive from an export.',
    'Makes the archive at --archive, in a file or in PostgreSQL, from an export of either (or from a backup): the same rows, keys, words and audit log.',
    restoring,
  )
  add(
    'migrate',
    'Take an archive of an older version to this one.',
    'Takes the tables of an archive that an older Onrecord wrote to the schema of this one, all or nothing. Take a backup first, with the older Onrecord: there is no way back but that.',
    async url => {
      const archive = await openArchive(url, { migrate: true })
      await archive.close()
      return {
        answer: { archive: archive.name, id: archive.id },
        says: `${archive.name} has the schema of this Onrecord.`,
      }
    },
  )
}

const copying =
  (copy: (archive: Archive, path: string, options: { replace: boolean }) => Promise<Copy>) =>
  async (url: string, file: string, { replace = false }: KeepOptions): Promise<Done> => {
    const archive = await openArchive(url)
    try {
      const answer = await copy(archive, file, { replace })
      return {
        answer,
        says: `${file}: ${sayRows(answer.rows)} of ${archive.name}, ${sayBytes(answer.bytes)}. It was read again and is whole.`,
      }
    } finally {
      await archive.close()
    }
  }

async function restoring(
  url: string,
  file: string,
  { replace = false }: KeepOptions,
): Promise<Done> {
  const answer = await restoreArchive(file, url, { replace })
  const aside = answer.aside ? ` What was there before is now ${answer.aside}` : ''
  return { answer, says: `${answer.name}: ${sayRows(answer.rows)} from ${file}.${aside}` }
}

async function tell(
  host: Host,
  { json = false }: KeepOptions,
  run: () => Promise<Done>,
): Promise<number> {
  try {
    const { answer, says } = await run()
    host.stdout.write(`${json ? JSON.stringify(answer, null, 2) : visibleLine(says)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    host.stderr.write(`onrecord: ${visibleLine(error.message)}\n`)
    return 1
  }
}

const sayRows = (rows: Readonly<Record<string, number>>) =>
  ['story', 'quote']
    .map(
      table =>
        `${(rows[table] ?? 0).toLocaleString('en')} ${table === 'story' ? 'stories' : 'quotes'}`,
    )
    .join(', ')

const sayBytes = (bytes: number) =>
  `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
