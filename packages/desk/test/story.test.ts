import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { createClient } from '../../server/src/client.js'
import { faultsOf, inChromium, isTooWide, PHONE } from './chromium.js'

/** A sample with doubtful quotes, a quote within another, and findings. */
const STORY = 'tdexyc55rq9m'

const card = (page: Page) => page.locator('.card')

inChromium('a story', desk => {
  const client = () => createClient(desk().service.local)

  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async theme => {
    const page = await desk().open(`/stories/${STORY}/quotes/q2`, { theme })
    await card(page).waitFor()
    expect(await faultsOf(page)).toEqual([])
    for (const tab of ['People', 'Facts', 'Timeline', 'Findings', 'History']) {
      await page.getByRole('tab', { name: tab }).click()
      expect(await faultsOf(page), tab).toEqual([])
    }
  })

  it('fits a phone, and a window at 200 %', async () => {
    for (const width of [PHONE, 640]) {
      const page = await desk().open(`/stories/${STORY}/quotes/q2`, { width })
      await card(page).waitFor()
      expect(await isTooWide(page), `${width}`).toBe(false)
    }
  })

  it('its text is whole, every character in its place', async () => {
    const page = await desk().open(`/stories/${STORY}`)
    const { record } = await client().ask('story', { story: STORY })
    const told = (await page.evaluate(
      `[...document.querySelectorAll('[data-text] p [data-start]')].map(run => [Number(run.dataset.start), run.textContent])`,
    )) as [number, string][]
    expect(told.length).toBeGreaterThan(50)
    for (const [start, words] of told)
      expect(record.story.text.slice(start, start + words.length)).toBe(words)
    const shown = told.map(([, words]) => words).join('')
    expect(shown.replaceAll(/\s/g, '')).toBe(record.story.text.replaceAll(/\s/g, ''))
  })

  it('is gone through quote by quote with keys; the address is the quote’s permanent link', async () => {
    const page = await desk().open(`/stories/${STORY}`)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await card(page).getByText('Quote 2').waitFor()
    expect(new URL(page.url()).pathname).toBe(`/stories/${STORY}/quotes/q2`)
    await page.keyboard.press('k')
    await card(page).getByText('Quote 1').waitFor()
    await page.keyboard.press('Escape')
    expect(await card(page).count()).toBe(0)
    expect(new URL(page.url()).pathname).toBe(`/stories/${STORY}`)
  })

  it('a click on words tells of the quote, and of what else is there', async () => {
    const page = await desk().open(`/stories/${STORY}`)
    await page.locator('[data-text] .source').first().click()
    await card(page).waitFor()
    await page.getByLabel('Who is named').check()
    await page.locator('[data-text] .source.mention').first().click()
    await card(page).getByText('Also here').waitFor()
  })

  it('a quote far down is in view where its link leads', async () => {
    const page = await desk().open(`/stories/${STORY}/quotes/q16`)
    const run = page.locator('[data-items~="q16"]').first()
    await run.waitFor()
    const box = async () => (await run.boundingBox())!
    await expect.poll(async () => (await box()).y, { timeout: 30_000 }).toBeGreaterThan(0)
    expect((await box()).y).toBeLessThan(900)
  })

  it('shows the words that a link of search names', async () => {
    const page = await desk().open(`/stories/${STORY}#100-120`)
    const found = page.locator('.found')
    await found.first().waitFor()
    const { record } = await client().ask('story', { story: STORY })
    expect((await found.allTextContents()).join('')).toBe(
      record.story.text.slice(100, 120).replaceAll('\n', ''),
    )
  })

  it('is printed with its record', async () => {
    const page = await desk().open(`/stories/${STORY}`)
    await page.locator('[data-text] p').first().waitFor()
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    await page.emulateMedia({ media: 'print' })
    const { quotes } = (await client().ask('story', { story: STORY })).record
    const printed = page.locator('.printed ol').first().getByRole('listitem')
    expect(await printed.count()).toBe(quotes.length)
    await printed.last().waitFor()
    expect(await page.locator('.panel').isVisible()).toBe(false)
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    await page.locator('.printed').waitFor({ state: 'detached' })
  })

  it.each([
    ['snippet', 3, 'lets 3 words of a quote be shown'],
    ['link', undefined, 'lets none of its words be shown'],
  ] as const)(
    'says what a licence for %s lets be shown, and shows no more',
    async (licence, words, told) => {
      const { outlet } = await client().ask('story', { story: STORY })
      const set = (licence: 'full' | 'snippet' | 'link', words?: number) =>
        client().ask('source set', { source: outlet, licence, ...(words && { words }) })
      await set(licence, words)
      try {
        const { record } = await client().ask('story', { story: STORY })
        const page = await desk().open(`/stories/${STORY}`)
        await page.getByText(told).waitFor()
        const shown = (await page.locator('[data-text]').textContent()) ?? ''
        expect(shown).toContain('█')
        expect(await page.locator('[data-note]').count()).toBe(record.quotes.length)
        expect(await faultsOf(page)).toEqual([])
      } finally {
        await set('full')
      }
    },
  )

  it('says where there is no such story', async () => {
    const page = await desk().open('/stories/nosuchstory0')
    await page.getByRole('alert').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })
})
