import { addStories } from '@onrecord/archive'
import { expect, it } from 'vitest'
import { story } from '../../archive/test/stories.js'
import { faultsOf, inChromium, isTooWide, PHONE } from './chromium.js'
import { fillGenerated } from './generated.js'
import { hostileStory } from './hostile.js'

inChromium('search', desk => {
  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async theme => {
    const page = await desk().open('/search?q=ferry&outlet=Verran+Post', { theme })
    await page.getByRole('heading', { name: /found$/ }).waitFor()
    for (const details of await page.locator('.ask summary').all()) await details.click()
    expect(await faultsOf(page)).toEqual([])
    await page.goto('/search?q=zzzz')
    await page.locator('.empty').getByText('Nothing matches.').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('fits a phone, and a window at 200 %', async () => {
    for (const width of [PHONE, 640]) {
      const page = await desk().open('/search?q=ferry&speaker=Tasch', { width })
      await page.getByRole('heading', { name: /found$/ }).waitFor()
      expect(await isTooWide(page)).toBe(false)
    }
  })

  it('is gone through by keyboard: words, hits, more, and to the story at the quote', async () => {
    const page = await desk().open('/search')
    await page.getByRole('heading', { name: 'The newest' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('tax')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=tax')
    await page.getByRole('heading', { name: /found$/ }).waitFor()
    expect(await page.title()).toBe('Search: tax · Onrecord')
    expect(await page.locator('.hits mark').first().textContent()).toBe('tax')
    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    const first = page.locator('a[data-hit]').first()
    expect(await first.evaluate('document.activeElement.href')).toBe(
      await first.evaluate((link: { href: string }) => link.href),
    )
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/stories\/\w+\/quotes\/q\d+$/)
    await page.goBack()
    await page.getByRole('heading', { name: /found$/ }).waitFor()
  })

  it('goes on page by page, and takes who asked for more to the first of it', async () => {
    const page = await desk().open('/search')
    await page.locator('a[data-hit]').first().waitFor()
    expect(await page.locator('a[data-hit]').count()).toBe(20)
    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.press('m')
    await page.locator('a[data-hit]').nth(39).waitFor()
    const links = await page
      .locator('a[data-hit]')
      .evaluateAll((all: { href: string }[]) => all.map(link => link.href))
    expect(new Set(links).size).toBe(40)
    expect(await page.evaluate('document.activeElement.href')).toBe(links[20])
  })

  it('is narrowed by facets, by key and by click; what narrows it can be taken away', async () => {
    const page = await desk().open('/search?q=tax')
    const speaker = page.getByRole('button', { name: /^Tobin Marrec/ })
    await speaker.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/speaker=person/)
    const away = page.getByRole('button', { name: 'Take away: said by Tobin Marrec' })
    await away.waitFor()
    const names = await page.locator('.hits .kicker').allTextContents()
    expect(names.length).toBeGreaterThan(0)
    expect(names.every(name => name.includes('Marrec'))).toBe(true)
    await page.getByRole('button', { name: /^direct/ }).click()
    await page.waitForURL(/kind=direct/)
    await page.getByRole('button', { name: 'Take all away' }).click()
    await page.waitForURL('**/search?q=tax')
    await page.goBack()
    await page.waitForURL(/kind=direct/)
  })

  it('says what is wrong with a question, and what finds more where nothing does', async () => {
    const page = await desk().open('/search?q=(tax')
    await page.getByRole('alert').waitFor()
    await page.goto('/search?q=marrec+zzzz&kind=direct')
    await page.getByRole('button', { name: /^Look without/ }).click()
    await page.waitForURL('**/search?q=marrec+zzzz')
    await page.getByRole('button', { name: /^Look in all words/ }).click()
    await page.waitForURL(/in=passages/)
    await page.getByRole('link', { name: /Verify them$/ }).waitFor()
  })

  it('keeps searches, says what is new in them, and leads to their feeds', async () => {
    const page = await desk().open('/search?q=flotilla')
    await page.locator('.empty').getByText('Nothing matches.').waitFor()
    await page.goto('/search?q=ferry&sort=newest')
    await page.getByRole('button', { name: 'Save this search' }).click()
    const atom = page.getByRole('link', { name: 'Atom of new hits: ferry' })
    expect(await atom.getAttribute('href')).toBe('/api/search.atom?text=ferry')
    const feed = await page.request.get((await atom.getAttribute('href'))!)
    expect(feed.status()).toBe(200)
    await page.goto('/search?q=tax')
    const saved = page.getByRole('link', { name: 'ferry', exact: true })
    await saved.waitFor()
    expect(await page.locator('.fresh').count()).toBe(0)
    await addStories(desk().service.archive, [
      story(
        { text: '“The ferry is late,” said Bo Lim.', path: 'new', outlet: 'New', title: 'New' },
        {
          entities: { 'Bo Lim': {} },
          quotes: [{ content: '“The ferry is late,”', cue: 'said', source: 'Bo Lim' }],
        },
      ),
    ])
    await page.reload()
    await page.getByRole('link', { name: '1 new' }).click()
    await page.getByRole('heading', { name: '1 found' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Forget the saved search ferry' }).click()
    expect(await saved.count()).toBe(0)
  })
})

inChromium(
  'search among hostile stories',
  desk => {
    it('shows their words as words, and no more of them than is needed', async () => {
      const page = await desk().open('/search?q=ferry')
      await page.getByText('<img src=x onerror=alert(1)>').waitFor()
      await page.getByRole('link', { name: '</title><script>alert(2)</script>' }).waitFor()
      expect(await page.locator('.hits img, .hits b, .hits i, .hits script').count()).toBe(0)
      expect((await page.locator('.hit-words').first().textContent())!.length).toBeLessThan(2000)
      expect(await page.getByText('only 40 % sure').count()).toBe(1)
      expect(await isTooWide(page)).toBe(false)
      expect(await faultsOf(page)).toEqual([])
    })
  },
  { fill: archive => addStories(archive, [hostileStory()]) },
)

inChromium(
  'search in an empty archive',
  desk => {
    it('says that it is empty, and where one begins', async () => {
      const page = await desk().open('/search')
      await page.getByText('The archive has no quotes yet.').waitFor()
      expect(await faultsOf(page)).toEqual([])
    })
  },
  { fill: async () => {} },
)

inChromium(
  'search in a large archive',
  desk => {
    it('tells that there are more than are counted, shows time, and is narrowed to one of its bars', async () => {
      const page = await desk().open('/search')
      await page.getByText('Counted in the newest 1,000.').waitFor()
      const bars = page.getByRole('list', { name: 'When it was published' }).getByRole('button')
      expect(await bars.count()).toBeGreaterThan(3)
      await bars.last().focus()
      await page.keyboard.press('ArrowLeft')
      const name = await page.evaluate('document.activeElement.getAttribute("aria-label")')
      const count = Number(/: ([\d,]+)$/.exec(String(name))![1]!.replaceAll(',', ''))
      await page.keyboard.press('Enter')
      await page.waitForURL(/from=\d{4}(-\d\d)?&to=/)
      await page.getByRole('button', { name: /^Take away: published/ }).waitFor()
      const found = await page.getByRole('heading', { name: /found$/ }).textContent()
      // the oldest that is counted may be of a month with more
      expect(Number(found!.replace(/\D/g, ''))).toBeGreaterThanOrEqual(count)
      expect(await faultsOf(page)).toEqual([])
    })
  },
  { fill: fillGenerated },
)
