import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { say } from '../messages/index.js'

/** Is the view seen? Where a login is asked for it stays, and is not. */
export const Seen = createContext(true)

interface Props {
  readonly title: string
  /** A few words above the title: what kind of page it is. */
  readonly kicker?: ReactNode
  /** For a view of the desk's whole width; else the text's measure is its width. */
  readonly wide?: boolean
  /** A class of the view's own. */
  readonly className?: string
  /** The title stands in the page already, for those who see it. */
  readonly titleWithin?: boolean
  readonly children?: ReactNode
}

/** Where the heading had the focus last. What the browser opened first keeps the browser's focus. */
let last = location.pathname

/** What every view is within: its one heading, which takes the focus when one comes to it, and its name in the window. */
export function Page({ title, kicker, wide, className = '', titleWithin, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const seen = useContext(Seen)
  useEffect(() => {
    if (seen) document.title = title === say.shell.name ? title : `${title} · ${say.shell.name}`
  }, [title, seen])
  useEffect(() => {
    if (location.pathname === last) return
    last = location.pathname
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return (
    <div className={`page ${wide ? 'wide' : ''} ${className}`}>
      <header className="page-head">
        {kicker !== undefined && <p className="kicker">{kicker}</p>}
        <h1
          ref={heading}
          tabIndex={-1}
          dir="auto"
          className={titleWithin ? 'only-heard' : undefined}
        >
          {title}
        </h1>
      </header>
      {children}
    </div>
  )
}
