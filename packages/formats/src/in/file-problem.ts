import { messageOf } from './bytes/spoilt.js'
import type { Problem } from './incoming.js'

/** What the system says of a file, in plain words. */
export function readProblem(error: unknown): Problem {
  switch ((error as NodeJS.ErrnoException)?.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'not-found', message: 'There is no such file. Check the path.' }
    case 'EACCES':
    case 'EPERM':
      return { code: 'not-readable', message: 'It may not be read. Check its permissions.' }
    case 'ELOOP':
      return {
        code: 'not-readable',
        message: 'Its symbolic links lead in a circle. Name the file.',
      }
    default:
      return { code: 'not-readable', message: `It cannot be read: ${messageOf(error)}.` }
  }
}
