import { type KeyboardEvent, useRef } from 'react'

interface Props {
  readonly label: string
  /** In order, with what each is called for those who hear the page. */
  readonly bars: readonly { readonly at: string; readonly count: number; readonly says: string }[]
  /** Below the first and the last bar. */
  readonly ends: readonly [string, string]
  readonly pick?: ((at: string) => void) | undefined
}

/** How many at which time. Where bars can be picked they are one stop of the Tab key, and arrows go through them. */
export function Bars({ label, bars, ends, pick }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const go = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const all = [...list.current!.querySelectorAll('button')]
    const here = all.indexOf(document.activeElement as HTMLButtonElement)
    all[Math.max(0, Math.min(all.length - 1, here + step))]?.focus()
  }
  return (
    <div className="bars">
      <ol aria-label={label} ref={list} onKeyDown={pick && go}>
        {bars.map(({ at, count, says }, k) => {
          const bar = <span className="bar" style={{ blockSize: `${(100 * count) / most}%` }} />
          return (
            <li key={at}>
              {pick ? (
                <button
                  type="button"
                  title={says}
                  aria-label={says}
                  tabIndex={k === bars.length - 1 ? 0 : -1}
                  onClick={() => pick(at)}
                >
                  {bar}
                </button>
              ) : (
                <span title={says}>
                  {bar}
                  <span className="only-heard">{says}</span>
                </span>
              )}
            </li>
          )
        })}
      </ol>
      <p className="meta bars-ends" aria-hidden="true">
        <span>{ends[0]}</span>
        {ends[1] !== ends[0] && <span>{ends[1]}</span>}
      </p>
    </div>
  )
}
