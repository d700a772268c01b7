import { describe, expect, it } from 'vitest'
import { faultsOf, inChromium, isTooWide, PHONE } from './chromium.js'
import { firstLoad, sources } from './files.js'

describe('the desk as it is built', () => {
  it('loads less than 200 kB of script at first, compressed', async () => {
    const loaded = await firstLoad()
    expect(loaded.files.length).toBeGreaterThan(1)
    expect(loaded.bytes, loaded.files.join(' ')).toBeLessThan(200_000)
  })

  it('makes no markup of words, and no style but in its files', () => {
    const found = sources().filter(({ text }) =>
      /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|srcDoc|\beval\(/.test(
        text,
      ),
    )
    expect(found.map(({ path }) => path)).toEqual([])
    expect(sources().length).toBeGreaterThan(10)
  })
})

inChromium('the shell', desk => {
  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async theme => {
    const page = await desk().open('/', { theme })
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('fits a phone, and a window at 200 %', async () => {
    for (const width of [PHONE, 640]) {
      const page = await desk().open('/', { width })
      expect(await isTooWide(page)).toBe(false)
    }
  })

  it('is gone through by keyboard: the skip link, the views, the theme, the keys', async () => {
    const page = await desk().open('/')
    const focused = () =>
      page.evaluate('document.activeElement.textContent || document.activeElement.id')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Skip to the page')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('keeps the chosen theme', async () => {
    const page = await desk().open('/')
    const paper = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    const day = await paper()
    await page.getByRole('radio', { name: 'Night' }).focus()
    await page.keyboard.press('Space')
    const night = await paper()
    expect(night).not.toBe(day)
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await paper()).toBe(night)
  })

  it('single letters are no keys where that is chosen, nor where one types', async () => {
    const page = await desk().open('/')
    await page.getByRole('textbox', { name: 'The story' }).press('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: 'Keys' }).click()
    await page.getByRole('checkbox', { name: 'Single letters are keys' }).uncheck()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { level: 1 }).press('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('says where there is no such page, in the page’s name too', async () => {
    const page = await desk().open('/nothing/here')
    expect(await page.title()).toBe('There is no such page · Onrecord')
    expect(await faultsOf(page)).toEqual([])
  })

  it('says that the service does not answer, and takes up again once it does', async () => {
    const page = await desk().open('/')
    await desk().stop()
    await page.getByRole('textbox', { name: 'The story' }).fill('“We will,” said Bo Lim.')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByText('The service is not answering').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await desk().again()
    await page.getByText('The service is answering again').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByRole('heading', { name: 'One quote' }).waitFor()
    desk().forgive()
  })
})
