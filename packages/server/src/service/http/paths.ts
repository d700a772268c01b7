import { z } from 'zod'
import { STATUSES } from './refusal.js'

export type Json = Readonly<Record<string, unknown>>

/** What the service answers at its paths, as OpenAPI has it: by path, then by method in small letters. */
export type Paths = Readonly<Record<string, Readonly<Record<string, Json>>>>

/** A route that no operation is behind. */
export interface Described {
  /** A name for programs, as "sendFile". */
  readonly id: string
  /** In one line, with a full stop. */
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly Json[]
  /** What is sent, by media type. */
  readonly body?: Readonly<Record<string, Json>>
  /** What is answered where nothing is refused. */
  readonly answers: Readonly<Record<number, Json>>
  /** Where to go on from an answer, by the operation's name: the field, and where it stands in the answer. */
  readonly links?: Links
}

/** Operations that go on from an answer: for each of their fields, where its value stands there, as a JSON pointer. */
export type Links = Readonly<Record<string, Readonly<Record<string, string>>>>

export const describeRoute = (route: Described): Json => ({
  operationId: route.id,
  summary: route.summary,
  ...(route.description !== undefined && { description: route.description }),
  tags: ['service'],
  ...(route.parameters && { parameters: route.parameters }),
  ...(route.body && { requestBody: { required: true, content: contentOf(route.body) } }),
  responses: {
    ...REFUSALS,
    ...Object.fromEntries(
      Object.entries(route.answers).map(([status, answer]) => [
        status,
        { ...answer, ...(route.links && { links: linksOf(route.links) }) },
      ]),
    ),
  },
})

/** An answer: what it is, and what stands in it, by media type. */
export const answered = (
  description: string,
  content: Readonly<Record<string, Json>> = {},
): Json =>
  Object.keys(content).length === 0 ? { description } : { description, content: contentOf(content) }

export const contentOf = (schemas: Readonly<Record<string, Json>>): Json =>
  Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, { schema }]))

export const parameter = (
  place: 'path' | 'query',
  name: string,
  description: string,
  schema: Json,
  needed = false,
): Json => ({ name, in: place, description, required: needed || place === 'path', schema })

/** What a schema answers, as JSON Schema. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return plain
}

/** An object with these fields, all of them needed, and no others. */
export const objectOf = (properties: Readonly<Record<string, Json>>): Json => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

export const operationId = (name: string): string =>
  name.replace(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase())

export const linksOf = (links: Links): Json =>
  Object.fromEntries(
    Object.entries(links).map(([name, fields]) => [
      operationId(name),
      {
        operationId: operationId(name),
        parameters: Object.fromEntries(
          Object.entries(fields).map(([field, pointer]) => [field, `$response.body#${pointer}`]),
        ),
      },
    ]),
  )

/** Every answer that says no. */
export const REFUSALS: Json = Object.fromEntries(
  Object.entries(STATUSES).map(([status, description]) => [
    status,
    answered(description, { 'application/json': { $ref: '#/components/schemas/Error' } }),
  ]),
)
