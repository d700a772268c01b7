import { availableParallelism } from 'node:os'
import { tables } from '@onrecord/formats/tables'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { toWorkers } from './arguments.js'
import { type Host, type ReadOptions, read } from './commands/read.js'
import { encodings } from './input/decode.js'
import { ISO_DATE, isIsoDate } from './input/story.js'
import { formats } from './output/formats.js'
import { version } from './version.js'

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
    // descriptions beside long names are narrow, on a narrow terminal too
    .configureHelp({ minWidthToWrap: 20 })
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
    .argument('[FILE...]', 'Files of any known kind, directories, or - for standard input.')
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

  // what only the archive needs is not loaded to read a story
  if (argv[0] !== 'read') {
    const { addArchiveCommands } = await import('./archive-commands.js')
    addArchiveCommands(program, host, its => {
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

const PROGRAM_HELP = `
Examples:
  onrecord read story.txt              a page to read, in the terminal
  onrecord read story.txt > story.json
  onrecord add stories/                into the archive
  onrecord read --help                 all that read can do`

const READ_HELP = `
Input:
  A text file is one story. Its id is its path without the extension; an
  index.json beside it tells more:
    [{"file","id","title","outlet","byline","published"}, ...]
  .json holds one story or an array of them, .jsonl and .ndjson one a line:
    {"id","text","title","outlet","byline","url","published"}
  Only "text" is needed. A story without an id is named after its file, with
  # and its number or line where the file holds several.
  HTML pages, PDF, RSS, Atom and JSON Feed, NITF, NewsML-G2, ninjs, SRT and
  WebVTT, WARC, WACZ, and any of them in gzip, are read as onrecord add takes
  them: the words of their stories, with the title, byline and date that they
  tell. Offsets are those of the words; the archive keeps the way back.
  Of plain text no line is taken for a headline or a date: index.json or
  --title tells them.
  A directory is read with all below it, by name; hidden files are passed over.
  Nothing, or -, is standard input: one plain text story, a file of another
  kind, or with --jsonl one JSON story a line.
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
