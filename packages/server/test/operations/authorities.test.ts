import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addStories, openArchive } from '@onrecord/archive'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleStories } from '../../../archive/test/stories.js'
import { onrecord } from '../host.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-authorities-'))
const url = join(folder, 'archive.db')
const file = join(folder, 'house.csv')

beforeAll(async () => {
  const archive = await openArchive(url, { create: true })
  await addStories(archive, sampleStories())
  await archive.close()
  writeFileSync(file, 'id,name,born\n1,Saskia Ollander,\n2,,\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...argv: string[]) => onrecord([...argv, '--archive', url])

describe('authorities import', () => {
  test('reads a file and tells what became of its rows', async () => {
    const { status, stdout } = await run(
      'authorities',
      'import',
      file,
      '--scheme',
      'house',
      '--json',
    )
    expect(status).toBe(0)
    const { rows, counts, problems } = JSON.parse(stdout)
    expect(rows).toBe(2)
    expect(counts.joined).toBe(0)
    expect(counts.bad).toBe(1)
    expect(problems).toEqual([{ line: 3, problem: 'It has no name: a field "name" is needed.' }])
  })

  test.each([
    ['a file that is not there', ['nowhere.csv'], 'nowhere.csv'],
    ['a folder', [folder], folder],
  ])('says what is wrong with %s', async (_, argv, named) => {
    const { status, stderr } = await run('authorities', 'import', ...argv, '--scheme', 'x')
    expect(status).toBe(1)
    expect(stderr).toContain(named)
  })
})
