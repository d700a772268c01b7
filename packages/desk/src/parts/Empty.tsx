import type { ReactNode } from 'react'

/** Where there is nothing: why, and what one can do. */
export const Empty = ({ says, children }: { says: string; children?: ReactNode }) => (
  <div className="empty">
    <p className="empty-says">{says}</p>
    {children}
  </div>
)
