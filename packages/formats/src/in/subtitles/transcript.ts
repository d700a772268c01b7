import type { Turn } from '../incoming.js'
import { createWriter, type Written } from '../text/writer.js'
import type { Cue } from './cues.js'
import { readLine, type Utterance } from './line.js'

/** Text of subtitles, with who speaks when. */
export interface Transcript extends Written {
  readonly turns: readonly Turn[]
}

/** Seconds of silence after which a new paragraph begins. */
const PAUSE = 4
/** Cues this close, in seconds, stand on the screen without a break. */
const CLOSE = 0.1

/**
 * The cues as paragraphs, one a turn: it ends where another speaks (a mark "- " or ">>", a name in capitals, another
 * voice), and where nobody does for over four seconds. The lines of a turn are joined by spaces. Marks are left out;
 * "JANE DOE:" stays where it is; for a voice (<v Jane Doe>) "Jane Doe: " is written in front, without a way back, so
 * that the words tell who says them.
 *
 * Captions that roll up show each line again with the next: where a cue follows on the last without a break, its first
 * lines are left out as far as they are the last's last lines.
 */
export function toTranscript(source: string, cues: readonly Cue[], vtt: boolean): Transcript {
  const writer = createWriter()
  const turns: Turn[] = []
  let turn:
    | { start: number; from?: number; to?: number; speaker?: string; voice?: string }
    | undefined
  let before: Said | undefined

  const close = () => {
    if (!turn) return
    const { voice: _, ...known } = turn
    turns.push({ ...known, end: writer.length() })
    turn = undefined
  }
  for (const cue of cues) {
    const said = sayOf(source, cue, vtt)
    if (said.utterances.length === 0) continue
    const silence = said.from === undefined ? 0 : said.from - (before?.to ?? said.from)
    if (silence > PAUSE) close()
    for (const utterance of said.utterances.slice(repeated(before, said))) {
      const { label, voice } = utterance
      if (!turn || utterance.turn || label !== undefined || voice !== turn.voice) {
        close()
        writer.paragraph()
        const speaker = label ?? voice
        turn = {
          start: writer.length() === 0 ? 0 : writer.length() + 2,
          ...(said.from !== undefined && { from: said.from }),
          ...(speaker !== undefined && { speaker }),
          ...(voice !== undefined && { voice }),
        }
        if (label === undefined && voice !== undefined) writer.put(`${voice}: `)
      }
      for (const { value, at } of utterance.runs) writer.put(value, at)
      writer.put(' ')
    }
    if (turn && said.to !== undefined) turn.to = Math.max(turn.to ?? said.to, said.to)
    before = said
  }
  close()
  return { ...writer.take(), turns }
}

interface Said {
  readonly utterances: readonly Utterance[]
  readonly from?: number
  readonly to?: number
}

function sayOf(source: string, cue: Cue, vtt: boolean): Said {
  const utterances: Utterance[] = []
  let voice: string | undefined
  for (const line of cue.lines) {
    const read = readLine(source, line, vtt, voice)
    voice = read.voice
    utterances.push(...read.utterances)
  }
  const { lines: _, ...times } = cue
  return { utterances, ...times }
}

/** How many of a cue's first lines are the last cue's last lines, shown again. */
function repeated(before: Said | undefined, { utterances, from }: Said): number {
  if (before?.to === undefined || from === undefined || from - before.to > CLOSE) return 0
  const most = Math.min(before.utterances.length, utterances.length, MOST_LINES)
  for (let count = most; count > 0; count--) {
    const last = before.utterances.slice(-count)
    if (last.every(({ shown }, i) => shown === utterances[i]!.shown)) return count
  }
  return 0
}

/** Captions show up to four lines; more are no roll-up. */
const MOST_LINES = 8
