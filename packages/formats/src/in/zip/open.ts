import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl'
import { readAll } from '../bytes/read-all.js'
import { sizeOf } from '../bytes/size.js'
import { messageOf, Spoilt } from '../bytes/spoilt.js'
import type { Limits, Source } from '../incoming.js'

/** A ZIP whose directory was read and found to keep the limits; nothing is unpacked yet. */
export interface Zip {
  readonly file: ZipFile
  readonly entries: readonly ZipEntry[]
  close(): void
}

export interface ZipEntry {
  /** Its name in the archive: never a path on this machine. */
  readonly name: string
  readonly entry: Entry
}

/** A ZIP that does not lie on this machine is held whole, up to this. */
const HELD = 256 * 2 ** 20

// `decodeStrings` would refuse the whole archive for one odd name; names are only compared here.
const OPTIONS = {
  lazyEntries: true,
  autoClose: false,
  decodeStrings: false,
  validateEntrySizes: false,
}

/**
 * Opens a ZIP by its path, or its bytes where it has none, and reads its directory. Throws a Spoilt where it is no ZIP
 * ('broken'), has more entries than `entries` or unpacks to more than `inflatedBytes` ('too-large') or to more than
 * `ratio` times its size ('bomb'), by what its directory says; or where its entries overlap ('bomb').
 */
export async function openZip(source: Source, limits: Limits): Promise<Zip> {
  const file = source.path
    ? await opened(done => open(source.path!, OPTIONS, done))
    : await fromBytes(source, limits)
  try {
    if (file.entryCount > limits.entries) throw tooMany(file.entryCount, limits)
    const entries = await directoryOf(file, limits)
    checkSizes(entries, file.fileSize, limits)
    return { file, entries, close: () => file.close() }
  } catch (error) {
    file.close()
    throw error
  }
}

async function fromBytes(source: Source, limits: Limits): Promise<ZipFile> {
  const bytes = await readAll(source.bytes(), Math.min(HELD, limits.inflatedBytes))
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return opened(done => fromBuffer(buffer, OPTIONS, done))
}

type Done = (error: Error | null, file: ZipFile) => void

const opened = (start: (done: Done) => void): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const done: Done = (error, file) => {
      if (!error) return resolve(file)
      reject((error as NodeJS.ErrnoException).syscall ? error : noZip(error))
    }
    try {
      start(done)
    } catch (error) {
      reject(noZip(error))
    }
  })

function directoryOf(file: ZipFile, limits: Limits): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  return new Promise((resolve, reject) => {
    file.on('error', error => reject(noZip(error)))
    file.on('end', () => resolve(entries))
    file.on('entry', (entry: Entry) => {
      entries.push({ name: entry.fileNameRaw.toString('utf8'), entry })
      if (entries.length > limits.entries) reject(tooMany(entries.length, limits))
      else file.readEntry()
    })
    file.readEntry()
  })
}

function checkSizes(entries: readonly ZipEntry[], size: number, limits: Limits): void {
  let packed = 0
  let unpacked = 0
  for (const { entry } of entries) {
    packed += entry.compressedSize
    unpacked += entry.uncompressedSize
  }
  if (packed > size) {
    throw new Spoilt(
      'bomb',
      `Its entries overlap: ${sizeOf(packed)} in a file of ${sizeOf(size)}. It is not read.`,
    )
  }
  if (unpacked > limits.inflatedBytes) {
    throw new Spoilt(
      'too-large',
      `It unpacks to ${sizeOf(unpacked)}, more than the limit of ${sizeOf(limits.inflatedBytes)}. Split it.`,
    )
  }
  if (unpacked > Math.max(2 ** 20, size * limits.ratio)) {
    throw new Spoilt(
      'bomb',
      `It unpacks to more than ${limits.ratio} times its size (${sizeOf(size)} to ${sizeOf(unpacked)}), the limit.`,
    )
  }
}

const tooMany = (count: number, { entries }: Limits) =>
  new Spoilt(
    'too-large',
    `It has ${count} entries or more, over the limit of ${entries}. Split it.`,
  )

const noZip = (error: unknown) =>
  new Spoilt('broken', `It is no sound ZIP (${messageOf(error)}). Fetch it again.`)
