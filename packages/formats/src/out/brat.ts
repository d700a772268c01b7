import type { StoryRecord } from '@onrecord/engine'
import { annOf } from './brat/ann.js'
import { annotationConf, visualConf } from './brat/conf.js'
import type { OutFormat } from './out.js'
import { fileNames, type TarFile, tar } from './tar.js'
import { wellFormed } from './well-formed.js'

/**
 * brat standoff: for each story its text (ID.txt) and its annotations (ID.ann), with the configuration that brat needs, as
 * one tar archive; unpacked into brat's data folder it is a collection. Offsets count code points, as brat does, in the text
 * as it is: line ends are not touched, so a program that turns CR LF into LF as it reads (Python's `open` without
 * `newline=''`) is off by one a line. What ann.ts says is left out is left out. Names of files: `fileNames`.
 */
export const brat: OutFormat = {
  name: 'brat',
  summary: 'Text and standoff annotations for the brat annotation tool, as a tar archive.',
  mediaType: 'application/x-tar',
  extension: 'tar',
  write: records => tar(filesOf(records)),
}

async function* filesOf(records: AsyncIterable<StoryRecord>): AsyncGenerator<TarFile> {
  yield { path: 'annotation.conf', text: annotationConf }
  yield { path: 'visual.conf', text: visualConf }
  const nameOf = fileNames()
  for await (const record of records) {
    const name = nameOf(record.story.id)
    yield { path: `${name}.txt`, text: wellFormed(record.story.text) }
    yield { path: `${name}.ann`, text: annOf(record) }
  }
}

export {
  type BratDocument,
  type BratEvent,
  type BratRelation,
  type BratSpan,
  readBrat,
} from './brat/read.js'
