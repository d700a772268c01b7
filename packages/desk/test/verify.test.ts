import { addStories } from '@onrecord/archive'
import { expect, it } from 'vitest'
import { faultsOf, inChromium, isTooWide, PHONE } from './chromium.js'
import { hostileStory } from './hostile.js'

const NEGATED = '/verify?q=There+will+be+new+tax+on+work+next+year&speaker=Tobin+Marrec'

inChromium('verify', desk => {
  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async theme => {
    const page = await desk().open('/verify', { theme })
    expect(await faultsOf(page)).toEqual([])
    await page.goto(NEGATED)
    await page.getByRole('heading', { name: 'Altered: not in these words.' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.goto('/verify?q=zebras+in+the+harbour')
    await page.getByRole('heading', { name: 'Not found in this archive.' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('fits a phone, and a window at 200 %', async () => {
    for (const width of [PHONE, 640]) {
      const page = await desk().open(NEGATED, { width })
      await page.getByRole('heading', { name: /^Altered/ }).waitFor()
      expect(await isTooWide(page)).toBe(false)
    }
  })

  it('is gone through by keyboard, to a page that can be sent, and on to the source', async () => {
    const page = await desk().open('/verify')
    await page.keyboard.press('/')
    await page.keyboard.type('There will be no new tax on work this year')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Marrec')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Exact: Tobin Marrec said that.' }).waitFor()
    expect(new URL(page.url()).search).toBe(
      '?q=There+will+be+no+new+tax+on+work+this+year&speaker=Marrec',
    )
    await page.getByText('1 other place with the same words').click()
    await page.locator('.source-of .hit-where a').first().press('Enter')
    await page.waitForURL('**/stories/tdexyc55rq9m/quotes/q4')
  })

  it('shouts a negation that was left out, and marks it in what was printed', async () => {
    const page = await desk().open(NEGATED)
    await page
      .getByRole('alert')
      .getByText('Tobin Marrec is on record saying the opposite.')
      .waitFor()
    const first = page.locator('.match').first()
    expect(await first.locator('.alarms').textContent()).toBe('Negation left out “no”')
    expect(await first.locator('ins .loud').textContent()).toBe('no')
    await page.goto('/verify?q=There+will+be+no+new+tax+on+work+this+century')
    await page.getByRole('heading', { name: /^Altered/ }).waitFor()
    expect(await page.locator('.match').first().locator('del').textContent()).toBe('century')
  })

  it('copies a citation', async () => {
    const page = await desk().open('/verify?q=no+new+tax+on+work+this+year')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy as citation' }).first().press('Enter')
    await page.getByText('Copied.').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/Marrec.*Ardesk Courier/s)
  })

  it('says what a claim needs', async () => {
    const page = await desk().open('/verify?q=tax')
    await page.getByRole('alert').waitFor()
  })
})

inChromium(
  'verify among hostile stories',
  desk => {
    it('shows words as words', async () => {
      const page = await desk().open('/verify?q=will+float+the+ferry&speaker=<i>Bo</i>')
      await page.getByRole('heading', { name: /<i>Bo<\/i>/ }).waitFor()
      await page.getByText('<img src=x onerror=alert(1)>').first().waitFor()
      expect(await page.locator('.match img, .match i, .match b, .match script').count()).toBe(0)
      expect(await isTooWide(page)).toBe(false)
      expect(await faultsOf(page)).toEqual([])
    })
  },
  { fill: archive => addStories(archive, [hostileStory()]) },
)
