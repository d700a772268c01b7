import { type Field, fieldsOf, sayIssues } from '../../operations/fields.js'
import type { Operation } from '../../operations/operation.js'
import { Refusal } from './refusal.js'
import { routeOf } from './route.js'

/** What of a request says what is asked. */
export interface Request {
  readonly inPath: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The body as JSON; undefined where there is none. */
  readonly body?: unknown
}

/** The input of an operation out of a request. Throws a Refusal that names each field that is not as described. */
export function askedOf(operation: Operation, { inPath, query, body }: Request): unknown {
  const { fields } = fieldsOf(operation)
  const route = routeOf(operation)
  const told = route.method === 'GET' ? ofQuery(query, fields) : ofBody(body)
  if (route.method === 'POST' && query.size > 0)
    throw bad(`${[...query.keys()][0]}: fields of this stand in the body, as JSON.`)
  for (const name of Object.keys(told)) {
    if (!(name in fields) || route.inPath.includes(name))
      throw bad(`${name}: there is no such field. There are: ${known(fields, route.inPath)}.`)
  }
  const input = operation.input.safeParse({ ...told, ...inPath })
  if (!input.success) throw bad(sayIssues(input.error, field => field))
  return input.data
}

const known = (fields: Readonly<Record<string, Field>>, inPath: readonly string[]) =>
  Object.keys(fields)
    .filter(name => !inPath.includes(name))
    .join(', ') || 'none'

const bad = (message: string) =>
  new Refusal(400, 'bad-query', message, 'Mend the request; /docs says what may be asked.')

function ofQuery(
  query: URLSearchParams,
  fields: Readonly<Record<string, Field>>,
): Record<string, unknown> {
  const told: Record<string, unknown> = {}
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name)
    const field = fields[name]
    if (field?.type === 'array') told[name] = values.map(value => ofWord(value, field.items))
    else if (values.length > 1) throw bad(`${name}: it is given ${values.length} times.`)
    else told[name] = ofWord(values[0]!, field)
  }
  return told
}

/** A word of an address as its field has it; one that does not fit stays a word, and the check says so. */
function ofWord(word: string, field: Field | undefined): unknown {
  if (field?.type === 'number' || field?.type === 'integer')
    return /^-?\d+(?:\.\d+)?$/.test(word) ? Number(word) : word
  if (field?.type === 'boolean') return word === 'true' ? true : word === 'false' ? false : word
  return word
}

function ofBody(body: unknown): Record<string, unknown> {
  if (body === undefined) return {}
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw bad('The body is not a JSON object such as {"field": "value"}.')
  return body as Record<string, unknown>
}
