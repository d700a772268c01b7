import type { ReactNode } from 'react'
import { type Marked, type Run, runsOf } from './runs.js'

/** What words can be marked as; loud is what may turn the sense. */
export type Mark = 'found' | 'quoted' | 'dropped' | 'added' | 'loud'

interface Props {
  readonly text: string
  readonly marked: readonly Marked<Mark>[]
  /** What of the text is shown; an ellipsis stands for the rest. */
  readonly shown?: { readonly start: number; readonly end: number } | undefined
  /** Not all that stands there may be shown. */
  readonly cut?: boolean
}

/** Words of a story, with what is found, quoted or different in them; nothing of them is markup. */
export function Words({ text, marked, shown, cut = false }: Props) {
  const { start, end } = shown ?? { start: 0, end: text.length }
  return (
    <>
      {(start > 0 || cut) && '… '}
      {runsOf(text, marked, { start, end }).map(run => (
        <Piece key={run.start} run={run} />
      ))}
      {(end < text.length || cut) && ' …'}
    </>
  )
}

function Piece({ run: { text, kinds } }: { run: Run<Mark> }) {
  let piece: ReactNode = text
  if (kinds.has('found')) piece = <mark>{piece}</mark>
  if (kinds.has('loud')) piece = <strong className="loud">{piece}</strong>
  if (kinds.has('dropped')) piece = <del>{piece}</del>
  if (kinds.has('added')) piece = <ins>{piece}</ins>
  return kinds.has('quoted') ? <span className="quoted">{piece}</span> : piece
}
