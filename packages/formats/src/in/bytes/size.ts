const KB = 1024
const MB = KB * KB
const GB = KB * MB

/** A number of bytes as one says it: 812 bytes, 3 KB, 1.5 MB, 4 GB. One decimal at most, none where it is 0. */
export function sizeOf(bytes: number): string {
  if (bytes < KB) return `${bytes} byte${bytes === 1 ? '' : 's'}`
  const [unit, name] = bytes < MB ? [KB, 'KB'] : bytes < GB ? [MB, 'MB'] : [GB, 'GB']
  return `${Math.round((bytes / unit) * 10) / 10} ${name}`
}
