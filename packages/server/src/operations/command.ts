import { existsSync } from 'node:fs'
import { ArchiveError, openArchive } from '@onrecord/archive'
import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import type { Host } from '../commands/read.js'
import { parents } from '../help.js'
import { openSheet } from '../output/sheet.js'
import { stylesOf } from '../output/styles.js'
import { visibleJson, visibleLine } from '../output/visible.js'
import { poolOfOne } from '../pool.js'
import { LOCAL } from '../service/caller.js'
import type { Fetching } from '../service/jobs/fetching.js'
import { ClosedPipe, openSink, pageColumns, wantsColor } from '../terminal.js'
import { ARCHIVE_HELP, archiveUrl } from './archive-url.js'
import { bytesOf } from './bytes.js'
import { type Field, fieldsOf, sayIssues } from './fields.js'
import { type Context, changesAnything, type Operation } from './operation.js'
import { writeAnswer } from './write-answer.js'

/** Puts an operation on the command line: its fields are arguments and flags, its answer a page, or JSON with --json. */
export function addCommand(
  program: Command,
  operation: Operation,
  host: Host,
  done: (status: number) => void,
): void {
  const { fields, required } = fieldsOf(operation)
  const positional = operation.positional ?? []
  const text = operation.sentence ? positional.at(-1) : undefined
  const words = operation.name.split(' ')
  const parent = words.slice(0, -1).reduce(childOf, program)
  const command = parent
    .command(words.at(-1)!)
    .summary(operation.summary)
    .description(operation.description)
    .helpOption('-h, --help', 'Print this help.')
    .showHelpAfterError(`(onrecord ${operation.name} --help tells more.)`)
  for (const name of positional) {
    const field = fields[name]!
    const list = field.type === 'array' || name === text ? '...' : ''
    const shown = required.includes(name) ? `<${kebab(name)}${list}>` : `[${kebab(name)}${list}]`
    command.addArgument(new Argument(shown, field.description ?? ''))
  }
  for (const [name, field] of Object.entries(fields)) {
    if (!positional.includes(name))
      command.addOption(optionOf(name, field, required.includes(name)))
  }
  if (operation.stream)
    command.option('--out <file>', OUT_HELP).option('--force', 'Write over a file that is there.')
  if (operation.fetches) command.option('--allow-fetch', 'Other machines may be asked.')
  command
    .option('--archive <url>', ARCHIVE_HELP)
    .option('--json', 'The answer as JSON.')
    .option('--color', 'Colour, terminal or not.')
    .option('--no-color', 'No colour. NO_COLOR and FORCE_COLOR are heeded too.')
  if (operation.examples.length > 0) {
    const examples = operation.examples.map(
      example => `  ${commandLine(operation, example.input)}\n      ${example.says}`,
    )
    command.addHelpText('after', `\nExamples:\n${examples.join('\n')}`)
  }
  command.action(async (...given: unknown[]) => {
    const options = given[positional.length] as Record<string, unknown>
    const asked: Record<string, unknown> = {}
    for (const name of Object.keys(fields)) {
      const at = positional.indexOf(name)
      const value = at >= 0 ? given[at] : options[name]
      if (value === undefined) continue
      asked[name] = name === text && Array.isArray(value) ? value.join(' ') : value
    }
    const input = operation.input.safeParse(asked)
    if (!input.success) return command.error(`error: ${sayIssues(input.error, kebab)}`)
    const { format } = input.data as { format?: string }
    if (options.out !== undefined && format === undefined)
      return command.error("error: option '--out' is for a file: give its --format too.")
    if (typeof options.out === 'string' && options.force !== true && existsSync(options.out))
      return command.error(
        `error: ${visibleLine(options.out)} is there already. Give another name, or --force to write over it.`,
      )
    const color = options.color as boolean | undefined
    done(await run(operation, input.data, host, { ...options, color } as RunOptions))
  })
}

const OUT_HELP =
  'The file to write, with --format; it is there once it is whole. Unless told, standard output.'

interface RunOptions {
  readonly out?: string
  readonly archive?: string
  readonly json?: boolean
  readonly allowFetch?: boolean
  readonly color?: boolean | undefined
}

/** Runs an operation and writes its answer. The exit status: 0; 1 where the archive says no; 130 stopped. */
async function run(
  operation: Operation,
  input: unknown,
  host: Host,
  options: RunOptions,
): Promise<number> {
  try {
    const readOnly = !changesAnything(operation) && !operation.logged
    const archive = await openArchive(
      archiveUrl(options.archive, host.env),
      readOnly ? { readOnly } : { create: operation.begins === true },
    )
    let fetching: Fetching | undefined
    try {
      if (options.allowFetch) {
        // what only one command needs is not loaded by others
        const { fetchingHere } = await import('../service/jobs/fetching.js')
        fetching = await fetchingHere(archive, host.signal)
      }
      const context: Context = {
        archive,
        ...LOCAL,
        now: new Date().toISOString(),
        bytes: name => bytesOf(name, host),
        read: poolOfOne(host.openReader).read,
        fetch: fetching?.fetch,
      }
      if (operation.stream && (input as { format?: string }).format !== undefined) {
        const file = await operation.stream(context, input as never)
        return await writeAnswer(file, options.out, host)
      }
      const answer = await operation.run(context, input as never)
      const sink = openSink(host.stdout, host.signal)
      if (options.json) {
        const json = `${JSON.stringify(answer, null, 2)}\n`
        await sink.write(host.stdout.isTTY ? visibleJson(json) : json)
      } else {
        const color = wantsColor(options.color, host.env, host.stdout)
        const sheet = openSheet(pageColumns(host.stdout), stylesOf(color))
        operation.show(answer as never, sheet)
        await sink.write(sheet.empty() ? '' : sheet.text())
      }
      return operation.status?.(answer as never) ?? 0
    } catch (error) {
      throw archive.explain(error)
    } finally {
      await fetching?.close()
      await archive.close()
    }
  } catch (error) {
    if (error instanceof ClosedPipe) return 0
    if (!(error instanceof ArchiveError)) throw error
    host.stderr.write(`onrecord: ${visibleLine(error.message)}\n`)
    return 1
  }
}

function childOf(parent: Command, word: string): Command {
  const found = parent.commands.find(command => command.name() === word)
  if (found) return found
  return parent
    .command(word)
    .summary(parents[word] ?? '')
    .helpOption('-h, --help', 'Print this help.')
}

function optionOf(name: string, field: Field, required: boolean): Option {
  const flag = `--${kebab(name)}`
  const value =
    field.type === 'array'
      ? ` <${kebab(name)}...>`
      : field.type === 'boolean'
        ? ''
        : ` <${kebab(name)}>`
  const option = new Option(flag + value, field.description ?? '')
  const choices = field.enum ?? field.items?.enum
  if (choices && field.type !== 'array') option.choices([...choices])
  if (field.type === 'number' || field.type === 'integer') {
    option.argParser(text => {
      const number = Number(text)
      if (text.trim() === '' || Number.isNaN(number))
        throw new InvalidArgumentError('Give a number.')
      return number
    })
  }
  if (field.default !== undefined && field.type !== 'boolean')
    option.description += ` (default: ${String(field.default)})`
  if (required) option.makeOptionMandatory()
  return option
}

/** The command line that asks this. */
export function commandLine(
  { name, positional = [] }: Operation,
  input: Readonly<Record<string, unknown>>,
): string {
  const quoted = (value: unknown) =>
    /^[\w@./:-]+$/.test(String(value))
      ? String(value)
      : `'${String(value).replaceAll("'", "'\\''")}'`
  const all = (value: unknown) => [value].flat().map(quoted).join(' ')
  const first = positional
    .filter(field => input[field] !== undefined)
    .map(field => all(input[field]))
  const flags = Object.entries(input)
    .filter(([field, value]) => !positional.includes(field) && value !== false)
    .map(([field, value]) => `--${kebab(field)}${value === true ? '' : ` ${all(value)}`}`)
  return ['onrecord', name, ...first, ...flags].join(' ')
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
