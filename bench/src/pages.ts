/**
 * node bench/dist/pages.js DIR [--misses]: how well the words of articles are found in saved pages. DIR holds
 * NAME.html, NAME.expected.txt and NAME.meta.json ({ title, byline, publishedTime, siteName }). Beside ours stands
 * Readability alone. A page that gives a problem counts as no words found.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { storyOfPage } from '../../packages/formats/dist/in/html.js'
import { run, usageError } from './command.js'
import { judgeFacts, type Meta } from './pages/facts.js'
import { overlap } from './pages/words.js'

const USAGE = 'usage: node bench/dist/pages.js DIR [--misses]'

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { misses: { type: 'boolean', default: false } },
  })
  const [folder] = positionals
  if (folder === undefined) throw usageError('no folder of pages given')
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.html'))
    .map(name => name.slice(0, -5))
    .sort()
  const scores: { f: number; theirs: number; facts: readonly string[] }[] = []
  console.log(`${''.padEnd(24)}     P      R      F   theirs  title    byline   date`)
  for (const name of names) {
    const page = readFileSync(`${folder}/${name}.html`)
    const expected = readFileSync(`${folder}/${name}.expected.txt`, 'utf8')
    const meta = JSON.parse(readFileSync(`${folder}/${name}.meta.json`, 'utf8')) as Meta
    const found = storyOfPage(page)
    const story = 'story' in found ? found.story : undefined
    const { precision, recall, f, missed, added } = overlap(expected, story?.text ?? '')
    const theirs = overlap(expected, readability(page.toString('utf8'))).f
    const facts = judgeFacts(meta, story)
    scores.push({ f, theirs, facts })
    console.log(
      `${name.padEnd(24)} ${[precision, recall, f, theirs].map(three).join('  ')}  ${facts.map(fact => fact.padEnd(7)).join('  ')}`,
    )
    if (!values.misses) continue
    if ('problem' in found) console.log(`    ${found.problem.message}`)
    for (const each of missed) if (each.includes(' ')) console.log(`  - ${each.slice(0, 200)}`)
    for (const each of added) if (each.includes(' ')) console.log(`  + ${each.slice(0, 200)}`)
    console.log(
      `    ${JSON.stringify({ ...story, text: undefined, back: undefined, original: undefined })}`,
    )
    console.log(`    ${JSON.stringify(meta)}`)
  }
  const mean = (of: (score: (typeof scores)[number]) => number) =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length
  console.log(
    `${'mean'.padEnd(38)} ${three(mean(({ f }) => f))}  ${three(mean(({ theirs }) => theirs))}`,
  )
  console.log(
    `${'minimum'.padEnd(38)} ${three(Math.min(...scores.map(({ f }) => f)))}  ${three(Math.min(...scores.map(({ theirs }) => theirs)))}`,
  )
  for (const [i, fact] of ['title', 'byline', 'date'].entries()) {
    const told = scores.map(({ facts }) => facts[i]!).filter(each => each !== '')
    console.log(`${fact} right: ${told.filter(each => each === 'right').length} of ${told.length}`)
  }
}, USAGE)

function readability(page: string): string {
  const { document } = parseHTML(page)
  return new Readability(document as never).parse()?.textContent ?? ''
}

function three(value: number): string {
  return value.toFixed(3)
}
