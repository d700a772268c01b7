import { expect, it } from 'vitest'
import { faultsOf, inChromium, isTooWide, PHONE } from './chromium.js'

const TWO = '/counts?by=gender&by=outlet'

inChromium('who gets quoted', desk => {
  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async theme => {
    for (const path of ['/counts', TWO, '/counts?by=outlet&by=day&copies=once', '/counts/quotes']) {
      const page = await desk().open(path, { theme })
      await page.locator('svg, .counted-quotes li').first().waitFor()
      expect(await faultsOf(page), path).toEqual([])
    }
  })

  it('fits a phone, and a window at 200 %', async () => {
    for (const width of [PHONE, 600]) {
      for (const path of ['/counts', TWO, '/counts?by=day']) {
        const page = await desk().open(path, { width })
        await page.locator('svg').waitFor()
        expect(await isTooWide(page), path).toBe(false)
      }
    }
  })

  it('is asked by keyboard; the address keeps the question, and the way back the one before', async () => {
    const page = await desk().open('/counts')
    await page.getByRole('heading', { name: 'Quotes by speaker' }).waitFor()
    await page.getByRole('combobox', { name: 'By', exact: true }).focus()
    await page.keyboard.type('out')
    await page.getByRole('heading', { name: 'Quotes by outlet' }).waitFor()
    await page.getByRole('radio', { name: 'Quotes' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { name: 'Words by outlet' }).waitFor()
    expect(new URL(page.url()).search).toBe('?by=outlet&sort=words')
    await page.reload()
    await page.getByRole('heading', { name: 'Words by outlet' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Quotes by outlet' }).waitFor()
    expect(await page.getByRole('radio', { name: 'Quotes' }).isChecked()).toBe(true)
  })

  it('draws what the table says, and tells it to those who hear the page', async () => {
    const page = await desk().open('/counts?by=outlet')
    const chart = page.getByRole('img', {
      name: /^Bar chart\. Quotes by outlet\. .+: \d+ quotes\./,
    })
    await chart.locator('svg').waitFor()
    const rows = await page.locator('tbody tr').allInnerTexts()
    const numbers = rows.map(row => row.split('\t')[1]!)
    const drawn = await chart.locator('[aria-label=text] text').allTextContents()
    expect(drawn).toEqual(numbers)
    expect(numbers.length).toBeGreaterThan(4)
    // Plot's own style sheet would be refused by the page's policy
    expect(await page.locator('svg style').count()).toBe(0)
  })

  it('every number opens the quotes that it counts, no more and no fewer', async () => {
    const page = await desk().open('/counts?by=gender&kind=direct&copies=once')
    const link = page.getByRole('link', { name: /^\d+ quotes: women$/ })
    const count = Number(await link.innerText())
    await link.press('Enter')
    await page.getByRole('heading', { name: 'The quotes counted' }).waitFor()
    await page.getByText('women · direct quotes').waitFor()
    while (await page.getByRole('button', { name: 'More quotes' }).isVisible())
      await page.getByRole('button', { name: 'More quotes' }).click()
    await page.getByText(`These are all ${count} quotes.`).waitFor()
    expect(await page.locator('.counted-quotes li').count()).toBe(count)
    const first = page.locator('.counted-quotes a').first()
    expect(await first.getAttribute('href')).toMatch(/^\/stories\/\w+\/quotes\/q\d+$/)
  })

  it('says who it is whose quotes are shown, by the name that the register has', async () => {
    const page = await desk().open('/counts')
    const row = page.getByRole('row', { name: /^Jonty Freck/ })
    await row.getByRole('link', { name: /quotes: Jonty Freck/ }).click()
    await page.locator('.lead').getByText('Jonty Freck').waitFor()
  })

  it('filters are told in a form, shown, and taken away one by one', async () => {
    const page = await desk().open('/counts')
    await page.getByText('Only some of it').click()
    await page.getByRole('textbox', { name: 'From' }).fill('2026-03-11')
    await page.getByRole('combobox', { name: 'Outlet to add' }).fill('Verran Post')
    await page.getByRole('checkbox', { name: 'direct', exact: true }).check()
    await page.getByRole('button', { name: 'Show these' }).click()
    const chosen = page.getByRole('list', { name: 'Only' })
    await chosen.getByText('Verran Post').waitFor()
    expect(new URL(page.url()).search).toBe(
      '?by=speaker&from=2026-03-11&outlet=Verran+Post&kind=direct',
    )
    await chosen.getByRole('button', { name: 'Leave out: direct quotes' }).click()
    await chosen.getByRole('button', { name: 'Leave out: Verran Post' }).click()
    await chosen.getByRole('button', { name: 'Leave out: from 2026-03-11' }).click()
    await chosen.waitFor({ state: 'detached' })
    expect(new URL(page.url()).search).toBe('?by=speaker')
  })

  it('the table is kept as a file', async () => {
    const page = await desk().open('/counts?by=gender&by=month')
    for (const [form, begins] of [
      ['CSV', 'gender,month,quotes,words,stories,people'],
      ['Parquet', 'PAR1'],
    ] as const) {
      const wait = page.waitForEvent('download')
      await page.getByRole('link', { name: form }).click()
      const file = await wait
      expect(file.suggestedFilename()).toBe(`counts-gender-month.${form.toLowerCase()}`)
      let bytes = ''
      for await (const chunk of await file.createReadStream()) bytes += chunk
      expect(bytes.startsWith(begins)).toBe(true)
    }
  })

  it('what is no date is refused in words, and what finds nothing says the way out', async () => {
    const page = await desk().open('/counts?from=yesterday')
    await page.getByRole('alert').getByText('Give a year, a month or a day').waitFor()
    const none = await desk().open('/counts?outlet=%3Cb%3ENobody%3C%2Fb%3E')
    await none.getByText('There is nothing to count here').waitFor()
    expect(await none.locator('main b').count()).toBe(0)
    await none.getByText('<b>Nobody</b>').waitFor()
    await none.getByRole('link', { name: 'Count everything' }).click()
    await none.getByRole('heading', { name: 'Quotes by speaker' }).waitFor()
    desk().forgive()
  })

  it('works over a slow line: the numbers do not wait for the chart', async () => {
    const page = await desk().open('/')
    await desk().slow(page)
    await page.getByRole('link', { name: 'Who gets quoted' }).click()
    await page.getByRole('table').waitFor()
    await page.locator('svg').waitFor()
  })
})
