import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'

export interface Tab {
  readonly id: string
  readonly name: string
  readonly count?: number | undefined
  readonly content: () => ReactNode
}

/** Lists of which one is shown, chosen with the arrow keys as tabs are. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const base = useId()
  const [chosen, setChosen] = useState(tabs[0]!.id)
  const tab = tabs.find(({ id }) => id === chosen) ?? tabs[0]!
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const at = tabs.indexOf(tab)
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = tabs[(to + tabs.length) % tabs.length]!
    setChosen(next.id)
    document.getElementById(`${base}-${next.id}`)?.focus()
  }
  return (
    <div className="tabs">
      <div role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ id, name, count }) => (
          <button
            key={id}
            id={`${base}-${id}`}
            type="button"
            role="tab"
            aria-selected={id === tab.id}
            aria-controls={`${base}-panel`}
            tabIndex={id === tab.id ? 0 : -1}
            onClick={() => setChosen(id)}
          >
            {name}
            {count !== undefined && count > 0 && <span className="tab-count"> {count}</span>}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a tab's panel takes the focus, so that keys scroll it */}
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${tab.id}`} tabIndex={0}>
        {tab.content()}
      </div>
    </div>
  )
}
