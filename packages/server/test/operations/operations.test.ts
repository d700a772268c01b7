import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addStories, openArchive } from '@onrecord/archive'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sampleStories } from '../../../archive/test/stories.js'
import { commandLine } from '../../src/operations/command.js'
import { operations } from '../../src/operations/index.js'
import { createFakeReader } from '../fixtures/fake-reader.mjs'
import { onrecord } from '../host.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-operations-'))
const url = join(folder, 'archive.db')

beforeAll(async () => {
  const archive = await openArchive(url, { create: true })
  await addStories(archive, sampleStories())
  await archive.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const cases = operations.map(one => [one.name, one] as const)

test('every command is in a group of the help', async () => {
  const { stdout } = await onrecord(['--help'])
  expect(stdout).toMatch(/\nStories:\n[\s\S]*\nThe service:\n/)
  expect(stdout).not.toContain('\nCommands:')
})

test('a value past its limits is told in words', async () => {
  const limit = await onrecord(['search', 'tax', '--limit', '0'])
  expect(limit.status).toBe(2)
  expect(limit.stderr).toMatch(/^error: limit: it is 1 at least\.\n/)
  const kind = await onrecord(['search', 'tax', '--kind', 'loud'])
  expect(kind.status).toBe(2)
  expect(kind.stderr).toMatch(/^error: kind: it is one of direct, indirect, mixed\.\n/)
})

describe('every operation', () => {
  test.each(cases)('%s says what each of its fields is', (_, { input }) => {
    const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
    for (const [name, field] of Object.entries(properties)) {
      expect((field as { description?: string }).description, name).toMatch(/\.$/)
    }
  })

  test.each(cases)('%s has help on the command line', async (name, { summary }) => {
    const { status, stdout } = await onrecord([...name.split(' '), '--help'])
    expect(status).toBe(0)
    expect(stdout).toContain('--archive')
    const { stdout: program } = await onrecord(['--help'], { columns: 100 })
    if (!name.includes(' ')) expect(program.replace(/\s+/g, ' ')).toContain(summary)
  })

  test.each(cases)(
    '%s answers its examples, in JSON as it says and on a page',
    async (_, operation) => {
      const archive = await openArchive(url, { create: true })
      try {
        for (const { says, input } of operation.examples) {
          const context = {
            archive,
            sight: 'all' as const,
            who: 'test',
            may: ['read', 'edit', 'admin'] as const,
            now: '2026-03-20T12:00:00Z',
            bytes: () => {
              throw new Error('no example reads a file')
            },
            read: createFakeReader().read,
          }
          const answer = await operation.run(context, operation.input.parse(input) as never)
          const checked = operation.output.safeParse(JSON.parse(JSON.stringify(answer)))
          expect(checked.error?.message, says).toBe(undefined)
        }
      } finally {
        await archive.close()
      }
    },
  )

  test.each(cases.filter(([, one]) => one.permission === 'read'))(
    '%s runs its examples as they are in the help',
    async (_, operation) => {
      for (const { input } of operation.examples) {
        const words = commandLine(operation, input)
          .match(/'(?:[^']|'\\'')*'|\S+/g)!
          .slice(1)
        const argv = words.map(word =>
          word.startsWith("'") ? word.slice(1, -1).replaceAll("'\\''", "'") : word,
        )
        const { status, stdout, stderr } = await onrecord([...argv, '--archive', url])
        // a file tells there what is in it
        const told = 'format' in input ? expect.stringMatching(/^onrecord: .+\.\n$/) : ''
        expect({ status, stderr }, argv.join(' ')).toEqual({ status: 0, stderr: told })
        expect(stdout).not.toBe('')
      }
    },
  )
})
