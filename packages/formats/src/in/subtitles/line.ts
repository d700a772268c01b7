import { characterOf } from '../xml/entities.js'

/** Words of a line and where they stand in the source; without a place where they are written otherwise there. */
export interface Run {
  readonly value: string
  readonly at?: number
}

/** A stretch of a cue's line that one voice says. */
export interface Utterance {
  readonly runs: readonly Run[]
  /** Its words, white space collapsed. */
  readonly shown: string
  /** Of WebVTT's <v Jane Doe>. */
  readonly voice?: string
  /** What stands in front of it and is said by a name in capitals: "JANE DOE" of "JANE DOE: Where?". */
  readonly label?: string
  /** Does it begin with a mark of another speaker, "- " or ">>"? The mark is not among its runs. */
  readonly turn: boolean
}

const TAG = /<(?:\/?[a-z][^<>]{0,200}|\/|\d[\d:.]{2,14})>|\{\\[^{}]{0,100}\}|&([#\w]{1,12});/gi

/**
 * A line of a cue without its tags, a part for each voice. In WebVTT references (`&amp;`) are read; in SubRip they are
 * the words as they stand. A `<` that begins no tag stays ("<3").
 */
export function readLine(
  source: string,
  { start, end }: { readonly start: number; readonly end: number },
  vtt: boolean,
  voiceBefore: string | undefined,
): { readonly utterances: readonly Utterance[]; readonly voice: string | undefined } {
  const raw = source.slice(start, end)
  const utterances: Utterance[] = []
  let voice = voiceBefore
  let runs: Run[] = []
  let from = 0
  const flush = () => {
    const utterance = toUtterance(runs, voice)
    if (utterance) utterances.push(utterance)
    runs = []
  }
  for (const { 0: written, 1: reference, index } of raw.matchAll(TAG)) {
    const value = reference === undefined ? '' : vtt ? characterOf(reference) : undefined
    if (value === undefined) continue
    if (index > from) runs.push({ value: raw.slice(from, index), at: start + from })
    from = index + written.length
    if (value !== '') runs.push({ value })
    else if (vtt && /^<\/?v[\s.>]/i.test(written)) {
      flush()
      voice = voiceOf(written)
    }
  }
  if (from < raw.length) runs.push({ value: raw.slice(from), at: start + from })
  flush()
  return { utterances, voice }
}

/** The name in <v.loud Jane Doe>; none in </v>. */
function voiceOf(tag: string): string | undefined {
  const name = /^<v(?:\.[^\s>]{1,100})?\s([^>]+)>$/i.exec(tag)?.[1]?.trimStart() ?? ''
  const read = name.replace(
    /&([#\w]{1,12});/g,
    (written, ref: string) => characterOf(ref) ?? written,
  )
  return read.replace(/\s+/g, ' ').trim().slice(0, 100) || undefined
}

function toUtterance(runs: readonly Run[], voice: string | undefined): Utterance | undefined {
  const shown = runs
    .map(({ value }) => value)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  if (/^[-‐–—>]*$/.test(shown)) return undefined
  const mark = MARK.exec(shown)?.[0].trim() ?? ''
  const rest = shown.slice(mark.length).trimStart()
  if (rest === '') return undefined
  const label = LABEL.exec(rest.slice(0, 200))?.[1]?.trim()
  return {
    runs: mark === '' ? runs : without(runs, mark),
    shown,
    turn: mark !== '',
    ...(voice !== undefined && { voice }),
    ...(label !== undefined && { label }),
  }
}

/**
 * "- Where?", "-Where?", ">> Where?"; a dash before a small letter goes on with what was said ("— and then"), unless it
 * is a hyphen with a space; "-5 degrees" is a number.
 */
const MARK = /^(?:(?:>{2,3}|&gt;&gt;) ?|- |[-‐–—] ?(?=["“‘'¿¡[(]?\p{Lu}))/u

/** A name in capitals and a colon: at least two capitals, no small letter, up to six words. */
const LABEL =
  /^(?=[^:]{0,60}\p{Lu}[^:]{0,60}\p{Lu}|\p{Lu}\p{Lu})((?:[\p{Lu}\d][\p{Lu}\d.'’#-]*|\([\p{Lu} ]{1,30}\))(?: (?:[\p{Lu}\d&(][\p{Lu}\d.,'’#/-]*\)?)){0,5}):(?= |$)/u

/** The runs without a mark at their beginning, which may lie across two of them. */
function without(runs: readonly Run[], mark: string): readonly Run[] {
  const kept: Run[] = []
  let left = mark
  for (const { value, at } of runs) {
    let from = 0
    while (left !== '' && from < value.length) {
      if (value[from] === left[0]) left = left.slice(1)
      from++
    }
    if (from < value.length) {
      kept.push({ value: value.slice(from), ...(at !== undefined && { at: at + from }) })
    }
  }
  return kept
}
