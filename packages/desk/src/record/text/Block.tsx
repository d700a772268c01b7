import { memo } from 'react'
import { Margin } from './Margin.js'
import { type Mark, type Run, runsOf } from './marks.js'
import type { Note } from './notes.js'

interface Props {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly marks: readonly Mark[]
  readonly others: readonly Mark[]
  /** An item of it that stands out. */
  readonly lit: string | undefined
  /** Whose quotes begin in it. */
  readonly notes: readonly Note[]
  /** It is the story's headline. */
  readonly headline: boolean
  readonly pick: (items: readonly string[]) => void
}

/** A paragraph, or a piece of a very long one, with its margin. */
export const Block = memo(function Block(props: Props) {
  const { text, start, end, marks, others, lit, notes, headline, pick } = props
  const all = others.length > 0 ? [...marks, ...others].sort(inText) : marks
  return (
    <div className={headline ? 'block headline' : 'block'}>
      {notes.length > 0 && <Margin notes={notes} lit={lit} pick={pick} />}
      <p dir="auto" data-start={start}>
        {runsOf(text, { start, end }, all).map(run => (
          <RunOf key={run.start} run={run} text={text} lit={lit} />
        ))}
      </p>
    </div>
  )
}, isSame)

const inText = (a: Mark, b: Mark) => a.start - b.start || b.end - a.end

function RunOf({ run, text, lit }: { run: Run; text: string; lit: string | undefined }) {
  const { start, end, marks, control } = run
  const words = text.slice(start, end)
  if (control)
    return (
      <span data-start={start} className="control" title={control}>
        <span hidden>{words}</span>
        <span className="control-name" data-name={control} />
      </span>
    )
  if (marks.length === 0) return <span data-start={start}>{words}</span>
  return (
    <span
      data-start={start}
      data-items={[...new Set(marks.map(mark => mark.item))].join(' ')}
      className={classesOf(run, lit)}
    >
      {words}
    </span>
  )
}

/** What a run is shown as: its kinds, whether a mark begins or ends with it, how deep its quotes are, what stands out. */
function classesOf({ start, end, marks }: Run, lit: string | undefined): string {
  const classes = new Set<string>()
  let contents = 0
  for (const mark of marks) {
    classes.add(mark.kind)
    if (mark.start === start) classes.add(`${mark.kind}-first`)
    if (mark.end === end) classes.add(`${mark.kind}-last`)
    if (mark.kind === 'content') contents++
    if (mark.doubtful) classes.add(`${mark.kind}-doubtful`)
    if (lit !== undefined && mark.item === lit) classes.add('lit')
  }
  if (contents > 1) classes.add('content-twice')
  return [...classes].join(' ')
}

const signs = new WeakMap<readonly Mark[], string>()

/** What marks look like, as a string. */
function signOf(marks: readonly Mark[]): string {
  let sign = signs.get(marks)
  if (sign === undefined) {
    sign = marks
      .map(({ start, end, kind, item, doubtful }) => `${start} ${end} ${kind} ${item} ${doubtful}`)
      .join('|')
    signs.set(marks, sign)
  }
  return sign
}

/** A record that was corrected is another value; most of its blocks look as before. */
function isSame(a: Props, b: Props): boolean {
  return (
    a.text === b.text &&
    a.start === b.start &&
    a.end === b.end &&
    a.lit === b.lit &&
    a.headline === b.headline &&
    (a.marks === b.marks || signOf(a.marks) === signOf(b.marks)) &&
    (a.others === b.others || signOf(a.others) === signOf(b.others)) &&
    (a.notes === b.notes || JSON.stringify(a.notes) === JSON.stringify(b.notes))
  )
}
