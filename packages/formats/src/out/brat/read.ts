import type { Span } from '@onrecord/engine'
import { codePointOffsets } from '../offsets.js'
import { BREAKS } from './fragments.js'

/** A text-bound annotation; its spans are UTF-16 offsets, in order. */
export interface BratSpan {
  readonly id: string
  readonly type: string
  readonly spans: readonly Span[]
}

export interface BratRelation {
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: string
}

export interface BratEvent {
  readonly id: string
  readonly type: string
  readonly trigger: string
  /** Role and the id of what stands in it. */
  readonly args: readonly (readonly [string, string])[]
}

export interface BratDocument {
  readonly spans: readonly BratSpan[]
  readonly relations: readonly BratRelation[]
  readonly events: readonly BratEvent[]
  /** Ids of spans that mean the same. */
  readonly equivs: readonly (readonly string[])[]
  readonly attributes: readonly {
    readonly type: string
    readonly of: string
    readonly value?: string
  }[]
  readonly notes: readonly { readonly of: string; readonly text: string }[]
}

/**
 * Reads an .ann file over its text, as onrecord writes it and as annotators bring it back: fragments that were broken at a
 * line's end are one span again. Throws where a line is none of the format or a span's words are not those of the text:
 * the file then belongs to another text. Lines of normalisations (N) are passed over.
 */
export function readBrat(text: string, ann: string): BratDocument {
  const offsets = codePointOffsets(text)
  const spans: BratSpan[] = []
  const relations: BratRelation[] = []
  const events: BratEvent[] = []
  const equivs: (readonly string[])[] = []
  const attributes: { type: string; of: string; value?: string }[] = []
  const notes: { of: string; text: string }[] = []
  for (const line of ann.split(/\r?\n/)) {
    if (line === '') continue
    const [id = '', data = '', ...rest] = line.split('\t')
    const words = data.split(' ')
    const [type = '', ...targets] = words
    const wrong = () => new Error(`Not a line of brat: ${JSON.stringify(line.slice(0, 100))}`)
    if (!/^(?:\*|[TREMAN#]\d+)$/.test(id) || type === '') throw wrong()
    switch (id[0]) {
      case 'T': {
        const at = fragmentsFrom(data.slice(type.length + 1))
        if (at.some(({ end }) => end > offsets.length)) throw wrong()
        const fragments = at.map(({ start, end }) => ({
          start: offsets.to(start),
          end: offsets.to(end),
        }))
        const said = fragments.map(({ start, end }) => text.slice(start, end)).join(' ')
        if (fragments.length === 0 || said !== rest.join('\t')) throw wrong()
        spans.push({ id, type, spans: mended(text, fragments) })
        break
      }
      case 'R': {
        const [from, to] = targets.map(target => target.slice(target.indexOf(':') + 1))
        if (!from || !to) throw wrong()
        relations.push({ id, type, from, to })
        break
      }
      case 'E': {
        const pairs = words.filter(Boolean).map(pair => pair.split(':') as [string, string])
        const [[name, trigger] = ['', ''], ...args] = pairs
        if (pairs.some(pair => pair.length !== 2)) throw wrong()
        events.push({ id, type: name, trigger, args })
        break
      }
      case '*':
        equivs.push(targets)
        break
      case 'A':
      case 'M': {
        const [of, value] = targets
        if (!of) throw wrong()
        attributes.push({ type, of, ...(value !== undefined && { value }) })
        break
      }
      case '#':
        notes.push({ of: targets[0] ?? '', text: rest.join('\t') })
    }
  }
  return { spans, relations, events, equivs, attributes, notes }
}

/** "0 3;6 9" */
function fragmentsFrom(data: string): readonly Span[] {
  return data.split(';').flatMap(pair => {
    const match = /^(\d+) (\d+)$/.exec(pair)
    return match ? [{ start: Number(match[1]), end: Number(match[2]) }] : []
  })
}

const ALL_BREAKS = new RegExp(`^(?:${BREAKS.source})$`)

/** Fragments between which nothing but ends of lines stand are one. */
function mended(text: string, fragments: readonly Span[]): readonly Span[] {
  const spans: Span[] = []
  for (const fragment of fragments) {
    const last = spans.at(-1)
    if (last && ALL_BREAKS.test(text.slice(last.end, fragment.start)))
      spans[spans.length - 1] = { start: last.start, end: fragment.end }
    else spans.push(fragment)
  }
  return spans
}
