import { addStories, listPeople, renamePerson } from '@onrecord/archive'
import { expect, it } from 'vitest'
import { faultsOf, inChromium, isTooWide, PHONE } from './chromium.js'
import { fillGenerated } from './generated.js'
import { HOSTILE_NAME, hostileStory } from './hostile.js'

inChromium('people', desk => {
  /** Somebody of the samples who speaks in several stories, as the service tells of them. */
  const somebody = async () => {
    const answer = await fetch(`${desk().service.local}/api/people?type=person&limit=200`)
    const { people } = (await answer.json()) as {
      people: { key: string; name: string; quotes: number; stories: number }[]
    }
    const { key, name, quotes, stories } = people.find(one => one.quotes > 1 && one.stories > 2)!
    return { path: `/people/${key}`, name, quotes, stories }
  }

  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async theme => {
    const page = await desk().open('/people', { theme })
    await page.locator('.person-line').first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.goto('/candidates')
    await page.locator('.pairs li').first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.goto((await somebody()).path)
    await page.getByText('Call them otherwise').waitFor()
    for (const fold of await page.locator('.fold summary').all()) await fold.click()
    expect(await faultsOf(page)).toEqual([])
    await page.goto('/people/nobodyhere12')
    await page.getByRole('alert').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('fits a phone, and a window at 200 %', async () => {
    for (const width of [PHONE, 640]) {
      const page = await desk().open('/people', { width })
      expect(await isTooWide(page)).toBe(false)
      await page.goto((await somebody()).path)
      await page.getByText('Call them otherwise').waitFor()
      for (const fold of await page.locator('.fold summary').all()) await fold.click()
      expect(await isTooWide(page)).toBe(false)
    }
  })

  it('finds somebody by the beginning of a name, and says where there is nobody', async () => {
    const page = await desk().open('/people')
    await page.keyboard.press('/')
    await page.keyboard.type('vask pet')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/people?q=vask+pet')
    await page.getByRole('link', { name: 'Petra Vask' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Petra Vask' }).waitFor()
    await page.goto('/people?q=zzzz')
    await page.getByText('Nobody of that name is in the register.').waitFor()
    await page.getByRole('radio', { name: 'Groups' }).focus()
    await page.keyboard.press('Space')
    await page.waitForURL(/type=group/)
  })

  it('shows somebody in facts, each leading to where it is told', async () => {
    const { path, quotes, stories } = await somebody()
    const page = await desk().open(path)
    await page.getByText(`${quotes} quotes, ${stories} stories`).waitFor()
    await page
      .locator('.told')
      .getByRole('link', { name: /, \d+ \w+ \d{4}$/ })
      .first()
      .press('Enter')
    await page.waitForURL(/\/stories\/\w+\/facts\/f\d+$/)
    await page.goBack()
    await page.getByRole('link', { name: 'Search in it' }).press('Enter')
    await page.getByRole('heading', { name: `${quotes} found` }).waitFor()
  })

  it('decides who is one by a key each, and takes it back', async () => {
    const page = await desk().open('/candidates')
    const pairs = page.locator('.pairs > li')
    await pairs.first().waitFor()
    const before = await pairs.allTextContents()
    await page.keyboard.press('j')
    expect(await pairs.nth(1).getAttribute('aria-current')).toBe('true')
    await page.keyboard.press('k')
    await page.keyboard.press('r')
    await page.getByText('Kept apart.').waitFor()
    expect(await pairs.count()).toBe(before.length - 1)
    await page.keyboard.press('u')
    await page.getByText('Undone.').waitFor()
    expect(await pairs.allTextContents()).toEqual(before)
    await page.keyboard.press('a')
    await page.getByText('Made one.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await page.getByText('Undone.').waitFor()
    expect(await pairs.allTextContents()).toEqual(before)
  })

  it('renames, splits and merges somebody, and undoes each', async () => {
    const { path, name, quotes, stories } = await somebody()
    const counts = `${quotes} quotes, ${stories} stories`
    const page = await desk().open(path)
    const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
    await page.getByText('Call them otherwise').click()
    await page.getByRole('textbox', { name: 'The name' }).fill('Maren Vask-Irk')
    await page.getByRole('textbox', { name: 'Why, for the history' }).first().fill('as she signs')
    await page.keyboard.press('Enter')
    await heading('Maren Vask-Irk').waitFor()
    await page.getByText('as she signs').waitFor()
    await page.getByRole('button', { name: /^Undo:/ }).press('Enter')
    await heading(name).waitFor()

    await page.getByText('Some stories tell of somebody else').click()
    await page.locator('.split-stories input').first().check()
    await page.getByRole('button', { name: 'Part 1 story off' }).press('Enter')
    await page.getByText(`, ${stories - 1} stories`).waitFor()
    await page
      .getByRole('button', { name: /^Undo:/ })
      .first()
      .press('Enter')
    await page.getByText(counts).waitFor()

    await page.getByText('Another entry is the same').click()
    await page.getByRole('textbox', { name: 'Who, by a name' }).fill('Emil Va')
    await page.getByRole('button', { name: 'Merge Emil Vask into this one' }).press('Enter')
    await page.getByText(counts).waitFor({ state: 'detached' })
    expect(await faultsOf(page)).toEqual([])
    await page
      .getByRole('button', { name: /^Undo:/ })
      .first()
      .press('Enter')
    await page.getByText(counts).waitFor()
  })
})

inChromium(
  'people of hostile stories',
  desk => {
    it('shows names and words as they are', async () => {
      const page = await desk().open('/people')
      await page.getByRole('link', { name: /<b>Bo<\/b>/ }).press('Enter')
      await page.getByRole('heading', { level: 1, name: /<b>Bo<\/b>/ }).waitFor()
      await page.getByText('<img src=x onerror=alert(1)>').waitFor()
      expect(await page.locator('main img, main b, main i').count()).toBe(0)
      expect(await isTooWide(page)).toBe(false)
      expect(await faultsOf(page)).toEqual([])
    })
  },
  {
    fill: async archive => {
      await addStories(archive, [hostileStory()])
      const { people } = await listPeople({ archive, sight: 'all' }, { limit: 1 })
      const by = { who: 'desk', at: '2026-03-01T00:00:00.000Z' }
      await renamePerson(archive, people[0]!.key, HOSTILE_NAME, by)
    },
  },
)

inChromium(
  'people of a large archive',
  desk => {
    it('shows quotes over time, goes on with them, and leads to those of one time', async () => {
      const page = await desk().open('/people')
      await page.locator('.person-line a').first().press('Enter')
      await page.waitForURL(/\/people\/\w+$/)
      const bars = page.getByRole('list', { name: 'Quotes by when they were published' })
      await bars.getByRole('button').last().waitFor()
      await page.getByRole('button', { name: 'More' }).press('Enter')
      const quotes = page.locator('.main-and-side section').filter({ hasText: 'What they say' })
      await quotes.locator('ol > li').nth(20).waitFor()
      expect(await faultsOf(page)).toEqual([])
      await bars.getByRole('button').last().press('Enter')
      await page.waitForURL(/\/search\?speaker=person.*from=/)
      await page.getByRole('heading', { name: /found$/ }).waitFor()
    })
  },
  { fill: fillGenerated },
)
