import { edit } from '@onrecord/archive'
import { z } from 'zod'

/**
 * An edit as it is typed: JSON, or in short its name, the ids it is about and one field:
 *
 * - `delete q3`, `accept q3`, `merge e1 e4`, `check`
 * - `change-quote q3 speakers=e2,e5`, `change-quote q3 content=“We will float her,”`, `change-entity e2 name=Ana Lund`
 * - `split e1 off=she`, `mention e2 span=the skipper`, `add-quote content=left early`
 */
export function editOfWords(typed: string): unknown {
  const line = typed.trim()
  if (line.startsWith('{')) {
    try {
      return JSON.parse(line)
    } catch {
      return typed
    }
  }
  const [, head = '', field, rest = ''] = /^([^=]*?)(?:\s(\w+)=(.*))?$/s.exec(line) ?? []
  const [name, ...ids] = head.split(/\s+/)
  const set = field === undefined ? {} : { [field]: readField(field, rest) }
  const shape = SHAPES.get(name ?? '')
  return { do: name, ...(shape ? shape(ids, set) : set) }
}

type Shape = (ids: string[], set: Readonly<Record<string, unknown>>) => object

const changed: Shape = ([item], set) => ({ item, set })
const ofItem: Shape = ([item], set) => ({ item, ...set })
const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['change-quote', changed],
  ['change-entity', changed],
  ['change-value', changed],
  ['change-fact', changed],
  ['change-finding', changed],
  ['delete', ofItem],
  ['accept', ofItem],
  ['split', ofItem],
  ['merge', items => ({ items })],
  ['mention', ([of = null], set) => ({ of: of === 'none' ? null : of, ...set })],
])

const LISTS = new Set(['content', 'cue', 'source', 'off', 'mentions', 'evidence', 'spans'])

function readField(field: string, text: string): unknown {
  if (LISTS.has(field)) return text === '' ? [] : [{ words: text }]
  if (field === 'span') return { words: text }
  if (field === 'speakers') return text.split(',').filter(Boolean)
  if (field === 'value' && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text)
  return text
}

/** An edit in an operation's input: an object as the schema has it, or typed in words. */
export const editInput = z
  .preprocess(told => (typeof told === 'string' ? editOfWords(told) : told), edit)
  .meta(jsonSchemaOfEdit())

function jsonSchemaOfEdit() {
  const { $schema: _, ...schema } = z.toJSONSchema(edit, { io: 'input', unrepresentable: 'any' })
  return schema as Record<string, unknown>
}
