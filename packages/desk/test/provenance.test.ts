import { addStories } from '@onrecord/archive'
import { expect, it } from 'vitest'
import { story } from '../../archive/test/stories.js'
import { faultsOf, inChromium, isTooWide, PHONE } from './chromium.js'
import { hostileStory } from './hostile.js'

const PROMISE = '/provenance?q=There+will+be+no+new+tax+on+work+this+year'

inChromium('provenance', desk => {
  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async theme => {
    const page = await desk().open(PROMISE, { theme })
    await page
      .getByRole('heading', { name: /wordings$/ })
      .first()
      .waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.goto('/provenance?q=zebras+in+the+harbour')
    await page.getByText('Not found in this archive.').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('fits a phone, and a window at 200 %', async () => {
    for (const width of [PHONE, 640]) {
      const page = await desk().open(PROMISE, { width })
      await page
        .getByRole('heading', { name: /wordings$/ })
        .first()
        .waitFor()
      expect(await isTooWide(page)).toBe(false)
    }
  })

  it('follows a quote from the search: wordings as a tree, what changed, where it was first', async () => {
    const page = await desk().open('/search?q="no+new+tax+on+work+this+year"&sort=oldest')
    await page.getByRole('link', { name: 'Its way through the press' }).first().press('Enter')
    await page.waitForURL(/\/provenance\?q=stories/)
    await page.getByText('First in').first().waitFor()
    expect(await page.locator('.section-head .note').first().textContent()).toBe(
      'First in The Ardesk Courier, 9 March 2026',
    )
    const below = page.locator('.variants > li > ol > li')
    expect(await below.count()).toBeGreaterThan(1)
    await page.getByRole('link', { name: 'Verify this wording' }).first().press('Enter')
    await page.getByRole('heading', { name: /^Exact/ }).waitFor()
  })

  it('takes words as they are typed', async () => {
    const page = await desk().open('/provenance')
    await page
      .getByRole('textbox', { name: 'Words, or the link of a quote' })
      .fill('asked to slow down')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/provenance?q=asked+to+slow+down')
    await page
      .getByRole('heading', { name: /wording/ })
      .first()
      .waitFor()
  })
})

const printed = (outlet: string, published: string, words: string) =>
  story(
    { text: `“${words}” said Ada Berg.`, path: outlet, outlet, published },
    {
      entities: { 'Ada Berg': {} },
      quotes: [{ content: `“${words}”`, cue: 'said', source: 'Ada Berg', speakers: ['Ada Berg'] }],
    },
  )

inChromium(
  'the way of a promise',
  desk => {
    it('marks what changed, and says which words may turn the sense', async () => {
      const page = await desk().open('/provenance?q=not+close+the+harbour+this+year')
      const variants = page.locator('.variant')
      await variants.nth(2).waitFor()
      const [first, next, turned] = await variants.all()
      expect(await first!.locator('ins, del').count()).toBe(0)
      expect(await next!.locator('.printed ins').allTextContents()).toEqual(['next'])
      expect(await next!.locator('.changes').textContent()).toContain('“this” became “next”')
      expect(await turned!.locator('.changes').textContent()).toMatch(/Negation.*: Left out: not$/)
      expect(await page.locator('.way-dot').count()).toBe(3)
      await page.locator('.way-dot').last().click()
      await page.waitForURL(/\/stories\/\w+\/quotes\/q1$/)
    })
  },
  {
    fill: archive =>
      addStories(archive, [
        printed(
          'Courier',
          '2026-01-01',
          'We will not close the harbour this year, whatever it costs,',
        ),
        printed(
          'Post',
          '2026-01-05',
          'We will not close the harbour next year, whatever it costs,',
        ),
        printed('Herald', '2026-02-01', 'We will close the harbour this year, whatever it costs,'),
      ]),
  },
)

inChromium(
  'provenance among hostile stories',
  desk => {
    it('shows words as words', async () => {
      const page = await desk().open('/provenance?q=will+float+the+ferry')
      await page.getByText('<img src=x onerror=alert(1)>').first().waitFor()
      expect(await page.locator('.variants img, .variants i, .variants b').count()).toBe(0)
      expect(await isTooWide(page)).toBe(false)
      expect(await faultsOf(page)).toEqual([])
    })
  },
  { fill: archive => addStories(archive, [hostileStory()]) },
)
