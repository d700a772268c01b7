import { addStories } from '@onrecord/archive'
import { expect, it } from 'vitest'
import { story } from '../../archive/test/stories.js'
import { faultsOf, inChromium, isTooWide, PHONE } from './chromium.js'

const MARKUP = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'
const ZALGO = `“${'Z\u0334\u0301\u0302\u0303\u0304\u0306a\u0335\u0310\u0311\u033dlgo'.repeat(20)},”`
const LETTERS = `“${'x'.repeat(3_000)},”`
const MEGABYTE = 'The tide gauge was read again and nobody wrote it down. '.repeat(18_000)

const STORIES = {
  markup: story(
    {
      text: `${MARKUP}\n\n“${MARKUP} is what we print,” said Nora Quill ${MARKUP}.\n\n<!-- --></div><style>*{display:none}</style>`,
      title: `</title>${MARKUP}`,
      outlet: `<b>${MARKUP}</b>`,
      byline: [MARKUP],
      url: 'javascript:window.ran=1',
      path: 'markup',
    },
    {
      quotes: [
        {
          content: `“${MARKUP} is what we print,”`,
          cue: 'said',
          source: 'Nora Quill',
          confidence: 0.4,
        },
      ],
    },
  ),
  'right to left': story(
    {
      text: 'e\u202evil\u202c ‏«لن نبيع المرفأ» قالت نورا كويل.\n\n“We will \u202etrom\u202c not,” said Nora Quill.\n\n“\u2066\u2066\u2066 isolated,” said Nora Quill\u2069.',
      title: '\u202eeltit eht',
      outlet: 'صحيفة المرفأ',
      path: 'rtl',
    },
    {
      quotes: [
        { content: '«لن نبيع المرفأ»', cue: 'قالت', source: 'نورا كويل' },
        { content: '“We will \u202etrom\u202c not,”', cue: 'said', source: 'Nora Quill' },
      ],
    },
  ),
  zalgo: story(
    {
      text: `${ZALGO} said Nora Quill.\n\n${LETTERS} she said.\n\n\x07\x1b[31m👩‍👩‍👧‍👦`,
      title: ZALGO,
      path: 'zalgo',
    },
    {
      quotes: [
        { content: ZALGO, cue: 'said', source: 'Nora Quill' },
        { content: LETTERS, cue: 'said#2', source: 'she' },
      ],
    },
  ),
  'a paragraph of a megabyte': story(
    { text: `${MEGABYTE}“We stopped,” said Nora Quill.`, path: 'megabyte' },
    { quotes: [{ content: '“We stopped,”', cue: 'said', source: 'Nora Quill' }] },
  ),
}

inChromium('a hostile story', desk => {
  it.each(Object.keys(STORIES) as (keyof typeof STORIES)[])('%s is words, whole', async name => {
    const one = STORIES[name]
    const [added] = await addStories(desk().service.archive, [one])
    const page = await desk().open(`/stories/${added!.key}/quotes/q1`)
    await page.locator('.card').waitFor()
    expect(await page.evaluate('window.ran')).toBe(undefined)
    const made = 'main img, main script, main style, main iframe, [href^="javascript:"]'
    expect(await page.locator(made).count()).toBe(0)
    const shown = (await page.evaluate(
      `[...document.querySelectorAll('[data-text] p > [data-start]')].map(run => [+run.dataset.start, run.textContent])`,
    )) as [number, string][]
    for (const [start, words] of shown)
      if (one.arrival.text.slice(start, start + words.length) !== words)
        expect.fail(`${start}: ${words.slice(0, 80)}`)
    const letters = (text: string) => text.replaceAll(/\s/g, '')
    expect(letters(shown.map(([, words]) => words).join(''))).toBe(letters(one.arrival.text))
    // what is out of order in a story is its own: the page around it stays in order
    await page.getByRole('tab', { name: 'People' }).click()
    await page.getByRole('link', { name: 'Start' }).click()
    await page.getByRole('heading', { name: 'Who said what' }).waitFor()
  })

  it.each(['markup', 'right to left', 'zalgo'] as const)(
    '%s has no fault that axe finds, and fits a phone',
    async name => {
      const [added] = await addStories(desk().service.archive, [STORIES[name]])
      const page = await desk().open(`/stories/${added!.key}/quotes/q1`, { width: PHONE })
      await page.locator('.card').waitFor()
      expect(await faultsOf(page)).toEqual([])
      expect(await isTooWide(page)).toBe(false)
    },
  )

  it('what would turn the direction is shown by its name', async () => {
    const [added] = await addStories(desk().service.archive, [STORIES['right to left']])
    const page = await desk().open(`/stories/${added!.key}`)
    expect(await page.locator('[data-text] [data-name="U+202E"]').count()).toBe(2)
  })
})
