import './text.css'
import { findParagraphs, type StoryRecord } from '@onrecord/engine'
import { type MouseEvent, useDeferredValue, useMemo, useState } from 'react'
import { Block } from './Block.js'
import { blocksOf, type Layers, type Mark, marksIn, marksOf } from './marks.js'
import { notesIn } from './notes.js'

interface Props {
  readonly record: StoryRecord
  readonly layers: Layers
  /** The item that is looked at: all of it stands out. */
  readonly item: string | undefined
  /** Marks that are no item's: a draft, what a link leads to. */
  readonly others?: readonly Mark[]
  /** Items were pointed at, the smallest first. The same function every time. */
  readonly pick: (items: readonly string[]) => void
}

const NONE: readonly Mark[] = []

/**
 * A story's text with its marks. Blocks are memoised by their marks and laid out as they come near the window, so that a
 * long story stays smooth; all of it is in the page, to be found, selected and read aloud.
 */
export function Text({ record, layers, item, others = NONE, pick }: Props) {
  const { text } = record.story
  const [over, setOver] = useState<string>()
  const blocks = useMemo(() => blocksOf(text, findParagraphs(text)), [text])
  const marks = useMemo(() => marksOf(record, layers), [record, layers])
  const inBlocks = useMemo(() => marksIn(blocks, marks), [blocks, marks])
  const othersIn = useMemo(() => marksIn(blocks, others), [blocks, others])
  const notes = useMemo(() => notesIn(blocks, record), [blocks, record])
  const lit = useDeferredValue(over ?? item)
  const point = (event: MouseEvent) => setOver(itemsAt(event)[0])
  return (
    // the keys do what the mouse does: the view has them
    // biome-ignore lint/a11y/noStaticElementInteractions: marks are reached by keys of the view, and by the margin's buttons
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      className="text"
      data-text=""
      onMouseOver={point}
      onFocus={() => {}}
      onMouseLeave={() => setOver(undefined)}
      onClick={event => {
        const items = itemsAt(event)
        if (items.length > 0 && getSelection()?.isCollapsed !== false) pick(items)
      }}
    >
      {blocks.map((block, k) => (
        <Block
          key={block.start}
          text={text}
          start={block.start}
          end={block.end}
          marks={inBlocks[k]!}
          others={othersIn[k]!}
          lit={inBlocks[k]!.some(mark => mark.item === lit) ? lit : undefined}
          notes={notes[k]!}
          headline={k === 0 && beginsWithTitle(record)}
          pick={pick}
        />
      ))}
    </div>
  )
}

function itemsAt({ target }: MouseEvent): string[] {
  const run = target instanceof Element ? target.closest<HTMLElement>('[data-items]') : null
  return run?.dataset.items?.split(' ').filter(Boolean) ?? []
}

/** Is the text's first line its headline? */
export function beginsWithTitle({ story: { text, title } }: Pick<StoryRecord, 'story'>): boolean {
  const [first] = /\S.*/.exec(text) ?? []
  return title !== undefined && title.trim() !== '' && first?.trim() === title.trim()
}
