import { visibleLine } from './output/visible.js'
import { shorten } from './output/width.js'
import type { Output } from './terminal.js'

/** How far a run is, on one line that is gone when it ends. */
export interface Progress {
  /** A story has been dealt with. */
  story(words: number, bytes: number): void
  /** The bytes of all input, once they are known. */
  total(bytes: number): void
  /** Takes the line away, to write something else; it comes back by itself. */
  clear(): void
  /** Keeps it from coming back for as long. */
  hold(on: boolean): void
  end(): void
}

const AFTER = 1000
const EVERY = 250

const nothing: Progress = { story() {}, total() {}, clear() {}, hold() {}, end() {} }

/** Progress on a terminal, from one second on; elsewhere nothing. */
export function openProgress(stream: Output, now: () => number = Date.now): Progress {
  if (!stream.isTTY) return nothing
  const start = now()
  let stories = 0
  let words = 0
  let bytes = 0
  let all: number | undefined
  let shown = false
  let held = false

  const draw = () => {
    const elapsed = now() - start
    if (held || elapsed < AFTER) return
    const line = progressLine({ stories, words, bytes, elapsed, ...(all !== undefined && { all }) })
    stream.write(`\r\x1b[2K${line.slice(0, (stream.columns || 80) - 1)}`)
    shown = true
  }
  const clear = () => {
    if (shown) stream.write('\r\x1b[2K')
    shown = false
  }
  const timer = setInterval(draw, EVERY)
  timer.unref()
  return {
    story(itsWords, itsBytes) {
      stories++
      words += itsWords
      bytes += itsBytes
    },
    total(sum) {
      all = sum
    },
    clear,
    hold(on) {
      held = on
    },
    end() {
      clearInterval(timer)
      clear()
    },
  }
}

/** One line on a terminal that says how far something is, from one second on; `end` takes it away. Elsewhere nothing. */
export function openLine(stream: Output, told: () => string): Pick<Progress, 'clear' | 'end'> {
  if (!stream.isTTY) return nothing
  let shown = false
  const clear = () => {
    if (shown) stream.write('\r\x1b[2K')
    shown = false
  }
  const draw = () => {
    stream.write(`\r\x1b[2K${shorten(visibleLine(told()), (stream.columns || 80) - 1)}`)
    shown = true
  }
  let timer = setTimeout(function again() {
    draw()
    timer = setTimeout(again, EVERY).unref()
  }, AFTER).unref()
  return {
    clear,
    end() {
      clearTimeout(timer)
      clear()
    },
  }
}

/** "12 stories · 5,310 words/s · about 2 min left" */
export function progressLine(state: {
  stories: number
  words: number
  bytes: number
  elapsed: number
  all?: number
}): string {
  const { stories, words, bytes, elapsed, all } = state
  if (stories === 0) return `Reading … ${Math.round(elapsed / 1000)} s`
  const speed = Math.round((words * 1000) / elapsed).toLocaleString('en')
  const parts = [
    `${stories.toLocaleString('en')} ${stories === 1 ? 'story' : 'stories'}`,
    `${speed} words/s`,
  ]
  if (all !== undefined && bytes > 0 && bytes < all) {
    parts.push(`about ${duration(((all - bytes) * elapsed) / bytes / 1000)} left`)
  }
  return parts.join(' · ')
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`
  return `${Math.round(seconds / 3600)} h`
}

/** Stretches without white space. */
export function countWords(text: string): number {
  let words = 0
  let within = false
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 0x20
    if (!space && !within) words++
    within = !space
  }
  return words
}
