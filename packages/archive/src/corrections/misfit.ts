/** Why a correction does not fit the record that it is to be done to: in plain words, for an editor. */
export class Misfit extends Error {
  override readonly name = 'Misfit'
  constructor(
    message: string,
    /** The words are there, and this record makes no such item of them. */
    readonly gone = false,
  ) {
    super(message)
  }
}

/** What `find` gives; where that is a Misfit, what `instead` gives, if anything. */
export function otherwise<T>(find: () => T, instead: () => T | undefined): T {
  try {
    return find()
  } catch (error) {
    const found = error instanceof Misfit ? instead() : undefined
    if (found === undefined) throw error
    return found
  }
}
