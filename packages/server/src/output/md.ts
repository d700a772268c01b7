import type { Run } from './marked.js'
import { count, type PageQuote, toPage } from './page.js'
import { shorten } from './width.js'
import type { Writer } from './writer.js'

/**
 * A record as a Markdown page. What the story says is text and nothing else: each sign that CommonMark or its common
 * extensions could read as markup is escaped. Contents stand in ⟨brackets⟩ with their number, cues are set in italics,
 * sources in bold.
 */
export function mdWriter(): Writer {
  let first = true
  return {
    start: '',
    record(record) {
      const page = toPage(record)
      const blocks: string[] = []
      blocks.push(`# ${escapeMd(page.title ?? record.story.title ?? record.story.id)}`)
      if (page.credits) blocks.push(escapeMd(page.credits))
      for (const line of page.lines) {
        if (!line.title || line.notes.length > 0) blocks.push(marked(line.runs))
        if (line.notes.length > 0) blocks.push(line.notes.map(note).join('\n'))
      }
      if (page.people.length > 0) {
        blocks.push('## People')
        for (const { name, quotes } of page.people) blocks.push(group(name, quotes))
      }
      if (page.unresolved.length > 0) blocks.push(group('Speaker not resolved', page.unresolved))
      if (page.findings.length > 0) {
        blocks.push('## Findings')
        blocks.push(page.findings.map(finding).join('\n'))
      }
      blocks.push(page.sum)
      const parting = first ? '' : '\n---\n\n'
      first = false
      return `${parting}${blocks.join('\n\n')}\n`
    },
    end: '',
  }
}

/** Tags, not asterisks: they hold whatever letters stand beside them. */
function marked(runs: readonly Run[]): string {
  return runs
    .map(({ text, cue, source }, i) => {
      const words = escapeMd(text, i === 0)
      if (source) return `<b>${words}</b>`
      return cue ? `<i>${words}</i>` : words
    })
    .join('')
}

function note({ number, speaker, source, detail }: PageQuote): string {
  const who = speaker === undefined ? 'speaker not resolved' : `<b>${escapeMd(speaker)}</b>`
  const as = source === undefined ? '' : ` (${escapeMd(source, false)})`
  return `> - ${number} ${who}${as} · ${detail}`
}

function group(name: string, quotes: readonly PageQuote[]): string {
  const items = quotes.map(
    ({ number, content }) => `- ${number} ${escapeMd(shorten(content, 120))}`,
  )
  return `<b>${escapeMd(name)}</b> · ${count(quotes.length, 'quote')}\n\n${items.join('\n')}`
}

const finding = (finding: { severity: string; message: string; excerpts: readonly string[] }) =>
  [
    `- ${finding.severity}: ${escapeMd(finding.message, false)}`,
    ...finding.excerpts.map(excerpt => `  - ${escapeMd(shorten(excerpt, 120))}`),
  ].join('\n')

/** One line of text as Markdown that shows it as it is; `first`: at the start of a line. */
export function escapeMd(text: string, first = true): string {
  const line = first ? text.trimStart() : text
  const inline = line
    .replace(/[\\`*_{}[\]<>#&|~^=$@]/g, '\\$&')
    // Addresses that would become links by themselves.
    .replace(/:(?=\/\/)|(?<=\bwww)\.|(?<=\b(?:mailto|xmpp)):/gi, '\\$&')
  return first ? inline.replace(/^([-+:])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2') : inline
}
