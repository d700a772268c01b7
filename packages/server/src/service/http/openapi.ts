import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { fieldsOf } from '../../operations/fields.js'
import type { Operation } from '../../operations/operation.js'
import {
  answered,
  type Json,
  linksOf,
  operationId,
  type Paths,
  parameter,
  REFUSALS,
} from './paths.js'
import { routeOf } from './route.js'

/** The service's description for programs: OpenAPI 3.1, out of what is described at its paths. */
export function openApi(paths: Paths, version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Onrecord',
      version,
      summary: 'Who said what: an archive of press stories and their records.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    // alone on its machine the service asks for no login
    security: [{ token: [] }, {}],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: ERROR, ...recordSchemas() },
    },
  }
}

/** The paths of operations. */
export function pathsOf(operations: readonly Operation[]): Paths {
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of operations) {
    const { path, method } = routeOf(operation)
    paths[path] = { ...paths[path], [method.toLowerCase()]: entryOf(operation) }
  }
  return paths
}

/** Paths of several parts of the service. Where two share a path and a method, it takes and answers what both do. */
export function allPaths(parts: readonly Paths[]): Paths {
  const all: Record<string, Record<string, Json>> = {}
  for (const part of parts) {
    for (const [path, methods] of Object.entries(part)) {
      const known = all[path] ?? {}
      for (const [method, entry] of Object.entries(methods))
        known[method] = known[method] ? joined(known[method], entry) : entry
      all[path] = known
    }
  }
  return all
}

/** The second of two entries, with the media types of both. */
function joined(one: Json, other: Json): Json {
  type Content = { readonly content: Json }
  type Entry = { readonly requestBody: Content; readonly responses: { readonly 200: Content } }
  const [a, b] = [one, other] as unknown as readonly [Entry, Entry]
  const content = (x: Content, y: Content) => ({ ...y, content: { ...x.content, ...y.content } })
  return {
    ...other,
    requestBody: content(a.requestBody, b.requestBody),
    responses: { ...b.responses, 200: content(a.responses[200], b.responses[200]) },
  }
}

function entryOf(operation: Operation): Json {
  const { fields, required } = fieldsOf(operation)
  const { method, inPath } = routeOf(operation)
  const inQuery = Object.keys(fields).filter(name => !inPath.includes(name))
  const inPlace = (place: 'path' | 'query') => (name: string) => {
    const { description = '', ...schema } = fields[name]!
    const examples = examplesOf(operation, input => input[name])
    return { ...parameter(place, name, description, schema, required.includes(name)), ...examples }
  }
  return {
    operationId: operationId(operation.name),
    'x-operation': operation.name,
    summary: operation.summary,
    description: operation.description,
    tags: [operation.permission],
    parameters: [
      ...inPath.map(inPlace('path')),
      ...(method === 'GET' ? inQuery.map(inPlace('query')) : []),
    ],
    ...(method === 'POST' && {
      requestBody: {
        required: required.some(name => !inPath.includes(name)),
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: Object.fromEntries(inQuery.map(name => [name, fields[name]])),
              required: required.filter(name => !inPath.includes(name)),
              additionalProperties: false,
            },
            ...examplesOf(operation, input =>
              Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name))),
            ),
          },
        },
      },
    }),
    responses: {
      200: {
        ...answered(
          operation.stream
            ? 'The answer; where a format is asked for, a file of it.'
            : 'The answer.',
          {
            'application/json': answerOf(operation),
            ...(operation.stream && { '*/*': {} }),
          },
        ),
        ...(operation.links && { links: linksOf(operation.links) }),
      },
      ...(method === 'GET' && { 304: { description: 'It is as the ETag says.' } }),
      ...REFUSALS,
    },
  }
}

/** The operation's examples as far as `part` of their input goes. */
function examplesOf(
  { examples }: Operation,
  part: (input: Readonly<Record<string, unknown>>) => unknown,
): Json {
  const parts = examples.flatMap(({ says, input }) => {
    const value = part(input)
    return value === undefined ? [] : [[says, { summary: says, value }] as const]
  })
  return parts.length > 0 ? { examples: Object.fromEntries(parts) } : {}
}

/** What is answered, with the record as its published schema has it. */
const answerOf = ({ output }: Operation): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(output, {
    io: 'output',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (z.globalRegistry.get(zodSchema)?.record) jsonSchema.$ref = '#/components/schemas/Record'
      // as many values of one kind: not all that read OpenAPI know tuples
      if (jsonSchema.prefixItems) {
        jsonSchema.items = { anyOf: [...jsonSchema.prefixItems] } as typeof jsonSchema
        delete jsonSchema.prefixItems
      }
    },
  })
  return schema
}

const ERROR = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        code: { type: 'string', description: 'For programs; stays as it is.' },
        message: { type: 'string', description: 'What is wrong, in plain words.' },
        advice: { type: 'string', description: 'What to do about it.' },
      },
      required: ['code', 'message', 'advice'],
    },
  },
  required: ['error'],
}

/** The record's published schema, as components of this document. */
function recordSchemas(): Json {
  const file = createRequire(import.meta.url).resolve('@onrecord/engine/schema.json')
  const text = readFileSync(file, 'utf8').replaceAll('#/$defs/', '#/components/schemas/Record-')
  const { $defs, $schema: _, $id: _id, ...record } = JSON.parse(text)
  const parts = Object.entries($defs as Json).map(([name, schema]) => [`Record-${name}`, schema])
  return { Record: record, ...Object.fromEntries(parts) }
}
