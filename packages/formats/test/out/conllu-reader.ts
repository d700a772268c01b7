import type { Span } from '@onrecord/engine'
import { expect } from 'vitest'
import { unescapeSpaces } from '../../src/out/conllu/escape.js'

export interface Labelled extends Span {
  readonly label: string
}

export interface ConlluDocument {
  readonly id: string
  readonly text: string
  readonly tokens: readonly Span[]
  /** "content:q1" and the like, a piece each. */
  readonly pieces: readonly Labelled[]
  /** "e1-person-name" */
  readonly mentions: readonly Labelled[]
  readonly comments: readonly string[]
}

/** The format's rules of level 1, and those of level 2 on text and ids that need no parse. */
export function validate(file: string): void {
  if (file === '') return
  expect(file.endsWith('\n\n')).toBe(true)
  expect(file).not.toMatch(
    /[\r\v\f\x1c-\x1e\u0085\u2028\u2029\ud800-\udfff](?<![\ud800-\udbff][\udc00-\udfff])(?![\udc00-\udfff])/,
  )
  const ids = new Set<string>()
  for (const sentence of file.slice(0, -2).split('\n\n')) {
    const lines = sentence.split('\n')
    const tokens = lines.filter(line => !line.startsWith('#') || line.includes('\t'))
    expect(lines.indexOf(tokens[0]!)).toBe(lines.length - tokens.length)
    expect(tokens.length).toBeGreaterThan(0)
    const comment = (name: string) =>
      lines.filter(line => line.startsWith(`# ${name} = `)).map(line => line.slice(name.length + 5))
    const [id, ...others] = comment('sent_id')
    expect(others).toEqual([])
    expect(id).toMatch(/^[^\s/]+$/)
    expect(ids.has(id!)).toBe(false)
    ids.add(id!)
    let rest = comment('text')[0]!
    expect(rest).toBe(rest.trim())
    tokens.forEach((line, i) => {
      const columns = line.split('\t')
      expect(columns).toHaveLength(10)
      for (const column of columns) {
        expect(column).not.toBe('')
        expect(column).toBe(column.trim())
      }
      columns.slice(0, 9).forEach(column => {
        expect(column).not.toMatch(/\s/)
      })
      expect(columns[0]).toBe(String(i + 1))
      const names = columns[9]!.split('|').map(attribute => attribute.split('=')[0])
      expect(new Set(names).size).toBe(names.length)
      expect(rest.startsWith(columns[1]!)).toBe(true)
      rest = rest.slice(columns[1]!.length)
      if (columns[9]!.split('|').includes('SpaceAfter=No')) return
      if (i < tokens.length - 1) expect(rest[0]).toBe(' ')
      rest = rest.slice(1)
    })
    expect(rest).toBe('')
  }
}

/** Reads documents; throws where brackets do not balance. */
export function readConllu(file: string): readonly ConlluDocument[] {
  return file
    .split(/^(?=# newdoc)/m)
    .filter(Boolean)
    .map(readDocument)
}

function readDocument(file: string): ConlluDocument {
  let text = ''
  const tokens: Span[] = []
  const pieces: Labelled[] = []
  const mentions: Labelled[] = []
  const open = new Map<string, { start: number; label: string }[]>()
  const running = new Map<string, { start: number; end: number }>()
  const lines = file.split('\n')
  for (const line of lines) {
    if (!/^\d+\t/.test(line)) continue
    const columns = line.split('\t')
    const misc = new Map(
      columns[9]!.split('|').map(attribute => {
        const at = attribute.indexOf('=')
        return [attribute.slice(0, at), attribute.slice(at + 1)]
      }),
    )
    text += unescapeSpaces(misc.get('SpacesBefore') ?? '')
    const start = text.length
    text += misc.has('OriginalForm') ? unescapeSpaces(misc.get('OriginalForm')!) : columns[1]
    const end = text.length
    tokens.push({ start, end })
    const labels = [
      ...(misc.get('Quote')?.split(',') ?? []),
      ...(misc.get('Value')?.split(',') ?? []),
    ]
    for (const label of [...running.keys()]) {
      if (labels.includes(`I-${label}`)) running.get(label)!.end = end
      else {
        pieces.push({ ...running.get(label)!, label })
        running.delete(label)
      }
    }
    for (const label of labels) {
      if (label.startsWith('B-')) running.set(label.slice(2), { start, end })
      else if (!running.has(label.slice(2))) throw new Error(`${label} begins nowhere`)
    }
    const brackets = misc.get('Entity') ?? ''
    const parts = brackets.match(/\([^()]+\)?|[^()]+\)/g) ?? []
    expect(parts.join('')).toBe(brackets)
    for (const part of parts) {
      const label = part.replace(/[()]/g, '')
      const eid = label.split('-')[0]!
      if (part.startsWith('(') && part.endsWith(')')) mentions.push({ start, end, label })
      else if (part.startsWith('(')) open.set(eid, [...(open.get(eid) ?? []), { start, label }])
      else {
        const opened = open.get(eid)?.pop()
        if (!opened) throw new Error(`${part} closes nothing`)
        mentions.push({ ...opened, end })
      }
    }
    text += misc.get('SpaceAfter') === 'No' ? '' : unescapeSpaces(misc.get('SpacesAfter') ?? '\\s')
  }
  if ([...open.values()].some(left => left.length > 0)) throw new Error('A bracket is not closed')
  for (const [label, span] of running) pieces.push({ ...span, label })
  return {
    id: /^# newdoc id = (.*)$/m.exec(file)?.[1] ?? '',
    text,
    tokens,
    pieces,
    mentions,
    comments: lines.filter(line => line.startsWith('# meta::')),
  }
}
