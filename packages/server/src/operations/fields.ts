import { z } from 'zod'
import type { Operation } from './operation.js'

/** A field of an operation's input, as JSON Schema has it. */
export interface Field {
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object'
  readonly enum?: readonly string[]
  readonly items?: Field
  readonly description?: string
  readonly default?: unknown
}

export interface Fields {
  readonly fields: Readonly<Record<string, Field>>
  readonly required: readonly string[]
}

/** What may be asked of an operation, as JSON Schema. */
export function fieldsOf({ input }: Operation): Fields {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  return {
    fields: (schema.properties ?? {}) as Record<string, Field>,
    required: schema.required ?? [],
  }
}

/** What is wrong with what was asked: the field as `nameOf` calls it, and the value's limits. */
export const sayIssues = (error: z.ZodError, nameOf: (field: string) => string): string =>
  error.issues
    .map(issue => {
      // "--kind", not "--kind.0"
      const path = issue.path.filter(part => typeof part !== 'number').map(String)
      return `${path.map(nameOf).join('.') || 'input'}: ${limitsOf(issue)}`
    })
    .join('; ')

/** What a value has to be, in words. */
function limitsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `it is one of ${issue.values.join(', ')}.`
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `it is ${issue.minimum} at least.`
        : `it is too short: ${issue.minimum} at least.`
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `it is ${issue.maximum} at most.`
        : `it is too long: ${issue.maximum} at most.`
    default:
      return issue.message
  }
}
