/** Somebody in an authority file: who it is, by what names, and what is told for knowing them by. */
export interface AuthorityEntry {
  /** 'wikidata', 'viaf', 'house' … */
  readonly scheme: string
  readonly identifier: string
  readonly type: 'person' | 'organisation'
  readonly name: string
  readonly aliases: readonly string[]
  /** ISO: a year, a month or a day. */
  readonly born: string | null
  readonly gender: 'female' | 'male' | 'other' | null
  /** Occupations and offices, as words. */
  readonly roles: readonly string[]
}

/** A row of an authority file, or why it is none. */
export type AuthorityRow =
  | { readonly line: number; readonly entry: AuthorityEntry }
  | { readonly line: number; readonly problem: string }

export const AUTHORITY_FORMS = ['csv', 'jsonl', 'wikidata'] as const
export type AuthorityForm = (typeof AUTHORITY_FORMS)[number]

const MOST = 30
const LONGEST = 200
const SCHEME = /^[a-z][a-z0-9.-]{0,39}$/

/**
 * An entry out of named fields, as CSV and JSON lines have them: id (or identifier), name, and, where they are told,
 * scheme, type, aliases, born, gender, roles. Gives the reason where it is none.
 */
export function entryOf(
  fields: Readonly<Record<string, unknown>>,
  scheme: string | undefined,
): AuthorityEntry | string {
  const text = (...names: string[]) => {
    for (const name of names) {
      const value = fields[name]
      if (typeof value === 'string' && value.trim()) return value.trim()
      if (typeof value === 'number') return String(value)
    }
    return undefined
  }
  const of = (text('scheme') ?? scheme)?.toLowerCase()
  const identifier = text('identifier', 'id', 'qid')
  const name = text('name', 'label')
  const type = text('type')?.toLowerCase() ?? 'person'
  const born = text('born', 'birth', 'birthDate', 'birth_date') ?? null
  const gender = text('gender')?.toLowerCase() ?? null
  if (of === undefined)
    return 'It does not say whose identifier it has: add a column "scheme", or give --scheme.'
  if (!SCHEME.test(of)) return `"${of.slice(0, 50)}" is no scheme: use a to z, 0 to 9, "." and "-".`
  if (identifier === undefined) return 'It has no identifier: a field "id" is needed.'
  if (identifier.length > LONGEST) return `Its identifier is longer than ${LONGEST} characters.`
  if (name === undefined) return 'It has no name: a field "name" is needed.'
  if (type !== 'person' && type !== 'organisation')
    return `"${type.slice(0, 50)}" is no type: person or organisation.`
  if (born !== null && !isDate(born))
    return `"${born.slice(0, 50)}" is no date of birth: YYYY, YYYY-MM or YYYY-MM-DD.`
  if (gender !== null && gender !== 'female' && gender !== 'male' && gender !== 'other')
    return `"${gender.slice(0, 50)}" is no gender: female, male or other.`
  return {
    scheme: of,
    identifier,
    type,
    name: cut(name),
    aliases: listOf(fields.aliases ?? fields.alias),
    born,
    gender,
    roles: listOf(fields.roles ?? fields.role ?? fields.occupations ?? fields.occupation),
  }
}

export const cut = (text: string): string => text.slice(0, LONGEST)

/** Different words, as an array has them or a text between "|" or ";". */
export function listOf(value: unknown): string[] {
  const all = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[|;]/) : []
  const words = all.flatMap(one => (typeof one === 'string' && one.trim() ? [cut(one.trim())] : []))
  return [...new Set(words)].slice(0, MOST)
}

export function isDate(date: string): boolean {
  const [, month = '01', day = '01'] = /^\d{4}(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? []
  if (!/^\d{4}/.test(date) || !/^\d{4}(?:-\d\d){0,2}$/.test(date)) return false
  const time = Date.parse(`${date.slice(0, 4)}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).getUTCDate() === Number(day)
}
