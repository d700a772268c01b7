import { existsSync } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ArchiveError } from '../errors.js'

/** What SQLite keeps beside its file while it is used. */
const BESIDE = ['-wal', '-shm', '-journal']

export interface Placing {
  readonly replace: boolean
  /** Called when the draft is whole, just before it takes its place. */
  readonly clear?: () => Promise<void>
}

/**
 * Makes a file whole or not at all: `write` is given the path of a draft beside it, which takes its place once all of
 * it is on disk. Rejects with 'conflict' where there is a file and `replace` is not set, with 'disk-full', 'read-only'
 * or 'not-found' where the folder is not to be written.
 */
export async function placeFile<T>(
  path: string,
  { replace, clear = async () => {} }: Placing,
  write: (draft: string) => Promise<T>,
): Promise<T> {
  refuseOther(path, replace)
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.draft`)
  try {
    await dropLeft(path)
    // now, since what fails later may not tell as well why
    await (await open(draft, 'w')).close()
    const result = await write(draft)
    await sync(draft)
    refuseOther(path, replace)
    await clear()
    await rename(draft, path)
    await sync(dirname(path))
    return result
  } catch (error) {
    throw explainFile(error, path)
  } finally {
    for (const end of ['', ...BESIDE]) await rm(draft + end, { force: true })
  }
}

/** Removes drafts of processes that were killed. */
async function dropLeft(path: string): Promise<void> {
  const before = `.${basename(path)}.`
  for (const name of await readdir(dirname(path))) {
    const id = name.startsWith(before) && /^(\d+)\.draft$/.exec(name.slice(before.length))?.[1]
    if (id && !isRunning(Number(id))) await rm(join(dirname(path), name), { force: true })
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Moves an archive's file with what SQLite keeps beside it out of the way. Gives where it is; null: none was there. */
export async function setAside(path: string, now: Date): Promise<string | null> {
  const aside = `${path}.replaced-${now.toISOString().replace(/[-:.]/g, '')}`
  const there = existsSync(path)
  // The archive first: what is beside it is of no use to others then, and never meets the new one.
  for (const end of ['', ...BESIDE]) {
    if (existsSync(path + end)) await rename(path + end, aside + end)
  }
  return there ? aside : null
}

function refuseOther(path: string, replace: boolean) {
  if (!replace && existsSync(path)) {
    throw new ArchiveError(
      'conflict',
      `${path} is there already. Give another place, or --replace.`,
    )
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } catch (error) {
    // some file systems sync no folders
    if (!/^(?:EINVAL|EPERM|EISDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    await file.close()
  }
}

/** What the system says of a file that is read or written, as an ArchiveError where it can be told. */
export function explainFile(error: unknown, path: string): unknown {
  if (error instanceof ArchiveError) return error
  const { code, message } = error as NodeJS.ErrnoException
  const as = (code: ConstructorParameters<typeof ArchiveError>[0], text: string) =>
    new ArchiveError(code, text, { cause: error })
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return as('disk-full', `There is no room left for ${path}. Make room, or give another place.`)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return as(
        'read-only',
        `${path} may not be read or written: check its permissions and its folder's.`,
      )
    case 'ENOENT':
    case 'ENOTDIR':
      return as('not-found', `${path} is not there, or its folder is not. Check the path.`)
    case 'EISDIR':
      return as('not-found', `${path} is a folder. Give a file.`)
    default:
      return /no space|disk is full/i.test(message ?? '')
        ? as('disk-full', `There is no room left for ${path}. Make room, or give another place.`)
        : error
  }
}
