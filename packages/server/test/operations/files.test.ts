import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addStories, openArchive, recordsOf } from '@onrecord/archive'
import { outFormats } from '@onrecord/formats'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleStories } from '../../../archive/test/stories.js'
import { writeWhole } from '../../src/output/whole-file.js'
import { onrecord } from '../host.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-files-'))
const archive = join(folder, 'archive.db')
const out = join(folder, 'out')
const inFolder = () => readdirSync(folder).filter(name => !name.startsWith('archive.db'))

beforeAll(async () => {
  const made = await openArchive(archive, { create: true })
  await addStories(made, sampleStories())
  await made.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('an answer as a file', () => {
  it('CSV and Parquet have the rows that JSON has', async () => {
    const asked = ['counts', 'speaker', 'month', '--archive', archive, '--limit', '10000']
    const { stdout } = await onrecord([...asked, '--json'])
    const rows = JSON.parse(stdout).rows.map(
      ({ of, ...numbers }: { of: { key: string | null; name: string | null }[] }) => ({
        speaker_key: of[0]!.key,
        speaker: of[0]!.name,
        month: of[1]!.key,
        ...numbers,
      }),
    )
    expect(rows.length).toBeGreaterThan(50)
    const csv = (await onrecord([...asked, '--format', 'csv'])).stdout
    expect(csv.split('\r\n')[0]).toBe('speaker_key,speaker,month,quotes,words,stories,people')
    expect(csv.split('\r\n')).toHaveLength(rows.length + 2)
    const { status, stderr } = await onrecord([...asked, '--format', 'parquet', '--out', out])
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringMatching(
        /^onrecord: [\d,]+ rows of archive \w+ at entry \d+, read by test/,
      ),
    })
    const file = new Uint8Array(readFileSync(out)).buffer
    expect(await parquetReadObjects({ file })).toEqual(rows)
    rmSync(out)
    expect(inFolder()).toEqual([])
  })

  it.each(outFormats.map(one => [one.name, one] as const))(
    'export as %s writes what the form gives for the records, and notes it',
    async (name, form) => {
      const base = 'https://paper.example/record'
      const asked = ['export', '--archive', archive, '--format', name, '--base', base]
      const { status, stderr } = await onrecord([...asked, '--out', out])
      expect({ status, stderr }).toEqual({
        status: 0,
        stderr: `onrecord: ${sampleStories().length} stories.\n`,
      })
      const opened = await openArchive(archive)
      const pieces: Uint8Array[] = []
      const records = recordsOf({ archive: opened, sight: 'all' }, {})
      for await (const piece of form.write(records, { base })) pieces.push(Buffer.from(piece))
      const noted = await opened.db
        .selectFrom('audit')
        .selectAll()
        .orderBy('seq', 'desc')
        .limit(1)
        .execute()
      await opened.close()
      expect(noted[0]).toMatchObject({ who: 'local', action: 'export', subject: 'archive' })
      expect(JSON.parse(noted[0]!.detail)).toMatchObject({ format: name, base })
      expect(readFileSync(out).equals(Buffer.concat(pieces))).toBe(true)
      expect(pieces.reduce((sum, piece) => sum + piece.length, 0)).toBeGreaterThan(1000)
      rmSync(out)
    },
  )

  it('export without a form tells what it would write, and writes and notes nothing', async () => {
    const entries = async () =>
      JSON.parse((await onrecord(['export', '--archive', archive, '--json'])).stdout)
    const before = await entries()
    expect(before.stories).toBe(sampleStories().length)
    const page = await onrecord(['export', '--archive', archive])
    expect(page.stdout).toContain(`${sampleStories().length} stories.`)
    expect((await entries()).state).toEqual(before.state)
    for (const wrong of [
      ['--format', 'xml'],
      ['--base', 'nowhere'],
      ['--from', 'May'],
      ['--table', 'all'],
    ])
      expect((await onrecord(['export', '--archive', archive, ...wrong])).status).toBe(2)
    const lost = await onrecord(['export', '--archive', archive, '--story', 'x', '--format', 'csv'])
    expect(lost).toMatchObject({ status: 1, stdout: '' })
  })

  it('is not written on a terminal where it is no text, nor where there is no such folder', async () => {
    const asked = ['counts', 'gender', '--archive', archive, '--format', 'parquet']
    const shown = await onrecord(asked, { terminal: ['stdout'] })
    expect(shown).toMatchObject({ status: 1, stdout: '' })
    expect(shown.stderr).toContain('--out counts-gender.parquet')
    const lost = await onrecord([...asked, '--out', join(folder, 'none', 'x')])
    expect(lost.status).toBe(1)
    expect(lost.stderr).toMatch(/cannot be written: ENOENT/)
    const bare = await onrecord(['counts', '--archive', archive, '--out', out])
    expect(bare).toMatchObject({ status: 2, stdout: '' })
    expect(inFolder()).toEqual([])
  })

  it('does not write over what is there unless told, and notes no export then', async () => {
    writeFileSync(out, 'mine')
    const asked = ['export', '--archive', archive, '--format', 'csv', '--out', out]
    const exports = async () =>
      JSON.parse(
        (await onrecord(['audit', '--archive', archive, '--action', 'export', '--json'])).stdout,
      ).entries.length
    const before = await exports()
    const refused = await onrecord(asked)
    expect(refused.status).toBe(2)
    expect(refused.stderr).toMatch(/is there already\. Give another name, or --force/)
    expect(readFileSync(out, 'utf8')).toBe('mine')
    expect(await exports()).toBe(before)
    expect((await onrecord([...asked, '--force'])).status).toBe(0)
    expect(readFileSync(out, 'utf8')).toContain('Joss Tarrent')
    rmSync(out)
  })

  it('leaves what was there where it fails or is stopped, and nothing else', async () => {
    writeFileSync(out, 'before')
    const failing = async function* () {
      yield 'half'
      throw new Error('gone')
    }
    const stop = new AbortController()
    await expect(writeWhole(out, failing(), stop.signal)).rejects.toThrow('gone')
    const stopped = async function* () {
      yield 'half'
      stop.abort()
      yield 'the rest'
    }
    await writeWhole(out, stopped(), stop.signal)
    expect(readFileSync(out, 'utf8')).toBe('before')
    const whole = async function* () {
      yield 'é'
      yield new Uint8Array([10])
    }
    await writeWhole(out, whole(), new AbortController().signal)
    expect(readFileSync(out, 'utf8')).toBe('é\n')
    expect(inFolder()).toEqual(['out'])
    expect(existsSync(out)).toBe(true)
  })
})
