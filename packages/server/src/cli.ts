import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { tables } from '@onrecord/formats'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { type AddOptions, add } from './commands/add.js'
import { addKeepCommands } from './commands/keep.js'
import type { McpOptions } from './commands/mcp.js'
import { type Host, type ReadOptions, read } from './commands/read.js'
import { type RereadOptions, reread } from './commands/reread.js'
import { encodings } from './input/decode.js'
import { ISO_DATE, isIsoDate } from './input/story.js'
import { ARCHIVE_HELP } from './operations/archive-url.js'
import { addCommand } from './operations/command.js'
import { operations } from './operations/index.js'
import { formats } from './output/formats.js'
import { SETTINGS } from './service/config.js'

/** Runs the command line and gives its exit status. `argv` is what stands behind the command's name. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  let status = 0
  const program = new Command('onrecord')
    .description('Reads press stories, offline, and tells who said what.')
    .version(version(), '-V, --version', 'Print the version.')
    .helpOption('-h, --help', 'Print this help.')
    .helpCommand('help [command]', 'Print the help of a command.')
    .addHelpText('after', PROGRAM_HELP)
    .showHelpAfterError('(onrecord --help tells more.)')
    .configureOutput({
      writeOut: text => host.stdout.write(text),
      writeErr: text => host.stderr.write(text),
      getOutHelpWidth: () => Math.min(100, host.stdout.columns ?? 80),
      getErrHelpWidth: () => Math.min(100, host.stderr.columns ?? 80),
    })
    .exitOverride()
    // options behind a command's name are its own: "corrections" and "corrections export" share some
    .enablePositionalOptions()

  program
    .command('read')
    .summary('Read stories and show who said what.')
    .description(
      'Reads stories and shows the record of each: who said what, in which words, and how sure that is.',
    )
    .helpOption('-h, --help', 'Print this help.')
    .argument('[FILE...]', 'Text, .json or .jsonl files, directories, or - for standard input.')
    .addOption(
      new Option(
        '-f, --format <format>',
        'Form of the output. Left out: text in a terminal; else json for one story, jsonl for several.',
      ).choices(formats),
    )
    .addOption(
      new Option('--table <table>', 'Which table, as csv; quotes unless told.').choices(tables),
    )
    .option('--all', 'All of the page: lists are not cut short.')
    .option('--jsonl', 'The stream form: one JSON story a line in, one record a line out.')
    .option('--title <title>', 'Title of the one story read.')
    .option('--outlet <outlet>', 'Outlet of the one story read.')
    .option('--published <date>', `Publication date of the one story read: ${ISO_DATE}.`, toDate)
    .addOption(
      new Option('--encoding <encoding>', 'Encoding of text files that are not UTF-8.').choices(
        encodings,
      ),
    )
    .option(
      '--workers <n>',
      'Stories read at once, each on a thread with its own model; one a core unless told.',
      toWorkers,
    )
    .option('--color', 'Colour, terminal or not.')
    .option('--no-color', 'No colour. NO_COLOR and FORCE_COLOR are heeded too.')
    .addHelpText('after', READ_HELP)
    .showHelpAfterError('(onrecord read --help tells more.)')
    .action(async (files: string[], options: Partial<ReadOptions>, command: Command) => {
      if (files.length === 0 && host.stdin.isTTY) {
        command.outputHelp({ error: true })
        status = 2
      } else if (options.table && options.format && options.format !== 'csv') {
        command.error("error: option '--table' is for csv: leave --format out, or give csv.")
      } else {
        status = await read(files, { workers: availableParallelism(), ...options }, host)
      }
    })

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
      status = await add(files, { workers: availableParallelism(), ...options }, host)
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
      status = await reread(stories, { workers: availableParallelism(), ...options }, host)
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
    status = await serve(flags, host)
  })

  addKeepCommands(program, host, its => {
    status = its
  })
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
      status = await mcp(options, version(), host)
    })

  for (const operation of operations) {
    addCommand(program, operation, host, its => {
      status = its
    })
  }

  if (argv.length === 0) {
    program.outputHelp()
    return 0
  }
  try {
    await program.parseAsync(argv, { from: 'user' })
    return status
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
}

function toDate(value: string): string {
  if (!isIsoDate(value)) throw new InvalidArgumentError(`Give ${ISO_DATE}.`)
  return value
}

function toVersion(value: string): string {
  if (!/^\d+(?:\.\d+){0,2}$/.test(value))
    throw new InvalidArgumentError('Give a version, as 0.2.0.')
  return value
}

function toWorkers(value: string): number {
  const workers = Number(value)
  if (!/^\d+$/.test(value) || workers < 1 || workers > 256) {
    throw new InvalidArgumentError('Give a whole number from 1 to 256.')
  }
  return workers
}

const version = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version

const ADD_HELP = `
Input:
  Plain text, HTML pages, PDF, RSS, Atom and JSON Feed, NITF, NewsML-G2, ninjs,
  SRT and WebVTT, JSON and JSON lines, WARC, WACZ, and any of them in gzip.
  What a file is, its first bytes tell. A directory is taken with all below it;
  an index.json beside text files tells their titles, outlets and dates.

The same story again:
  The same text of the same outlet is not kept twice; another text under the
  same id, address or file is a new version; the same or nearly the same words
  in another outlet are a story of their own, linked as a copy. A run that was
  stopped or killed goes on where it was when the same command is given again.

Exit status:
  0    all taken in, or there already
  1    some could not be; each is named on standard error and kept, with its
       reason, under: onrecord problems
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

const PROGRAM_HELP = `
Examples:
  onrecord read story.txt              a page to read, in the terminal
  onrecord read story.txt > story.json
  onrecord add stories/                into the archive
  onrecord read --help                 all that read can do`

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

const READ_HELP = `
Input:
  A text file is one story. Its id is its path without the extension; an
  index.json beside it tells more:
    [{"file","id","title","outlet","byline","published"}, ...]
  .json holds one story or an array of them, .jsonl and .ndjson one a line:
    {"id","text","title","outlet","byline","url","published"}
  Only "text" is needed. A story without an id is named after its file, with
  # and its number or line where the file holds several.
  A directory is read with all below it, by name; hidden files are passed over.
  Nothing, or -, is standard input: one plain text story, or with --jsonl one
  JSON story a line.
  Plain text is UTF-8 unless --encoding says otherwise; latin1 means
  windows-1252, as on the web. A byte order mark in front is not part of the
  text. A story is 16 MB at most.

Output:
  text   a page: contents in ⟨brackets⟩ with their numbers, cues and sources
         marked, and who said what; then people, organisations, works, events
         and places with what is told of them, a timeline, and findings. What
         is doubtful or inferred says so. Long lists are cut short: --all
  json   one record, or an array of several
  jsonl  one record a line; in the place of a story that cannot be read
         {"id","error":{"code","message"}}
  csv    a table of all stories: one row a quote, or with --table a row a
         person, value, fact or finding
  md     the page in Markdown

Stream form:
  --jsonl reads standard input, and files whatever their names, as one JSON
  story a line. Answers come in the same order, each as soon as those before it
  are written; memory does not grow with the stream. A bad line is answered in
  its place. Blank lines are passed over, and have no answer.

Exit status:
  0    all read
  1    some could not be read; each is named on standard error
  2    called wrongly
  130  stopped by Ctrl-C; what was written is whole

Examples:
  onrecord read story.txt
  onrecord read --title 'Ferry aground' --published 2026-03-11 story.txt
  pbpaste | onrecord read
  onrecord read --format csv stories/ > quotes.csv
  onrecord read --table facts stories/ > facts.csv
  onrecord read --jsonl < stories.jsonl > records.jsonl`
