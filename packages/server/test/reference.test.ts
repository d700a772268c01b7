import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operations } from '../src/operations/index.js'
import { referencePage } from '../src/service/reference.js'
import { serviceOperations } from '../src/service/serve.js'

const file = new URL('../../../docs/reference.md', import.meta.url)

test('docs/reference.md is what the operations are (npm run reference)', () => {
  const page = referencePage(serviceOperations, new Set(operations.map(one => one.name)))
  if (process.env.UPDATE_REFERENCE) writeFileSync(file, page)
  expect(readFileSync(file, 'utf8')).toBe(page)
})
