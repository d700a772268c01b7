import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { fileError, InputError } from '../errors.js'
import { readAll } from './bytes.js'
import { decode } from './decode.js'
import { type Entry, type Input, JSON_LIMIT, type Place, stem } from './entry.js'
import { INDEX, toIndex } from './index-file.js'
import { toStory } from './story.js'

/**
 * A .json file: one story, or an array of them. A story without an id is named after the file, in an array with its
 * number behind. The file is held whole; the stream form has no such limit.
 */
export function jsonFile(file: string): Input {
  return {
    one: false,
    async *entries(): AsyncGenerator<Entry> {
      let value: unknown
      let bytes = 0
      try {
        const content = await readAll(
          createReadStream(file),
          JSON_LIMIT,
          'Give it as .jsonl, one story a line.',
        )
        bytes = content.length
        value = parse(content)
        if (basename(file) === INDEX && toIndex(value)) throw indexAlone()
      } catch (error) {
        yield { place: { file }, one: true, bytes, error: fileError(error) }
        return
      }
      if (!Array.isArray(value)) yield entry(value, { file }, true, bytes, stem(file))
      else yield* ofArray(value, file, bytes / value.length)
    },
  }
}

function* ofArray(values: readonly unknown[], file: string, bytes: number): Generator<Entry> {
  if (values.length === 0) {
    const error = new InputError('no-stories', 'It is an empty array: there is no story in it.')
    yield { place: { file }, one: false, bytes: 0, error }
  }
  for (const [i, value] of values.entries()) {
    yield entry(value, { file, line: i + 1 }, false, bytes, `${stem(file)}#${i + 1}`)
  }
}

function entry(value: unknown, place: Place, one: boolean, bytes: number, id: string): Entry {
  try {
    return { place, one, bytes, story: toStory(value, id) }
  } catch (error) {
    return { place, one, bytes, error: error as InputError }
  }
}

function parse(content: Buffer): unknown {
  const text = decode(content)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new InputError(
      'bad-json',
      `It is not JSON: ${(error as Error).message.slice(0, 200)}. If it holds one story a line, name it .jsonl.`,
    )
  }
}

const indexAlone = () =>
  new InputError(
    'no-stories',
    'It tells of the text files beside it and holds no story. Read its directory instead.',
  )
