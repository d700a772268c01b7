/** A cue as it is written: its times in seconds, where they can be read, and its lines by their offsets. */
export interface Cue {
  readonly from?: number
  readonly to?: number
  readonly lines: readonly { readonly start: number; readonly end: number }[]
}

/**
 * The cues of SubRip or WebVTT, in order. A cue begins with a line of times ("00:01:02,500 --> 00:01:04,000", hours and
 * thousandths left out, settings behind them, one hyphen for two); the line above it is its number or name. In WebVTT it
 * ends with a blank line, and blocks without times (NOTE, STYLE, REGION, the header) are no cues; in SubRip it ends where
 * the next begins, since some have blank lines within. Times that cannot be read are left out, the words stay.
 */
export function readCues(source: string, vtt: boolean): readonly Cue[] {
  const lines = linesOf(source)
  const textOf = (i: number) =>
    lines[i] === undefined
      ? ''
      : source.slice(lines[i].start, Math.min(lines[i].end, lines[i].start + 200))
  const cues: Cue[] = []
  let current: { start: number; end: number }[] | undefined
  for (let i = 0; i < lines.length; i++) {
    const text = textOf(i)
    const times = timesOf(text)
    if (times) {
      current = []
      cues.push({ ...times, lines: current })
      continue
    }
    const blank = text.trim() === ''
    if (blank && vtt) current = undefined
    if (blank || current === undefined) continue
    const named = /^\s*\d{1,9}\s*$/.test(text) || textOf(i - 1).trim() === ''
    if (named && timesOf(textOf(i + 1))) continue
    current.push(lines[i]!)
  }
  return cues
}

/** The times of a line that is one of times; both may be missing in it. */
export function timesOf(line: string): { from?: number; to?: number } | undefined {
  const match = /^([^>]{0,40}?)-{1,2}>(.{0,100})/.exec(line)
  if (!match) return undefined
  const from = secondsOf(match[1]!.trim())
  const to = secondsOf(match[2]!.trim().split(/\s/, 1)[0]!)
  if (from === undefined && to === undefined && !/^[\s\d:.,x?-]{0,40}-->/.test(line))
    return undefined
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && (from === undefined || to >= from) && { to }),
  }
}

function secondsOf(time: string): number | undefined {
  const match = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,6}))?$/.exec(time)
  if (!match) return undefined
  const [, hours = '0', minutes, seconds, part = ''] = match
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return Math.round((whole + Number(`0.${part || '0'}`)) * 1000) / 1000
}

function linesOf(source: string): readonly { readonly start: number; readonly end: number }[] {
  const lines: { start: number; end: number }[] = []
  let start = 0
  for (const { 0: end, index } of source.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index })
    start = index + end.length
  }
  lines.push({ start, end: source.length })
  return lines
}
