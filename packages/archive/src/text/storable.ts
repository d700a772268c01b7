/**
 * What both databases can hold as it is: U+0000 (PostgreSQL takes none, SQLite's driver ends a text there) and halves of
 * surrogate pairs (UTF-8 has none) become U+FFFD. As many code units as before, so every offset stays right. Strings
 * within lists and plain objects too; bytes are left alone.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '\ufffd') as T
  if (Array.isArray(value)) return value.map(storable) as T
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, storable(part)]),
  ) as T
}

export const isStorable = (text: string): boolean => text.search(UNSTORABLE) < 0

const UNSTORABLE = /[\0\p{Surrogate}]/gu
