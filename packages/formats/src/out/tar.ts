/** A file of an archive: its path (ASCII, at most 100 characters) and what is in it. */
export interface TarFile {
  readonly path: string
  readonly text: string
}

const BLOCK = 512
const encoder = new TextEncoder()

/**
 * Files as a tar archive, in the form that every tar reads (POSIX ustar): regular files of mode 0644, no owner, the time
 * zero, so that the same files give the same bytes. One file is held at a time.
 */
export async function* tar(files: AsyncIterable<TarFile>): AsyncGenerator<Uint8Array> {
  for await (const { path, text } of files) {
    const content = encoder.encode(text)
    const bytes = new Uint8Array(BLOCK + Math.ceil(content.length / BLOCK) * BLOCK)
    bytes.set(header(path, content.length))
    bytes.set(content, BLOCK)
    yield bytes
  }
  yield new Uint8Array(2 * BLOCK)
}

function header(path: string, size: number): Uint8Array {
  const bytes = new Uint8Array(BLOCK)
  const put = (at: number, text: string) => bytes.set(encoder.encode(text), at)
  const octal = (n: number, digits: number) => `${n.toString(8).padStart(digits, '0')}\0`
  put(0, path)
  put(100, octal(0o644, 7))
  put(108, octal(0, 7))
  put(116, octal(0, 7))
  put(124, octal(size, 11))
  put(136, octal(0, 11))
  // The sum is taken with its own eight bytes as spaces.
  put(148, ' '.repeat(8))
  put(156, '0')
  put(257, 'ustar\0')
  put(263, '00')
  const sum = bytes.reduce((sum, byte) => sum + byte, 0)
  put(148, `${octal(sum, 6)} `)
  return bytes
}

/**
 * Names of files for ids: letters, digits, `.`, `_` and `-` stay, all else is `_`; no two are the same, however a file
 * system takes capitals. "desk/a b" is "desk_a_b"; a second one of that name is "desk_a_b~2".
 */
export function fileNames(): (id: string) => string {
  const taken = new Map<string, number>()
  return id => {
    const name =
      id
        .replace(/[^\w.-]/g, '_')
        .replace(/^\.+/, '_')
        .slice(0, 80) || '_'
    const key = name.toLowerCase()
    const count = (taken.get(key) ?? 0) + 1
    taken.set(key, count)
    // No id's own name has a "~".
    return count === 1 ? name : `${name}~${count}`
  }
}
