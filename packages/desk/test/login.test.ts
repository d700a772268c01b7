import { type Archive, makeAccount, makeCredential } from '@onrecord/archive'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { faultsOf, inChromium, isTooWide, PHONE } from './chromium.js'

const PASSWORD = 'a gull upon the breakwater'
const invitations = new Map<string, string>()

async function prepare(archive: Archive): Promise<void> {
  const by = { who: 'test', at: '2026-03-20T12:00:00Z' }
  for (const [name, role] of [
    ['ada', 'admin'],
    ['rob', 'reader'],
  ] as const) {
    const { id } = await makeAccount(archive, { name, role }, by)
    const asked = { kind: 'invitation' as const, seconds: 600 }
    invitations.set(name, (await makeCredential(archive.db, id, asked)).secret)
  }
}

const settings = {
  login: 'true',
  url: 'http://127.0.0.1:4173',
  oidcIssuer: 'http://127.0.0.1:9',
  oidcClient: 'desk',
  oidcSecret: 'secret of the desk',
}

async function logIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: 'Account' }).fill(name)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
}

inChromium(
  'logins',
  desk => {
    it('who is invited chooses a password, and is in; the invitation stays nowhere', async () => {
      for (const name of ['ada', 'rob']) {
        const page = await desk().open(`/invitation#${invitations.get(name)}`)
        await page.getByRole('heading', { name: 'Welcome' }).waitFor()
        expect(page.url()).not.toContain('#')
        await page.getByLabel('New password').fill(PASSWORD)
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { name: 'Who said what' }).waitFor()
        await page.getByRole('link', { name, exact: true }).waitFor()
      }
      desk().forgive()
    })

    it('asks for a login where one came to, says what is wrong, and then shows that page', async () => {
      const page = await desk().open('/counts?by=outlet')
      await page.getByRole('heading', { name: 'Log in' }).waitFor()
      expect(await page.title()).toBe('Log in · Onrecord')
      expect(await page.getByRole('link', { name: 'Who gets quoted' }).count()).toBe(0)
      const provider = page.getByRole('link', { name: 'Log in with your organisation' })
      expect(await provider.getAttribute('href')).toBe('/login/oidc')
      await logIn(page, 'ada', 'not the right password')
      await page.getByText('The account or the password is wrong.').waitFor()
      expect(await faultsOf(page)).toEqual([])
      await logIn(page, 'ada')
      await page.getByRole('heading', { name: 'Quotes by outlet' }).waitFor()
      expect(new URL(page.url()).search).toBe('?by=outlet')
      await page.getByRole('button', { name: 'Log out' }).press('Enter')
      await page.getByRole('heading', { name: 'Log in' }).waitFor()
      await page.reload()
      await page.getByRole('heading', { name: 'Log in' }).waitFor()
      desk().forgive()
    })

    it('offers nobody what they may not', async () => {
      const page = await desk().open('/import')
      await logIn(page, 'rob')
      await page.getByText('Importing is for editors').waitFor()
      expect(await page.getByRole('link', { name: 'Import' }).count()).toBe(0)
      await page.getByRole('link', { name: 'Rights' }).click()
      await page.getByRole('row', { name: /^Verran Post/ }).waitFor()
      expect(await page.getByRole('button', { name: /^Change/ }).count()).toBe(0)
      expect(await page.getByRole('heading', { name: 'Restrictions' }).count()).toBe(0)
      await page.getByRole('link', { name: 'rob', exact: true }).click()
      await page.getByText('You may read.').waitFor()
      expect(await page.getByRole('link', { name: /accounts/ }).count()).toBe(0)
      desk().forgive()
    })

    it('a login that ends takes nothing from the page', async () => {
      const page = await desk().open('/')
      await logIn(page, 'ada')
      const story = page.getByRole('textbox', { name: 'The story' })
      await story.fill('“We shut the quay,” said Ida Brome.')
      await page.context().clearCookies()
      await page.getByRole('button', { name: 'Read it' }).click()
      await page.getByRole('heading', { name: 'Log in' }).waitFor()
      await logIn(page, 'ada')
      expect(await story.inputValue()).toBe('“We shut the quay,” said Ida Brome.')
      await page.getByRole('button', { name: 'Read it' }).click()
      await page.getByRole('heading', { name: 'One quote' }).waitFor()
      desk().forgive()
    })

    it('tokens are made, shown once, and ended', async () => {
      const page = await desk().open('/account')
      await logIn(page, 'ada')
      await page.getByText('You have no tokens.').waitFor()
      await page.getByRole('textbox', { name: 'What it is for' }).fill('<b>nightly</b> export')
      await page.getByRole('button', { name: 'Make a token' }).click()
      const once = page.getByRole('region', { name: 'The token, shown this once' })
      const token = await once.locator('code').innerText()
      const ask = () =>
        fetch(`${desk().service.local}/api/me`, { headers: { authorization: `Bearer ${token}` } })
      expect(await (await ask()).json()).toMatchObject({ account: 'ada', may: ['read'] })
      const row = page.getByRole('row', { name: /<b>nightly<\/b> export/ })
      await row.getByRole('button', { name: /^End it/ }).press('Enter')
      await page.getByText('You have no tokens.').waitFor()
      expect((await ask()).status).toBe(401)
      expect(await faultsOf(page)).toEqual([])
      desk().forgive()
    })

    it('an admin lets somebody in, says what they see, and shuts them out', async () => {
      const page = await desk().open('/accounts')
      await logIn(page, 'ada')
      await page.getByRole('textbox', { name: 'Name' }).fill('ida.fenn')
      await page.getByRole('combobox', { name: 'Role' }).selectOption('editor')
      await page.getByRole('checkbox', { name: 'The stories of all outlets' }).uncheck()
      await page.getByRole('checkbox', { name: 'Verran Post' }).check()
      await page.getByRole('button', { name: 'Invite', exact: true }).click()
      const link = await page.locator('.once code').innerText()
      expect(await faultsOf(page)).toEqual([])

      const other = await desk().open(new URL(link).pathname + new URL(link).hash)
      await other.getByLabel('New password').fill(PASSWORD)
      await other.keyboard.press('Enter')
      await other.getByRole('link', { name: 'Import' }).waitFor()
      await other.goto('/counts?by=outlet')
      await other.getByRole('rowheader', { name: 'Verran Post' }).waitFor()
      expect(await other.locator('tbody tr').count()).toBe(1)

      const line = page.getByRole('listitem').filter({ hasText: 'ida.fenn' })
      await line.getByText('editor · Verran Post').waitFor()
      await line.getByRole('button', { name: 'Change ida.fenn' }).press('Enter')
      await page.getByRole('combobox', { name: 'State' }).selectOption('disabled')
      await page.getByRole('button', { name: 'Save' }).click()
      await line.getByText('disabled').waitFor()
      await other.reload()
      await other.getByRole('heading', { name: 'Log in' }).waitFor()
      desk().forgive()
    })

    it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async theme => {
      const page = await desk().open('/account', { theme })
      await page.getByRole('heading', { name: 'Log in' }).waitFor()
      expect(await faultsOf(page)).toEqual([])
      await logIn(page, 'ada')
      await page.getByRole('heading', { name: 'Tokens' }).waitFor()
      expect(await faultsOf(page)).toEqual([])
      await page.goto('/accounts')
      await page.getByText('rob', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Change rob' }).click()
      expect(await faultsOf(page)).toEqual([])
      desk().forgive()
    })

    it('fits a phone', async () => {
      const page = await desk().open('/accounts', { width: PHONE })
      expect(await isTooWide(page)).toBe(false)
      await logIn(page, 'ada')
      await page.getByText('rob', { exact: true }).waitFor()
      expect(await isTooWide(page)).toBe(false)
      await page.goto('/account')
      await page.getByRole('heading', { name: 'Tokens' }).waitFor()
      expect(await isTooWide(page)).toBe(false)
      desk().forgive()
    })
  },
  { settings, prepare },
)

inChromium('alone on a machine', desk => {
  it('nobody needs to log in', async () => {
    const page = await desk().open('/')
    await page.getByRole('link', { name: 'This machine' }).click()
    await page.getByText('Whoever sits at this machine may do everything').waitFor()
    expect(await page.getByRole('button', { name: 'Log out' }).count()).toBe(0)
    await page.getByRole('link', { name: 'The accounts of this archive' }).click()
    await page.getByText('Nobody has an account').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })
})
