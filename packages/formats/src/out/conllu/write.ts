import { type Span, type StoryRecord, textStages } from '@onrecord/engine'
import { bracketsOf, GLOBAL_ENTITY } from './entities.js'
import { escapeSpaces, formOf, idOf, lineOf } from './escape.js'
import { labelsOf } from './project.js'

const PROJECTED =
  'quotes, entities and values are projected on tokens; facts, findings and normal values are left out'

/** A record as CoNLL-U; empty where its text has no token, since the format knows no document without a sentence. */
export function conlluOf(record: StoryRecord): string {
  const { text, id, title } = record.story
  const { paragraphs, sentences, tokens } = textStages.run({ text, meta: { id } })
  if (tokens.length === 0) return ''
  const { said, valued } = labelsOf(tokens, record)
  const brackets = bracketsOf(tokens, record.entities)
  const doc = idOf(id)
  const begins = new Set(paragraphs.map(({ start }) => start))
  const out: string[] = []

  const tokenLine = (i: number, number: number) => {
    const { start, end } = tokens[i]!
    const words = text.slice(start, end)
    const form = formOf(words)
    const gap = text.slice(end, tokens[i + 1]?.start ?? text.length)
    const before = i === 0 ? text.slice(0, start) : ''
    const misc = [
      brackets[i] && `Entity=${brackets[i]}`,
      form !== words && `OriginalForm=${escapeSpaces(words)}`,
      said[i]!.length > 0 && `Quote=${said[i]!.join(',')}`,
      gap === '' && 'SpaceAfter=No',
      gap !== '' && gap !== ' ' && `SpacesAfter=${escapeSpaces(gap)}`,
      before !== '' && `SpacesBefore=${escapeSpaces(before)}`,
      valued[i]!.length > 0 && `Value=${valued[i]!.join(',')}`,
    ].filter(Boolean)
    out.push([number, form, ...'_______', misc.join('|') || '_'].join('\t'))
  }

  const rangesOf = sentenceTokens(sentences, tokens)
  rangesOf.forEach(({ from, to }, s) => {
    if (s === 0) {
      out.push(`# newdoc id = ${doc}`, `# global.Entity = ${GLOBAL_ENTITY}`)
      if (title) out.push(`# meta::title = ${lineOf(title)}`)
      out.push(`# meta::projection = ${PROJECTED}`, ...quoteComments(record))
    }
    if (s === 0 || begins.has(tokens[from]!.start)) out.push('# newpar')
    out.push(`# sent_id = ${doc}-${s + 1}`)
    let shown = ''
    for (let i = from; i < to; i++) {
      const { start, end } = tokens[i]!
      const spaced = i > from && tokens[i - 1]!.end < start
      shown += `${spaced ? ' ' : ''}${formOf(text.slice(start, end))}`
    }
    out.push(`# text = ${shown}`)
    for (let i = from; i < to; i++) tokenLine(i, i - from + 1)
    out.push('')
  })
  return out.map(line => `${line}\n`).join('')
}

/** The tokens of each sentence that has any; between them they have all tokens. */
function sentenceTokens(sentences: readonly Span[], tokens: readonly Span[]) {
  const ranges: { from: number; to: number }[] = []
  let from = 0
  for (const { end } of sentences) {
    let to = from
    while (to < tokens.length && tokens[to]!.start < end) to++
    if (to > from) ranges.push({ from, to })
    from = to
  }
  if (from < tokens.length) ranges.push({ from, to: tokens.length })
  return ranges
}

/** "# meta::quote q1 = kind=direct; speakers=e2; confidence=0.97": what no token can say. */
function quoteComments({ quotes, entities }: StoryRecord): string[] {
  const numbers = new Map(entities.map(({ id }, i) => [id, `e${i + 1}`]))
  const quoteNumbers = new Map(quotes.map(({ id }, i) => [id, `q${i + 1}`]))
  return quotes.map(({ kind, speakers, confidence, within, continues }, i) => {
    const known = speakers.flatMap(id => numbers.get(id) ?? [])
    const parts = [
      `kind=${kind}`,
      known.length > 0 && `speakers=${known.join(',')}`,
      within !== undefined && `within=${quoteNumbers.get(within)}`,
      continues !== undefined && `continues=${quoteNumbers.get(continues)}`,
      `confidence=${confidence}`,
    ]
    return `# meta::quote q${i + 1} = ${parts.filter(Boolean).join('; ')}`
  })
}
