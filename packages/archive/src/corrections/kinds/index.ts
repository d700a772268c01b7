import { z } from 'zod'
import { accept } from './accept.js'
import { addEntity } from './add-entity.js'
import { addFact } from './add-fact.js'
import { addFinding } from './add-finding.js'
import { addQuote } from './add-quote.js'
import { addValue } from './add-value.js'
import { changeEntity } from './change-entity.js'
import { changeFact } from './change-fact.js'
import { changeFinding } from './change-finding.js'
import { changeQuote } from './change-quote.js'
import { changeValue } from './change-value.js'
import { check } from './check.js'
import { remove } from './delete.js'
import type { Kind } from './kind.js'
import { mention } from './mention.js'
import { merge } from './merge.js'
import { split } from './split.js'

const all = [
  changeQuote,
  addQuote,
  changeEntity,
  addEntity,
  mention,
  changeValue,
  addValue,
  changeFact,
  addFact,
  changeFinding,
  addFinding,
  merge,
  split,
  remove,
  accept,
  check,
] as const

type Schemas<T> = { readonly [K in keyof T]: T[K] extends Kind<infer S> ? S : never }

/** One edit of a record, as an editor gives it. */
export const edit = z.discriminatedUnion(
  'do',
  all.map(one => one.schema) as unknown as Schemas<typeof all>,
  { error: () => `Nothing of that name can be done. There are: ${editKinds.join(', ')}.` },
)

export type Edit = z.output<typeof edit>
export type EditKind = Edit['do']

const byName = new Map(all.map(one => [one.schema.shape.do.value, one as unknown as Kind]))

export const editKinds = [...byName.keys()]

export const kindOfEdit = ({ do: name }: Edit): Kind => byName.get(name)!
