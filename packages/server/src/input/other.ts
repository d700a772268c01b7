import { closeSync, openSync, readSync } from 'node:fs'
import { extname } from 'node:path'
import type { StoryInput } from '@onrecord/engine'
import type { Found, Incoming, Problem, Source } from '@onrecord/formats'
import { certainOf } from '@onrecord/formats/certain'
import { type ErrorCode, InputError } from '../errors.js'
import { refusedLanguage } from '../intake/language.js'
import { type Entry, type Input, stem } from './entry.js'

/** Bytes of a file that tell its kind. */
export const HEAD = 4096

/** What is read here itself: plain text, and stories in JSON as the stream form has them. */
const OWN: ReadonlySet<string> = new Set(['plain', 'json', 'jsonl', 'json or jsonl'])
const OWN_ENDINGS: ReadonlySet<string> = new Set([
  '',
  '.txt',
  '.text',
  '.md',
  '.json',
  '.jsonl',
  '.ndjson',
])

/**
 * Is it of a kind that `add` takes and that is neither text nor stories in JSON: a page, a PDF, a feed, a WARC …? By its
 * first bytes; where they leave a doubt, by its name. The readers of those kinds are loaded only where they may be needed.
 */
export async function isOther(name: string, head: Uint8Array): Promise<boolean> {
  const certain = certainOf(head)
  if (certain) return !OWN.has(certain)
  if (OWN_ENDINGS.has(extname(name).toLowerCase())) return false
  const { chooseFormat, FORMATS } = await import('@onrecord/formats')
  const format = chooseFormat({ name }, head, FORMATS)
  return format !== undefined && !OWN.has(format.name)
}

/** Does the name's ending tell such a kind? */
export async function isOtherName(name: string): Promise<boolean> {
  if (OWN_ENDINGS.has(extname(name).toLowerCase())) return false
  const { formatOfName, FORMATS } = await import('@onrecord/formats')
  const format = formatOfName(name, FORMATS)
  return format !== undefined && !OWN.has(format.name)
}

/** The first bytes of a file; of a pipe none, since they could not be read twice. Throws the system's error. */
export function headOf(path: string, isFile: boolean): Uint8Array {
  if (!isFile) return new Uint8Array()
  const file = openSync(path, 'r')
  try {
    const head = new Uint8Array(HEAD)
    return head.subarray(0, readSync(file, head))
  } finally {
    closeSync(file)
  }
}

/** The stories of such a file, as `add` takes them out of it: text with what the file says of it. */
export async function otherInput(source: Source, head: Uint8Array): Promise<Input> {
  const { chooseFormat, FORMATS, readSource, SINGLE } = await import('@onrecord/formats')
  const one = SINGLE.has(chooseFormat(source, head, FORMATS)?.name ?? '')
  return {
    one,
    async *entries(): AsyncGenerator<Entry> {
      let taken = 0
      async function* counted() {
        for await (const chunk of source.bytes()) {
          taken += chunk.length
          yield chunk
        }
      }
      let number = 0
      for await (const found of readSource({ ...source, bytes: counted })) {
        number++
        const bytes = taken
        taken = 0
        const place = { file: source.name, ...(!one && { line: number }) }
        const id = one ? stem(source.name) : `${stem(source.name)}#${number}`
        yield { place, one, bytes, ...toEntry(found, id) }
      }
    },
  }
}

function toEntry(found: Found, id: string): { story: StoryInput } | { error: InputError } {
  if ('problem' in found) return { error: toError(found.problem, id) }
  const { story } = found
  const refused = refusedLanguage(story)
  if (refused) return { error: new InputError('not-readable', refused, story.id ?? id) }
  return { story: toInput(story, id) }
}

function toInput(
  { text, id, title, outlet, byline, url, published }: Incoming,
  idIfNone: string,
): StoryInput {
  return {
    id: id ?? idIfNone,
    text,
    ...(title !== undefined && { title }),
    ...(outlet !== undefined && { outlet }),
    ...(byline !== undefined && { byline }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
  }
}

/** Codes of problems that the stream form has too, and what it calls another. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  'not-found': 'not-found',
  'no-stories': 'no-stories',
  'no-text': 'no-text',
  'bad-encoding': 'bad-encoding',
  'too-large': 'too-long',
}

const toError = ({ code, message }: Problem, id: string) =>
  new InputError(CODES[code] ?? 'not-readable', message, id)
