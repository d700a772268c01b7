import type { ReactNode } from 'react'
import { Failure } from './Failure.js'
import { Loading } from './Loading.js'

interface Props<T> {
  /** A query, or one of pages. */
  readonly of: {
    readonly data: T | undefined
    readonly error: unknown
    readonly isPending: boolean
    readonly refetch: () => unknown
  }
  readonly children: (answer: T) => ReactNode
}

/** What was asked, in whichever state it is: on its way, failed, or here. What is here stays while it is asked anew. */
export function Answer<T>({ of: { data, error, isPending, refetch }, children }: Props<T>) {
  if (data !== undefined) return children(data)
  if (isPending) return <Loading />
  return <Failure error={error} again={() => refetch()} />
}
