import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { UsageError } from '../../src/errors.js'
import { SETTINGS, toConfig, variableOf } from '../../src/service/config.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-config-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('settings', () => {
  it('a flag goes before the environment, that before the file', () => {
    const config = file('three.json', '{"port":1,"host":"10.0.0.1","workers":3}')
    const env = { ONRECORD_CONFIG: config, ONRECORD_PORT: '2', ONRECORD_HOST: '10.0.0.2' }
    expect(toConfig({ host: '10.0.0.3' }, env)).toMatchObject({
      host: '10.0.0.3',
      port: 2,
      workers: 3,
    })
  })

  it('all have a value unless told', () => {
    expect(toConfig({}, { HOME: '/home/a' })).toMatchObject({
      host: '127.0.0.1',
      archive: '/home/a/.local/share/onrecord/archive.db',
    })
  })

  it.each([
    [{ port: 'many' }, {}, /"port" \(the command\)/],
    [{}, { ONRECORD_PORT: '70000' }, /"port" \(the environment\)/],
    [{}, { ONRECORD_URL: 'javascript:alert(1)' }, /"url"/],
    [{ config: file('unknown.json', '{"prot":1}') }, {}, /"prot".*no such setting.*port/],
    [{ config: file('broken.json', '{"port":') }, {}, /broken\.json is not JSON/],
    [{ config: file('list.json', '[]') }, {}, /list\.json is not a JSON object/],
    [{ config: join(folder, 'none.json') }, {}, /none\.json cannot be read/],
  ])('%o %o: what is wrong, and where it stood', (flags, env, message) => {
    expect(() => toConfig(flags, env)).toThrow(UsageError)
    expect(() => toConfig(flags, env)).toThrow(message)
  })

  it('a secret comes from a file that the environment names', () => {
    const env = { ONRECORD_ARCHIVE_FILE: file('url', 'postgres://a:b@db/c\n') }
    expect(toConfig({}, env).archive).toBe('postgres://a:b@db/c')
    expect(toConfig({}, { ...env, ONRECORD_ARCHIVE: '/x.db' }).archive).toBe('/x.db')
    expect(() => toConfig({}, { ONRECORD_OIDC_SECRET_FILE: join(folder, 'none') })).toThrow(
      /ONRECORD_OIDC_SECRET_FILE.*cannot be read/,
    )
  })

  it('the example of a configuration is one', () => {
    const config = fileURLToPath(
      new URL('../../../../packaging/onrecord.example.json', import.meta.url),
    )
    expect(toConfig({ config }, {})).toMatchObject(JSON.parse(readFileSync(config, 'utf8')))
  })

  it('docs/running.md describes each, and no other', () => {
    const page = readFileSync(new URL('../../../../docs/running.md', import.meta.url), 'utf8')
    const rows = page.split('\n').filter(line => /^\| `\w+` \| `ONRECORD_/.test(line))
    expect(rows).toEqual(
      Object.entries(SETTINGS).map(
        ([name, what]) => `| \`${name}\` | \`${variableOf(name)}\` | ${what} |`,
      ),
    )
  })
})
