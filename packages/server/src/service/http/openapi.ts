import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { fieldsOf } from '../../operations/fields.js'
import type { Operation } from '../../operations/operation.js'
import { STATUSES } from './refusal.js'
import { routeOf } from './route.js'

type Json = Readonly<Record<string, unknown>>

/** The service's description for programs: OpenAPI 3.1, out of the operations. */
export function openApi(operations: readonly Operation[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of operations) {
    const { path, method } = routeOf(operation)
    paths[path] = { ...paths[path], [method.toLowerCase()]: entryOf(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Onrecord',
      version,
      summary: 'Who said what: an archive of press stories and their records.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { schemas: { Error: ERROR, ...recordSchemas() } },
  }
}

function entryOf(operation: Operation): Json {
  const { fields, required } = fieldsOf(operation)
  const { method, inPath } = routeOf(operation)
  const inQuery = Object.keys(fields).filter(name => !inPath.includes(name))
  const parameter = (name: string, place: 'path' | 'query') => {
    const { description, ...schema } = fields[name]!
    const needed = place === 'path' || required.includes(name)
    return { name, in: place, description, required: needed, schema }
  }
  return {
    operationId: operation.name.replace(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase()),
    'x-operation': operation.name,
    summary: operation.summary,
    description: operation.description,
    tags: [operation.permission],
    parameters: [
      ...inPath.map(name => parameter(name, 'path')),
      ...(method === 'GET' ? inQuery.map(name => parameter(name, 'query')) : []),
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
          },
        },
      },
    }),
    responses: {
      200: {
        description: operation.stream
          ? 'The answer; where a format is asked for, a file of it.'
          : 'The answer.',
        content: {
          'application/json': { schema: answerOf(operation) },
          ...(operation.stream && { '*/*': { schema: { type: 'string', format: 'binary' } } }),
        },
      },
      ...(method === 'GET' && { 304: { description: 'It is as the ETag says.' } }),
      ...Object.fromEntries(
        Object.entries(STATUSES).map(([status, description]) => [
          status,
          { description, content: SAYS_NO },
        ]),
      ),
    },
  }
}

/** What is answered, with the record as its published schema has it. */
const answerOf = ({ output }: Operation): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(output, {
    io: 'output',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (z.globalRegistry.get(zodSchema)?.record) jsonSchema.$ref = '#/components/schemas/Record'
    },
  })
  return schema
}

const SAYS_NO = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }

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
