/**
 * Lists what the committed reader finds amiss in stories, each finding with its sentences, so that a person can judge
 * it; and how many there are of each code.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createReader, type RecordFinding, type StoryInput } from '@onrecord/engine'
import { openQuoteModel } from '@onrecord/models/node'
import { run, usageError } from './command.js'
import { readJsonLines } from './corpus.js'

const USAGE = `usage: node bench/dist/findings.js FILE.jsonl|FILE.txt|FOLDER… [options]
  FILE.jsonl      a story a line: id, text; title, outlet, byline, published if known
  FOLDER          its .txt files, with what an index.json in it tells of each ("file", "title", "published", …)
  --code CODES    only findings of these codes, by commas
  --severity S    only errors, warnings or notes: "error", "error,warning"
  --title-first   a story without a title: its first paragraph is one
  --date-from-id  a story without a date: the one in its id (…_2016-09-12_…)
  --limit N       only the first N stories`

await run(main, USAGE)

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      code: { type: 'string' },
      severity: { type: 'string' },
      'title-first': { type: 'boolean' },
      'date-from-id': { type: 'boolean' },
      limit: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(USAGE)
  if (positionals.length === 0) throw usageError('no stories given')
  const reader = createReader(await openQuoteModel())
  const wanted = (finding: RecordFinding) =>
    (values.code?.split(',').includes(finding.code) ?? true) &&
    (values.severity?.split(',').includes(finding.severity) ?? true)
  const counts = new Map<string, number>()
  const stories = positionals.flatMap(storiesOf).slice(0, Number(values.limit ?? Infinity))
  for (const story of stories) {
    const title = values['title-first'] ? firstParagraph(story.text) : undefined
    const date = values['date-from-id'] ? /\d{4}-\d\d-\d\d/.exec(story.id ?? '')?.[0] : undefined
    const known = {
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { published: date }),
      ...story,
    }
    const { findings } = await reader.read(known)
    const shown = findings.filter(wanted)
    if (shown.length > 0) console.log(`\n=== ${known.id}`)
    for (const finding of shown) {
      const kind = `${finding.severity} ${finding.code}`
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      console.log(`\n${kind}: ${finding.message}`)
      for (const { start, end } of finding.spans)
        console.log(`    ${around(story.text, start, end)}`)
    }
  }
  console.log(`\n${stories.length} stories`)
  for (const [kind, count] of [...counts].sort())
    console.log(`${String(count).padStart(5)}  ${kind}`)
}

function storiesOf(path: string): StoryInput[] {
  if (path.endsWith('.jsonl')) return readJsonLines<StoryInput>(path).map(pick)
  if (!statSync(path).isDirectory()) return [{ id: path, text: readFileSync(path, 'utf8') }]
  const index = join(path, 'index.json')
  const about = existsSync(index)
    ? (JSON.parse(readFileSync(index, 'utf8')) as ({ file: string } & StoryInput)[])
    : []
  return readdirSync(path)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .map(file => {
      const text = readFileSync(join(path, file), 'utf8')
      return { ...pick({ ...about.find(one => one.file === file), text }), id: file }
    })
}

/** What the reader takes; a corpus has more. */
function pick({ id, text, title, outlet, byline, published }: StoryInput): StoryInput {
  return {
    text,
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(byline === undefined ? {} : { byline }),
    ...(published === undefined ? {} : { published }),
  }
}

function firstParagraph(text: string): string {
  return text.trim().split('\n')[0]!.trim()
}

/** The words in brackets, with what stands around them. */
function around(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 140), start)
  const behind = text.slice(end, end + 100)
  return `${before}⟦${text.slice(start, end)}⟧${behind}`.replace(/\s+/g, ' ')
}
