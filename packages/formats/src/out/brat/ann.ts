import type { Span, StoryRecord } from '@onrecord/engine'
import { codePointOffsets } from '../offsets.js'
import { wellFormed } from '../well-formed.js'
import { BREAKS, fragmentsOf } from './fragments.js'
import { bratName, confidenceName, factName } from './types.js'

/**
 * A record as the .ann file that goes with its text. Offsets are code points. In order: the pieces of quotes (T), how they
 * hang together (R), entities (T for each mention, * Equiv for those of one), values (T), facts (T for the evidence, E),
 * findings (T). Attributes (A): kind and confidence of a quote, form of a mention, confidence of a fact, and whether it is a
 * claim. Notes (#) say what has no place else: speakers, names, normal values, arguments in plain words, messages.
 *
 * Left out: what has no words (a finding about none), mentions and pieces that are white space, events' arguments whose
 * entity has no mention.
 */
export function annOf(record: StoryRecord): string {
  const out = lines(wellFormed(record.story.text))
  const quotes = quoteLines(out, record)
  const mentions = entityLines(out, record)
  const values = new Map(
    record.values.map(({ id, type, span, value }) => {
      const mark = out.mark(bratName(type), [span])
      out.note(mark, typeof value === 'string' ? value : JSON.stringify(value))
      return [id, mark]
    }),
  )
  for (const { type, args, evidence, saidBy, confidence } of record.facts) {
    const trigger = out.mark(factName(type), evidence)
    const marks = Object.entries(args).map(
      ([as, id]) => [as, values.get(id) ?? nearest(mentions.get(id), evidence)] as const,
    )
    const event = out.event(factName(type), trigger, marks)
    out.attribute('Confidence', event, confidenceName(confidence))
    if (saidBy !== undefined) out.attribute('Claim', event)
    const claim = saidBy === undefined ? [] : [`said by ${quotes.get(saidBy) ?? ''} (${saidBy})`]
    const plain = marks.flatMap(([as, mark]) => (mark === undefined ? [`${as}: ${args[as]}`] : []))
    if (claim.length + plain.length > 0) out.note(event, [...plain, ...claim].join('; '))
  }
  for (const { code, severity, message, spans } of record.findings) {
    out.note(out.mark('Finding', spans), `${severity} ${code}: ${message}`)
  }
  return out.text()
}

/** The contents' marks by their quotes' ids. */
function quoteLines(out: Lines, { quotes, entities }: StoryRecord): ReadonlyMap<string, string> {
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]))
  const contents = new Map<string, string>()
  for (const { id, kind, content, cue, source, speakers, confidence, ...more } of quotes) {
    const mark = out.mark('Content', content)
    if (mark !== undefined) contents.set(id, mark)
    out.attribute('Kind', mark, kind)
    out.attribute('Confidence', mark, confidenceName(confidence))
    out.relation('Cue_of', out.mark('Cue', cue), mark)
    out.relation('Source_of', out.mark('Source', source), mark)
    const said = speakers.map(speaker => `${nameOf.get(speaker) ?? ''} (${speaker})`).join('; ')
    const sure = more.speakerConfidence === undefined ? '' : `, ${more.speakerConfidence}`
    out.note(mark, speakers.length === 0 ? `${id}: no speaker` : `${id}: speaker ${said}${sure}`)
  }
  for (const { id, within, continues } of quotes) {
    const mark = contents.get(id)
    if (within !== undefined) out.relation('Within', mark, contents.get(within))
    if (continues !== undefined) out.relation('Continues', mark, contents.get(continues))
  }
  return contents
}

interface Marked extends Span {
  readonly mark: string
}

/** Every entity's marks by its id, in the order of the text. */
function entityLines(
  out: Lines,
  { entities }: StoryRecord,
): ReadonlyMap<string, readonly Marked[]> {
  return new Map(
    entities.map(({ id, type, name, gender, mentions }) => {
      const marks = mentions.flatMap(({ start, end, form }) => {
        const mark = out.mark(bratName(type), [{ start, end }])
        out.attribute('Form', mark, form)
        return mark === undefined ? [] : [{ start, end, mark }]
      })
      out.equiv(marks.map(({ mark }) => mark))
      const known = gender === undefined ? '' : `, ${gender.value} (${gender.basis})`
      out.note(marks[0]?.mark, `${id}: ${name}${known}`)
      return [id, marks.sort((a, b) => a.start - b.start)]
    }),
  )
}

/** The last mention that begins before the evidence ends, else the first. */
function nearest(marks: readonly Marked[] = [], evidence: readonly Span[]): string | undefined {
  const end = evidence.at(-1)?.end ?? 0
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle]!.start < end) low = middle + 1
    else high = middle
  }
  return marks[Math.max(0, low - 1)]?.mark
}

type Mark = string | undefined
type Lines = ReturnType<typeof lines>

/** Writes lines and counts their ids. What hangs on a mark that could not be made is not written. */
function lines(text: string) {
  const offsets = codePointOffsets(text)
  const written: string[] = []
  const count = { T: 0, R: 0, E: 0, A: 0, '#': 0 }
  const add = (kind: keyof typeof count, ...columns: string[]) => {
    const id = `${kind}${++count[kind]}`
    written.push([id, ...columns].join('\t'))
    return id
  }
  return {
    mark(type: string, spans: readonly Span[]): Mark {
      const fragments = fragmentsOf(text, spans)
      if (fragments.length === 0) return undefined
      const at = fragments.map(({ start, end }) => `${offsets.from(start)} ${offsets.from(end)}`)
      const words = fragments.map(({ start, end }) => text.slice(start, end))
      return add('T', `${type} ${at.join(';')}`, words.join(' '))
    },
    relation(type: string, from: Mark, to: Mark) {
      if (from !== undefined && to !== undefined) add('R', `${type} Arg1:${from} Arg2:${to}`)
    },
    event(type: string, trigger: Mark, args: readonly (readonly [string, Mark])[]): Mark {
      if (trigger === undefined) return undefined
      const known = args.flatMap(([as, mark]) =>
        mark === undefined ? [] : `${bratName(as)}:${mark}`,
      )
      return add('E', [`${type}:${trigger}`, ...known].join(' '))
    },
    attribute(type: string, of: Mark, value?: string) {
      if (of !== undefined)
        add('A', value === undefined ? `${type} ${of}` : `${type} ${of} ${value}`)
    },
    equiv(marks: readonly string[]) {
      if (marks.length > 1) written.push(`*\tEquiv ${marks.join(' ')}`)
    },
    note(of: Mark, words: string) {
      if (of === undefined) return
      add('#', `AnnotatorNotes ${of}`, wellFormed(words).replace(BREAKS, ' '))
    },
    text: () => written.map(line => `${line}\n`).join(''),
  }
}
