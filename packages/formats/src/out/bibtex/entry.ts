/** A field's name and what stands in it, escaped; false where there is none. */
export type Field = readonly [name: string, value: string | false]

/** An entry, a field a line, with an empty line behind it. Values are balanced in their braces. */
export function entryOf(type: string, key: string, fields: readonly Field[]): string {
  const lines = fields.flatMap(([name, value]) =>
    value === false || value === '' ? [] : [`  ${name} = {${value}},\n`],
  )
  return `@${type}{${key},\n${lines.join('')}}\n\n`
}
