import { homedir } from 'node:os'
import { join } from 'node:path'
import { fromEnvironment } from '../environment.js'
import type { Env } from '../terminal.js'

export const ARCHIVE_HELP =
  'The archive: a path, or postgres://user@host/database. Unless told, ONRECORD_ARCHIVE, else the one in your home.'

/** Where the archive is: what is told, else ONRECORD_ARCHIVE (or the file of ONRECORD_ARCHIVE_FILE), else the user's data folder (XDG Base Directory). */
export function archiveUrl(told: string | undefined, env: Env): string {
  if (told !== undefined) return told
  const named = fromEnvironment(env, 'ONRECORD_ARCHIVE')
  if (named !== undefined) return named
  const data = env.XDG_DATA_HOME || join(env.HOME || homedir(), '.local', 'share')
  return join(data, 'onrecord', 'archive.db')
}
