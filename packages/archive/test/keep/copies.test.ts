import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import {
  addStories,
  backupArchive,
  exportArchive,
  openArchive,
  restoreArchive,
} from '../../src/index.js'
import { sha256 } from '../../src/pack.js'
import { addElsewhere, faultsOf } from '../adding.js'
import { onBoth } from '../databases.js'
import { story } from '../stories.js'
import { allRows, fillArchive } from './rows.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-copies-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let count = 0
const newPath = (end: string) => join(folder, `${++count}${end}`)

async function opened<T>(
  url: string,
  ask: (archive: Awaited<ReturnType<typeof openArchive>>) => T,
) {
  const archive = await openArchive(url)
  try {
    return await ask(archive)
  } finally {
    await archive.close()
  }
}

onBoth('copies', database => {
  it('an export put into SQLite and back gives the same rows, words, keys and audit log', async () => {
    const archive = await database.newArchive()
    await fillArchive(archive)
    const first = newPath('.gz')
    const { rows } = await exportArchive(archive, first)
    const before = await allRows(archive)
    expect(rows.story).toBeGreaterThan(15)

    const middle = newPath('.db')
    await restoreArchive(first, middle)
    const second = newPath('.gz')
    await opened(middle, async copy => {
      expect(await allRows(copy)).toEqual(before)
      expect(copy.id).toBe(archive.id)
    })
    await opened(middle, async copy => exportArchive({ ...copy, readOnly: true }, second))

    const last = await database.newUrl()
    await restoreArchive(second, last)
    await opened(last, async copy => {
      expect(await allRows(copy)).toEqual(before)
      expect(await faultsOf(copy)).toEqual([])
      // new rows have ids behind those that came
      const [added] = await addStories(copy, [story({ text: 'A new one.', path: 'n' })])
      expect(added!.outcome).toBe('new')
    })
  })

  it('a backup is the archive as it was; one of SQLite is an archive itself', async () => {
    const archive = await database.newArchive()
    await fillArchive(archive)
    const path = newPath('.backup')
    const copy = await backupArchive(archive, path)
    const before = await allRows(archive)
    await addStories(archive, [story({ text: 'Later than the backup.', path: 'later' })])
    expect(copy.form).toBe(database.engine === 'sqlite' ? 'sqlite' : 'portable')
    if (copy.form === 'sqlite') expect(await opened(path, allRows)).toEqual(before)
    const url = await database.newUrl()
    const restored = await restoreArchive(path, url)
    expect(restored.rows).toEqual(copy.rows)
    expect(await opened(url, allRows)).toEqual(before)
  })

  it('holds one moment while another process writes', async () => {
    const url = await database.newUrl()
    const archive = await openArchive(url, { create: true })
    try {
      await fillArchive(archive)
      const writer = addElsewhere(url, 3000)
      await writer.reached(1)
      const copied: number[] = []
      for (const copy of [backupArchive, exportArchive]) {
        const path = newPath('')
        const { rows } = await copy(archive, path)
        const restored = newPath('.db')
        await restoreArchive(path, restored)
        expect(await opened(restored, faultsOf)).toEqual([])
        copied.push(rows.story!)
      }
      writer.kill('SIGKILL')
      const { status } = await writer.ended
      expect(status, 'the writer was still at it').toBe(null)
      const { length } = await archive.db.selectFrom('story').select('id').execute()
      expect(copied[1]).toBeGreaterThan(copied[0]!)
      expect(length).toBeGreaterThanOrEqual(copied[1]!)
    } finally {
      await archive.close()
    }
  })

  it('writes over nothing unless told, and keeps what was there', async () => {
    const archive = await database.newArchive()
    await addStories(archive, [story({ text: 'One.', path: 'a' })])
    const path = newPath('.gz')
    await exportArchive(archive, path)
    await expect(exportArchive(archive, path)).rejects.toThrow(/is there already/)
    await exportArchive(archive, path, { replace: true })

    const url = await database.newUrl()
    const there = await openArchive(url, { create: true })
    await addStories(there, [story({ text: 'Two.', path: 'b' })])
    const before = await allRows(there)
    await there.close()
    await expect(restoreArchive(path, url)).rejects.toMatchObject({ code: 'conflict' })
    expect(await opened(url, allRows)).toEqual(before)
    const { aside } = await restoreArchive(path, url, { replace: true })
    expect(await opened(url, it => it.id)).toBe(archive.id)
    if (aside) expect(await opened(aside, allRows)).toEqual(before)
    expect(aside === null).toBe(database.engine === 'postgres')
  })

  it('a copy that is cut short, changed or none is refused, and nothing is left', async () => {
    const archive = await database.newArchive()
    await fillArchive(archive)
    const path = newPath('.gz')
    await exportArchive(archive, path)
    const whole = readFileSync(path)
    const lines = gunzipSync(whole).toString().trimEnd().split('\n')
    const hashed = (changed: readonly string[]) => {
      const body = `${changed.slice(0, -1).join('\n')}\n`
      const end = JSON.parse(changed.at(-1)!)
      return gzipSync(`${body}${JSON.stringify({ ...end, sha256: sha256(body) })}\n`)
    }
    const at = (start: string) => lines.findIndex(line => line.startsWith(start))
    const source = at('{"table":"source"')
    const audit = at('{"table":"audit"')
    const swap = (k: number, line: string) => lines.with(k, line)
    const bad: [string, Buffer, RegExp][] = [
      ['cut', whole.subarray(0, whole.length / 2), /cut short/],
      ['cut to its beginning', whole.subarray(0, 20), /cut short/],
      ['lines cut', gzipSync(lines.slice(0, 40).join('\n')), /cut short/],
      ['whole lines, no end', gzipSync(`${lines.slice(0, 40).join('\n')}\n`), /cut short/],
      ['a bit turned', flip(whole), /cannot be restored/],
      [
        'a value changed',
        gzipSync(`${swap(source + 1, lines[source + 1]!.replace('full', 'link')).join('\n')}\n`),
        /checksum/,
      ],
      ['a row left out', hashed(lines.toSpliced(source + 1, 1)), /do not fit/],
      [
        'the log changed',
        hashed(swap(audit + 2, lines[audit + 2]!.replace('local', 'nobody'))),
        /audit log/,
      ],
      [
        'another table',
        hashed(swap(source, lines[source]!.replace('"name"', '"name) values (1); --"'))),
        /is not that of schema/,
      ],
      ['something behind', gzipSync(`${lines.join('\n')}\n{}\n`), /behind its end/],
      ['no export', gzipSync('{"a":1}\n'), /no export/],
      ['text', Buffer.from('notes of mine'), /neither a backup nor an export/],
      ['nothing', Buffer.alloc(0), /neither a backup nor an export/],
      [
        'the file of another program',
        Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 7)]),
        /damaged|not an archive/,
      ],
    ]
    for (const [what, bytes, reason] of bad) {
      const copy = newPath('.bad')
      writeFileSync(copy, bytes)
      const url = await database.newUrl()
      await expect(restoreArchive(copy, url), what).rejects.toMatchObject({
        name: 'ArchiveError',
        message: expect.stringMatching(reason),
      })
      await expect(openArchive(url), what).rejects.toMatchObject({ code: 'no-archive' })
      if (database.engine === 'sqlite') expect(existsSync(url), what).toBe(false)
    }
    expect(readdirSync(folder).filter(name => name.includes('draft'))).toEqual([])
    await expect(
      restoreArchive(join(folder, 'none'), await database.newUrl()),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('one of a newer schema is refused, one of an older is taken to this one', async () => {
    const archive = await database.newArchive()
    await fillArchive(archive)
    const path = newPath('.gz')
    await exportArchive(archive, path)
    const before = await allRows(archive)
    const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n')
    const of = (schema: number) => {
      const changed = [
        lines[0]!.replace(/"schema":\d+/, `"schema":${schema}`),
        ...lines
          .slice(1, -1)
          .map(line => line.replace(/^\["schema","\d+"\]$/, `["schema","${schema}"]`)),
      ]
      const body = `${changed.join('\n')}\n`
      const copy = newPath('.gz')
      writeFileSync(
        copy,
        gzipSync(
          `${body}${JSON.stringify({ ...JSON.parse(lines.at(-1)!), sha256: sha256(body) })}\n`,
        ),
      )
      return copy
    }
    await expect(restoreArchive(of(99), await database.newUrl())).rejects.toMatchObject({
      code: 'newer-schema',
    })
    const url = await database.newUrl()
    // the first schema has the same tables, and no indexes of words
    await restoreArchive(of(1), url)
    expect(await opened(url, allRows)).toEqual(before)
  })
})

function flip(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes)
  changed[bytes.length >> 1]! ^= 0x10
  return changed
}
