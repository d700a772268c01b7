import type { Normal, ValueType } from '@onrecord/engine'
import { z } from 'zod'

export const valueTypes = ['date', 'time', 'duration', 'money', 'percent', 'number', 'age'] as const

const quantity = z.union([
  z.number(),
  z
    .strictObject({ min: z.number(), max: z.number() })
    .partial()
    .refine(({ min, max }) => (min ?? max) !== undefined && (min ?? 0) <= (max ?? Infinity), {
      message: 'Give min, max or both, the lesser first.',
    }),
])
const day = z
  .string()
  .regex(/^(?:-?\d{4}|-[W-]|T\d\d)[\dTW:.+Z-]*$/, 'Give ISO 8601, as 2018-03-15.')
const period = z.string().regex(/^P(?=.)[\dYMWDTHS.,]+$/, 'Give ISO 8601, as P3D.')
const from = <T extends z.ZodType>(one: T) =>
  z.union([
    one,
    z
      .strictObject({ start: one, end: one })
      .partial()
      .refine(({ start, end }) => (start ?? end) !== undefined, 'Give start, end or both.'),
  ])

/** What a value of a type can come to: see `Normal`. */
const normals: Readonly<Record<ValueType, z.ZodType>> = {
  date: from(day),
  time: from(day),
  duration: from(period),
  money: z.strictObject({
    amount: quantity,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'Give ISO 4217, as GBP.')
      .optional(),
  }),
  percent: quantity,
  number: quantity,
  age: quantity,
}

export const normal = z
  .union([z.string().max(200), z.number(), z.record(z.string(), z.unknown())])
  .describe(
    'date and time: ISO 8601, or { start, end } with the end exclusive; duration: "P3D"; money: { amount, currency }; else a number, or { min, max }.',
  )

/** The value, if that is what a value of this type can come to; else what is wrong. */
export function readNormal(type: ValueType, value: unknown): { is: Normal } | { wrong: string } {
  const read = normals[type].safeParse(value)
  if (read.success) return { is: read.data as Normal }
  const [issue] = read.error.issues
  return { wrong: `${JSON.stringify(value)} is no ${type}. ${issue?.message ?? ''}`.trim() }
}
