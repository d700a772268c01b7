/** What can be wrong with one story. The codes are part of the stream form: they stay as they are. */
export type ErrorCode =
  | 'not-found'
  | 'not-readable'
  | 'no-stories'
  | 'bad-encoding'
  | 'too-long'
  | 'bad-json'
  | 'not-a-story'
  | 'no-text'
  | 'bad-text'
  | 'bad-field'
  | 'reader-failed'
  | 'worker-crashed'

/** The one shape of an error that leaves this package. */
export interface ErrorAnswer {
  readonly code: ErrorCode
  /** What is wrong and the way out, in plain words. */
  readonly message: string
}

/** One story could not be read. The others can: it is reported in its place and the run goes on. */
export class InputError extends Error {
  override readonly name = 'InputError'
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** The id that the story gave, where it gave one. */
    readonly id: string | null = null,
  ) {
    super(message)
  }
}

/** The command was called wrongly: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The model cannot be opened, so nothing can be read: the run ends. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
}

export const answerOf = ({ code, message }: InputError): ErrorAnswer => ({ code, message })

/** The message of whatever was thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** What the system says of a file, in plain words. */
export function fileError(error: unknown): InputError {
  if (error instanceof InputError) return error
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new InputError('not-found', 'There is no such file. Check the path.')
    case 'EACCES':
    case 'EPERM':
      return new InputError('not-readable', 'It may not be read. Check its permissions.')
    case 'ELOOP':
      return new InputError('not-readable', 'Its symbolic links lead in a circle. Name the file.')
    default:
      return new InputError('not-readable', `It cannot be read: ${messageOf(error)}.`)
  }
}
