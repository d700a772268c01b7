import { addStories } from '@onrecord/archive'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { story } from '../../archive/test/stories.js'
import { inChromium } from './chromium.js'

/** About fifty words a paragraph. */
const PARAGRAPHS = 1_000

const content = (n: number) =>
  `“We counted the boats of pier ${n} twice, and ${n} of them had no lights, no papers and no one aboard,”`
const LONG = story(
  {
    text: Array.from(
      { length: PARAGRAPHS },
      (_, n) =>
        `${content(n)} said${n} Nora Quill of pier ${n}. The harbour closed at six, the ferries waited outside the bar until the tide turned, and those who had tickets for the evening boat walked home along the mole in the rain.`,
    ).join('\n\n'),
    title: 'Fifty thousand words',
    path: 'long',
  },
  {
    entities: { 'Nora Quill': {} },
    quotes: Array.from({ length: PARAGRAPHS }, (_, n) => ({
      content: content(n),
      cue: `said${n}`,
      source: `Nora Quill of pier ${n}`,
      speakers: ['Nora Quill'],
      confidence: n % 10 === 0 ? 0.5 : 0.95,
    })),
  },
)

/** Runs in the page: scrolls through it all in steps, a frame each. Gives the milliseconds of each frame. */
const SCROLL = `new Promise(done => {
  const frames = []
  let last = performance.now()
  const step = () => {
    const now = performance.now()
    frames.push(now - last)
    last = now
    if (frames.length > 200) return done(frames.slice(1))
    scrollBy(0, 400)
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
})`

/** Runs in the page: does something, and gives the milliseconds until it is painted. */
const PAINTED = `const painted = act => new Promise(done => {
  const begun = performance.now()
  act()
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)))
})`
const KEYS = `(async () => {
  ${PAINTED}
  const times = []
  for (let k = 0; k < 20; k++)
    times.push(await painted(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }))))
  return times
})()`
const LAST = `(async () => {
  ${PAINTED}
  return painted(() => [...document.querySelectorAll('[role=tabpanel] li button')].at(-1).click())
})()`

inChromium('a story of 50,000 words', desk => {
  it('is opened, gone through and corrected; how long that takes is printed', async () => {
    const [added] = await addStories(desk().service.archive, [LONG])
    const times: Record<string, number> = { words: LONG.arrival.text.split(/\s+/).length }
    const timed = async (name: string, work: () => Promise<unknown>) => {
      const begun = performance.now()
      await work()
      times[name] = Math.round(performance.now() - begun)
    }
    let page!: Page
    await timed('opened', async () => {
      page = await desk().open(`/stories/${added!.key}`)
      await page.locator('[data-text] p').first().waitFor()
    })
    times['of that, the service'] = (await page.evaluate(
      `Math.round(performance.getEntriesByType('resource').find(one => one.name.includes('/api/stories/')).duration)`,
    )) as number
    const frames = ((await page.evaluate(SCROLL)) as number[]).sort((a, b) => a - b)
    times['scrolling: median frame'] = Math.round(frames[frames.length >> 1]!)
    times['scrolling: frame at 95 %'] = Math.round(frames[Math.floor(0.95 * frames.length)]!)
    const card = (n: number) => page.locator('.card').getByText(`Quote ${n}`, { exact: true })
    const keys = ((await page.evaluate(KEYS)) as number[]).sort((a, b) => a - b)
    await card(20).waitFor()
    times['a key to the next quote: median'] = Math.round(keys[keys.length >> 1]!)
    times['a key to the next quote: slowest'] = Math.round(keys.at(-1)!)
    times['the last quote, from the list'] = Math.round((await page.evaluate(LAST)) as number)
    await card(PARAGRAPHS).waitFor()
    await timed('a quote accepted', async () => {
      await page.keyboard.press('y')
      await page.locator('.notice').getByText('is right as it stands').waitFor()
    })
    console.info(`a story of 50,000 words, in milliseconds: ${JSON.stringify(times)}`)
    const { record } = (await (
      await fetch(`${desk().service.local}/api/stories/${added!.key}`)
    ).json()) as { record: { quotes: { confidence: number }[] } }
    expect(record.quotes.at(-1)!.confidence).toBe(1)
    expect(times.words).toBeGreaterThan(50_000)
  })
})
