import { useMemo } from 'react'
import { useSearchParams } from 'wouter'

/** What an address asks, behind its "?". */
export interface Address {
  /** Undefined where it is not told, or empty. */
  readonly one: (name: string) => string | undefined
  readonly all: (name: string) => string[]
  /** Goes to the same page with other values; undefined or [] takes one away. */
  readonly set: (values: Values, options?: { replace?: boolean }) => void
}

type Values = Readonly<Record<string, string | readonly string[] | undefined>>

/** The state of a view that stands in its address: so it can be sent, kept and gone back to. */
export function useAddress(): Address {
  const [params, setParams] = useSearchParams()
  return useMemo(
    () => ({
      one: name => params.get(name) || undefined,
      all: name => params.getAll(name).filter(value => value !== ''),
      set: (values, options) => setParams(before => withValues(before, values), options),
    }),
    [params, setParams],
  )
}

function withValues(before: URLSearchParams, values: Values): URLSearchParams {
  const params = new URLSearchParams(before)
  for (const [name, value] of Object.entries(values)) {
    params.delete(name)
    for (const one of [value ?? []].flat()) if (one !== '') params.append(name, one)
  }
  return params
}

/** An address of the desk: `to('/search', { q: 'ferry', outlet: ['Courier'] })` is "/search?q=ferry&outlet=Courier". */
export function to(path: string, values: Values = {}): string {
  const params = withValues(new URLSearchParams(), values)
  return params.size > 0 ? `${path}?${params}` : path
}
