import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, inject } from 'vitest'
import { type Archive, openArchive } from '../src/index.js'

export interface TestDatabase {
  readonly engine: 'sqlite' | 'postgres'
  /** The address of a new archive, which is not made yet. */
  readonly newUrl: () => Promise<string>
  /** A new, empty archive; closed after the tests. */
  readonly newArchive: () => Promise<Archive>
}

/** The same tests on SQLite and on PostgreSQL. Without PostgreSQL those tests say that they are skipped. */
export function onBoth(name: string, tests: (database: TestDatabase) => void) {
  const postgres = inject('postgres')
  describe(`${name} (SQLite)`, () => tests(sqlite()))
  const title = `${name} (PostgreSQL${postgres ? '' : ': not installed, apt install postgresql'})`
  describe.skipIf(postgres === '')(title, () => tests(onPostgres(postgres)))
}

function sqlite(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-archive-'))
  let count = 0
  const newUrl = async () => join(folder, `${++count}.db`)
  const archives = opener(newUrl)
  afterAll(async () => {
    await archives.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { engine: 'sqlite', newUrl, newArchive: archives.open }
}

function onPostgres(url: string): TestDatabase {
  const schemas: string[] = []
  const run = async (statement: string) => {
    const client = new pg.Client(url)
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  const newUrl = async () => {
    const schema = `t_${process.pid}_${schemas.length}_${Math.random().toString(36).slice(2)}`
    schemas.push(schema)
    await run(`create schema ${schema}`)
    return `${url}?schema=${schema}`
  }
  const archives = opener(newUrl)
  afterAll(async () => {
    await archives.close()
    for (const schema of schemas) await run(`drop schema ${schema} cascade`)
  })
  return { engine: 'postgres', newUrl, newArchive: archives.open }
}

function opener(newUrl: () => Promise<string>) {
  const open: Archive[] = []
  return {
    async open() {
      const archive = await openArchive(await newUrl(), { create: true })
      open.push(archive)
      return archive
    },
    close: () => Promise.all(open.map(archive => archive.close())),
  }
}
