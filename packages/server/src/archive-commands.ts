import { availableParallelism } from 'node:os'
import type { Command } from 'commander'
import { toVersion, toWorkers } from './arguments.js'
import { type AddOptions, add } from './commands/add.js'
import { addKeepCommands } from './commands/keep.js'
import type { McpOptions } from './commands/mcp.js'
import type { Host } from './commands/read.js'
import { type RereadOptions, reread } from './commands/reread.js'
import { groupCommands } from './help.js'
import { ARCHIVE_HELP } from './operations/archive-url.js'
import { addCommand } from './operations/command.js'
import { operations } from './operations/index.js'
import { SETTINGS } from './service/config.js'
import { version } from './version.js'

/** Puts the commands on the program that need an archive; `done` is told the exit status. */
export function addArchiveCommands(
  program: Command,
  host: Host,
  done: (status: number) => void,
): void {
  program
    .command('add')
    .summary('Take stories into the archive.')
    .description(
      'Reads stories and keeps them with their records in the archive, where they can be searched, verified, corrected and cited.',
    )
    .helpOption('-h, --help', 'Print this help.')
    .argument('<FILE...>', 'Files of any known kind, directories, or - for standard input.')
    .option('--archive <url>', ARCHIVE_HELP)
    .option('--outlet <outlet>', 'Outlet of stories that do not tell theirs.')
    .option('--again', 'Look again at files that were taken in before and have not changed.')
    .option('--json', 'One line of JSON for each story, written once the story is on disk.')
    .option('--workers <n>', 'Stories read at once; one a core unless told.', toWorkers)
    .addHelpText('after', ADD_HELP)
    .showHelpAfterError('(onrecord add --help tells more.)')
    .action(async (files: string[], options: Partial<AddOptions>) => {
      done(await add(files, { workers: availableParallelism(), ...options }, host))
    })

  program
    .command('reread')
    .summary('Read stories of the archive again.')
    .description(
      'Reads stories of the archive again with the reader and models of today, and puts what they make of them in force; corrections by hand are kept.',
    )
    .helpOption('-h, --help', 'Print this help.')
    .argument('[STORY...]', 'Keys of stories.')
    .option('--all', 'All stories but those that this reader has read already.')
    .option(
      '--reader-older-than <version>',
      'Stories that an older reader read, as 0.2.0.',
      toVersion,
    )
    .option('--archive <url>', ARCHIVE_HELP)
    .option('--json', 'One line of JSON for each story, written once its record is on disk.')
    .option('--workers <n>', 'Stories read at once; one a core unless told.', toWorkers)
    .addHelpText('after', REREAD_HELP)
    .showHelpAfterError('(onrecord reread --help tells more.)')
    .action(async (stories: string[], options: Partial<RereadOptions>, command: Command) => {
      const ways = [stories.length > 0, options.all, options.readerOlderThan !== undefined]
      if (ways.filter(Boolean).length !== 1)
        command.error('error: give keys of stories, or --all, or --reader-older-than VERSION.')
      done(await reread(stories, { workers: availableParallelism(), ...options }, host))
    })

  const serving = program
    .command('serve')
    .summary('Run the service.')
    .description(
      'Runs the archive as a service over HTTP: every command below as a route, described at /docs. Alone on this machine it needs no login.',
    )
    .helpOption('-h, --help', 'Print this help.')
    .option('--config <file>', 'A file of these settings, in JSON: {"port": 4173}.')
    .addHelpText('after', SERVE_HELP)
    .showHelpAfterError('(onrecord serve --help tells more.)')
  for (const [name, what] of Object.entries(SETTINGS)) {
    const flag = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
    serving.option(`--${flag} <${flag.split('-').at(-1)}>`, what)
  }
  serving.action(async (flags: Record<string, unknown>) => {
    // what only the service needs is not loaded by other commands
    const { serve } = await import('./commands/serve.js')
    done(await serve(flags, host))
  })

  addKeepCommands(program, host, done)
  program
    .command('mcp')
    .summary('Serve assistants over the Model Context Protocol.')
    .description(
      'Speaks the Model Context Protocol on standard input and output: an assistant that starts this command can search, verify, cite and read. It changes nothing unless --write is given.',
    )
    .helpOption('-h, --help', 'Print this help.')
    .option('--archive <url>', ARCHIVE_HELP)
    .option('--write', 'Also offer what changes the archive.')
    .showHelpAfterError('(onrecord mcp --help tells more.)')
    .action(async (options: McpOptions) => {
      const { mcp } = await import('./commands/mcp.js')
      done(await mcp(options, version(), host))
    })

  for (const operation of operations) {
    addCommand(program, operation, host, done)
  }
  groupCommands(program)
}

const ADD_HELP = `
Input:
  Plain text, HTML pages, PDF, RSS, Atom and JSON Feed, NITF, NewsML-G2, ninjs,
  SRT and WebVTT, JSON and JSON lines, WARC, WACZ, and any of them in gzip.
  What a file is, its first bytes tell. A directory is taken with all below it,
  READMEs left out; an index.json beside text files tells their titles, outlets
  and dates.

The same story again:
  The same text of the same outlet is not kept twice; another text under the
  same id, address or file is a new version; the same or nearly the same words
  in another outlet are a story of their own, linked as a copy. A run that was
  stopped or killed goes on where it was when the same command is given again.

Exit status:
  0    all taken in, or there already
  1    some could not be; each is named on standard error and kept, with its
       reason, under: onrecord problems. Unchanged files are not tried again
       unless told: --again
  2    called wrongly
  130  stopped by Ctrl-C; what was added is kept

Examples:
  onrecord add stories/
  onrecord add --archive desk.db crawl.warc.gz feed.xml
  onrecord add --archive postgres://desk@db/archive speeches/*.vtt`

const REREAD_HELP = `
Corrections:
  Each is done again on the new record: applied where that still says otherwise,
  fulfilled where it is right by itself now, kept as a conflict with its reason
  where it does not fit any more: onrecord corrections --state conflict

Stopped or killed, nothing is lost: what is on disk is whole, and the same
command with --all or --reader-older-than goes on from there.

Exit status:
  0    all read
  1    some could not be; each is named on standard error and stays as it was
  2    called wrongly
  130  stopped by Ctrl-C; what was read is kept

Examples:
  onrecord reread --all
  onrecord reread --reader-older-than 0.2.0 --archive desk.db
  onrecord reread tdexyc55rq9m`

const SERVE_HELP = `
Settings:
  Each may also stand in the environment, as ONRECORD_PORT, or in the file that
  --config or ONRECORD_CONFIG names; a flag goes before both.

Exit status:
  0    stopped by Ctrl-C or SIGTERM; what was under way was answered
  1    it cannot start: the address is taken, the archive cannot be opened
  2    called wrongly

Examples:
  onrecord serve
  onrecord serve --port 8080 --archive desk.db`
