import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { createClient } from '../../server/src/client.js'
import { faultsOf, inChromium } from './chromium.js'

const STORY = 'tdexyc55rq9m'
const PATIENT = { timeout: 30_000 }

inChromium('correcting a story', desk => {
  const client = () => createClient(desk().service.local)
  const recordNow = async () => (await client().ask('story', { story: STORY })).record
  const quoteNow = async (id: string) => (await recordNow()).quotes.find(quote => quote.id === id)
  const told = (page: Page, words: string) =>
    page.locator('.notice').getByText(words, { exact: false }).waitFor()

  it('doubtful quotes are decided on one key at a time, undone and done again', async () => {
    const page = await desk().open(`/stories/${STORY}`)
    const { quotes } = await recordNow()
    await page
      .locator('.queue')
      .getByText(/doubtful quotes?$/)
      .waitFor()
    await page.keyboard.press('n')
    const first = new URL(page.url()).pathname.split('/').at(-1)!
    expect(quotes.find(({ id }) => id === first)!.confidence).toBeLessThan(0.7)
    await page.keyboard.press('y')
    await told(page, 'is right as it stands')
    expect((await quoteNow(first))!.confidence).toBe(1)
    // the next one is at hand already
    const second = new URL(page.url()).pathname.split('/').at(-1)!
    expect(second).not.toBe(first)
    await page.keyboard.press('x')
    await told(page, 'is no quote any more')
    expect(await quoteNow(second)).toBe(undefined)
    await page.keyboard.press('Control+z')
    await told(page, 'Undone')
    expect((await quoteNow(second))!.id).toBe(second)
    await page.keyboard.press('Control+Shift+z')
    await told(page, 'Done again')
    expect(await quoteNow(second)).toBe(undefined)
    await page.keyboard.press('Control+z')
    await told(page, 'Undone')
  })

  it('a span is moved by words with keys alone', async () => {
    const page = await desk().open(`/stories/${STORY}/quotes/q4`)
    const before = (await quoteNow('q4'))!.content.at(-1)!
    await page.getByRole('button', { name: 'Change: What was said' }).waitFor()
    await page.keyboard.press('c')
    await page.getByRole('region', { name: /Select the words/ }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Enter')
    await told(page, 'was corrected')
    const { content, confidence } = (await quoteNow('q4'))!
    expect(confidence).toBe(1)
    expect(content.at(-1)!.end).toBeGreaterThan(before.end)
    expect(content.at(-1)!.start).toBeGreaterThan(before.start)
    await page.keyboard.press('c')
    await page.getByRole('button', { name: 'End: a word back' }).click()
    await page.keyboard.press('Escape')
    await page.locator('.draft').first().waitFor({ state: 'detached' })
    expect((await quoteNow('q4'))!.content).toEqual(content)
  })

  it('the speaker, the kind and the reason are chosen by keyboard', async () => {
    const page = await desk().open(`/stories/${STORY}/quotes/q5`)
    const why = page.getByLabel('Why (for others to read)')
    await why.fill('heard on the tape')
    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.press('w')
    const who = page.getByLabel('Speaker', { exact: true })
    await page.locator('select:focus').waitFor()
    expect(await who.getAttribute('id')).toBe(await page.locator('select:focus').getAttribute('id'))
    const { entities } = await recordNow()
    const other = entities.find(({ name }) => name === 'Henrike Daal')!
    await page.keyboard.type('Henrike')
    await page.keyboard.press('Enter')
    await told(page, 'was corrected')
    expect((await quoteNow('q5'))!.speakers).toEqual([other.id])
    await page.getByLabel('Kind').selectOption('mixed')
    await expect.poll(async () => (await quoteNow('q5'))!.kind, PATIENT).toBe('mixed')
    await page.getByRole('tab', { name: 'History' }).click()
    await page.getByText('“heard on the tape”').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('a quote is added by selecting words, and taken away again in the history', async () => {
    const page = await desk().open(`/stories/${STORY}`)
    const { story, quotes } = await recordNow()
    const block = page.locator('[data-text] p').nth(2)
    await block.click({ clickCount: 3 })
    const words = ((await block.textContent()) ?? '').trim()
    await page.getByRole('button', { name: 'Add what is selected as a quote' }).click()
    await page.getByRole('button', { name: 'Set it' }).click()
    await told(page, 'The quote was added')
    const added = (await recordNow()).quotes.filter(
      ({ id }) => !quotes.some(quote => quote.id === id),
    )
    expect(added.map(({ content }) => content.map(({ text }) => text))).toEqual([[words]])
    expect(story.text).toContain(words)
    await page.getByRole('tab', { name: 'History' }).click()
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
    await told(page, 'Undone')
    expect((await recordNow()).quotes.length).toBe(quotes.length)
  })

  it('a speaker whom the record does not have is added, and nobody else gets their name', async () => {
    const page = await desk().open(`/stories/${STORY}/quotes/q6`)
    const before = await recordNow()
    await page.getByLabel('Speaker', { exact: true }).selectOption('new')
    await page.getByLabel('Name of the new speaker').fill('Ottoline Skerry')
    await page.getByRole('button', { name: 'Add them' }).click()
    await told(page, 'They were added')
    await expect
      .poll(async () => {
        const { quotes, entities } = await recordNow()
        const [speaker] = quotes.find(({ id }) => id === 'q6')!.speakers
        return entities.find(({ id }) => id === speaker)?.name
      }, PATIENT)
      .toBe('Ottoline Skerry')
    const names = (await recordNow()).entities.map(({ name }) => name)
    for (const { name } of before.entities) expect(names).toContain(name)
  })

  it('two editors: who was slower is told, and sees the record as it is', async () => {
    const page = await desk().open(`/stories/${STORY}/quotes/q7`)
    await page.getByRole('button', { name: /It is right/ }).waitFor()
    // the page's view of the story is kept as it is, as where its next look is still to come
    await page.route('**/api/corrections?**', route => route.abort())
    await client().ask('correct', {
      story: STORY,
      edits: [{ do: 'change-quote', item: 'q7', set: { kind: 'indirect' } }],
    })
    await page.unroute('**/api/corrections?**')
    await page.keyboard.press('y')
    await told(page, 'changed this story')
    await page
      .locator('.card')
      .getByText(/indirect ·/)
      .waitFor()
    desk().forgive()
  })

  it('what others do appears by itself', async () => {
    const page = await desk().open(`/stories/${STORY}/quotes/q8`)
    await page.getByRole('button', { name: /It is right/ }).waitFor()
    await client().ask('correct', {
      story: STORY,
      edits: [{ do: 'change-quote', item: 'q8', set: { kind: 'mixed' } }],
    })
    await told(page, 'local changed this story')
    await page
      .locator('.card')
      .getByText(/partly direct ·/)
      .waitFor()
  })

  it('readers see no way to change anything', async () => {
    const page = await desk().open('/')
    await page.route('**/api/me', route =>
      route.fulfill({ json: { account: 'ida', may: ['read'], sources: 'all' } }),
    )
    await page.goto(`/stories/${STORY}/quotes/q8`)
    await page.locator('.card').waitFor()
    expect(await page.getByRole('button', { name: /It is right/ }).count()).toBe(0)
    await page.keyboard.press('x')
    expect((await quoteNow('q8'))!.id).toBe('q8')
  })
})
