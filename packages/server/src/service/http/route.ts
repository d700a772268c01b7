import { changesAnything, type Operation } from '../../operations/operation.js'

/** Where an operation is found: what only reads by GET, what changes something or is long by POST. */
export interface Route {
  readonly method: 'GET' | 'POST'
  /** Below the host, fields in braces. */
  readonly path: string
  /** The fields in the path. */
  readonly inPath: readonly string[]
}

export const API = '/api'

export function routeOf(operation: Operation): Route {
  const { name, path, long } = operation
  const below = path ?? `/${name.split(' ').join('/')}`
  return {
    method: !changesAnything(operation) && !long ? 'GET' : 'POST',
    path: API + below,
    inPath: [...below.matchAll(/\{(\w+)\}/g)].map(match => match[1]!),
  }
}
