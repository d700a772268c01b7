import { createReadStream } from 'node:fs'
import { fileError, InputError } from '../errors.js'
import { type Chunks, readAll } from './bytes.js'
import { decode, type Encoding } from './decode.js'
import { type Entry, type Input, type Place, STDIN, STORY_LIMIT, stem } from './entry.js'
import { toStory } from './story.js'

/** What is known of a text file's story; `id` is in it where the story has one of its own. */
export type TextMeta = Readonly<Record<string, unknown>>

/** A plain text file: one story, its id the path as given without the extension, unless `meta` has another. */
export const textFile = (file: string, encoding?: Encoding, meta?: TextMeta): Input =>
  textInput(() => createReadStream(file), { file }, stem(file), encoding, meta)

/** Plain text on standard input: one story, its id "stdin". */
export const textStream = (stdin: Chunks, encoding?: Encoding): Input =>
  textInput(() => stdin, { file: STDIN }, STDIN, encoding)

function textInput(
  open: () => Chunks,
  place: Place,
  id: string,
  encoding?: Encoding,
  meta: TextMeta = {},
): Input {
  return {
    one: true,
    async *entries(): AsyncGenerator<Entry> {
      let bytes = 0
      try {
        const content = await readAll(open(), STORY_LIMIT, 'Split it into its stories.')
        bytes = content.length
        if (bytes === 0 && place.file === STDIN) throw nothingCame()
        const story = toStory({ ...meta, text: decode(content, encoding) }, id)
        yield { place, one: true, bytes, story }
      } catch (error) {
        yield { place, one: true, bytes, error: fileError(error) }
      }
    },
  }
}

const nothingCame = () =>
  new InputError('no-text', 'Nothing came on standard input. Name a file, or pipe a story in.')
