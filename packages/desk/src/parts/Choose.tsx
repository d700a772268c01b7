import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { say } from '../messages/index.js'

interface Props {
  readonly id?: string | undefined
  readonly label?: string
  readonly value: string
  readonly choose: (value: string) => void
  readonly children: ReactNode
}

/**
 * A select whose choice does something. By mouse it is done at once. By keys it is done with Enter, or the button that
 * appears: letters and arrows go through all that lies between.
 */
export function Choose({ id, label, value, choose, children }: Props) {
  const [pending, setPending] = useState<string>()
  const byKeys = useRef(false)
  const done = (chosen: string) => {
    setPending(undefined)
    if (chosen !== value) choose(chosen)
  }
  const press = (event: KeyboardEvent) => {
    byKeys.current = event.key.length === 1 ? event.key !== ' ' : event.key.startsWith('Arrow')
    if (event.key !== 'Enter' || pending === undefined) return
    event.preventDefault()
    done(pending)
  }
  return (
    <span className="choose">
      <select
        id={id}
        aria-label={label}
        value={pending ?? value}
        onKeyDown={press}
        onPointerDown={() => {
          byKeys.current = false
        }}
        onChange={({ target }) => (byKeys.current ? setPending(target.value) : done(target.value))}
      >
        {children}
      </select>
      {pending !== undefined && pending !== value && (
        <button type="button" onClick={() => done(pending)}>
          {say.shell.take} <kbd>Enter</kbd>
        </button>
      )}
    </span>
  )
}
