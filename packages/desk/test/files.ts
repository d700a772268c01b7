import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))

interface Entry {
  readonly file: string
  readonly imports?: readonly string[]
}

/** The scripts that the first page needs, its view's with it, and their bytes as they are sent. */
export async function firstLoad(): Promise<{ files: string[]; bytes: number }> {
  const manifest: Readonly<Record<string, Entry>> = JSON.parse(
    readFileSync(path('dist/.vite/manifest.json'), 'utf8'),
  )
  const needed = new Set<string>()
  const need = (name: string) => {
    if (needed.has(name)) return
    needed.add(name)
    for (const one of manifest[name]!.imports ?? []) need(one)
  }
  need('index.html')
  need('src/views/start/Start.tsx')
  const files = [...needed].map(name => manifest[name]!.file)
  const sizes = files.map(file => gzipSync(readFileSync(path(`dist/${file}`)), { level: 9 }).length)
  return { files, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

/** The desk's own sources. */
export const sources = (): { path: string; text: string }[] =>
  readdirSync(path('src'), { recursive: true, withFileTypes: true })
    .filter(({ name }) => ['.ts', '.tsx'].includes(extname(name)))
    .map(({ parentPath, name }) => join(parentPath, name))
    .map(path => ({ path, text: readFileSync(path, 'utf8') }))
