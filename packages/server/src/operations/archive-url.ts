import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Env } from '../terminal.js'

export const ARCHIVE_HELP =
  'The archive: a path, or postgres://user@host/database. Unless told, ONRECORD_ARCHIVE, else the one in your home.'

/** Where the archive is: what is told, else ONRECORD_ARCHIVE, else the user's data folder (XDG Base Directory). */
export function archiveUrl(told: string | undefined, env: Env): string {
  if (told !== undefined) return told
  if (env.ONRECORD_ARCHIVE) return env.ONRECORD_ARCHIVE
  const data = env.XDG_DATA_HOME || join(env.HOME || homedir(), '.local', 'share')
  return join(data, 'onrecord', 'archive.db')
}
