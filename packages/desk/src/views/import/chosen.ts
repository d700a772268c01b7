import type { Chosen } from './sending.js'

/** The files of an input, those of a folder with their paths in it. */
export const chosenOf = (files: Iterable<File>): Chosen[] =>
  [...files].filter(isStory).map(file => ({ file, name: file.webkitRelativePath || file.name }))

/** What was dropped: files, and all that is in folders. */
export async function droppedOf(data: DataTransfer): Promise<Chosen[]> {
  // the entries are there as long as the event is
  const entries = [...data.items].flatMap(item => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return chosenOf(data.files)
  const found: Chosen[] = []
  for (const entry of entries) await gather(entry, found)
  return found.filter(({ file }) => isStory(file))
}

async function gather(entry: FileSystemEntry, found: Chosen[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    )
    found.push({ file, name: entry.fullPath.replace(/^\//, '') })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    // a hundred at a time
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return
    for (const one of some) await gather(one, found)
  }
}

/** Not what the system itself leaves in folders. */
const isStory = ({ name }: File): boolean => !name.startsWith('.') && name !== 'Thumbs.db'
