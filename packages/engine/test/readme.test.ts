import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

it('names every export in src/README.md', () => {
  const guide = read('../src/README.md')
  const named = (source: string) =>
    [...source.matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
      .flatMap(([, names]) => names!.split(','))
      .map(name => name.replace(/\btype\b/, '').trim())
      .filter(Boolean)
  const declared = [
    ...read('../src/record.ts').matchAll(/^export (?:const|type|interface) (\w+)/gm),
  ].map(([, name]) => name!)
  const names = [...named(read('../src/index.ts')), ...declared]
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter(name => !new RegExp(`\\b${name}`).test(guide))).toEqual([])
})
