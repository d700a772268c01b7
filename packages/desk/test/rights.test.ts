import { expect, it } from 'vitest'
import { faultsOf, inChromium, isTooWide, PHONE } from './chromium.js'

inChromium('rights', desk => {
  it('shows the licences, and changes one by keyboard', async () => {
    const page = await desk().open('/rights')
    const row = page.getByRole('row', { name: /^Verran Post/ })
    await row.getByText('all of it').waitFor()
    await row.getByRole('button', { name: 'Change the licence of Verran Post' }).press('Enter')
    const form = page.getByRole('form', { name: 'Change the licence of Verran Post' })
    await form.getByRole('combobox', { name: 'What may be shown' }).selectOption('snippet')
    await form.getByRole('spinbutton', { name: 'Words of a snippet' }).fill('12')
    await form.getByRole('textbox', { name: /^On what it rests/ }).fill('<b>by letter</b>')
    await page.keyboard.press('Enter')
    await page.getByText('The licence of Verran Post is changed').waitFor()
    await row.getByText('snippets of 12 words').waitFor()
    await row.getByText('<b>by letter</b>').waitFor()
    await page.reload()
    await row.getByText('snippets of 12 words').waitFor()
  })

  it('hides a story once what would change was seen, and lifts that again', async () => {
    const page = await desk().open('/rights?subject=story:tdexyc55rq9m')
    await page.getByRole('textbox', { name: 'Why' }).fill('asked for by the outlet')
    await page.getByRole('button', { name: 'Show what would change' }).click()
    await page.getByRole('heading', { name: 'What would change' }).waitFor()
    await page.getByRole('row', { name: /^Quotes out of search and counts \d+$/ }).waitFor()
    await page.getByText('Nothing is hidden, withdrawn or replaced.').waitFor()
    // another reason is another plan: it has to be looked at first
    await page.getByRole('textbox', { name: 'Why' }).fill('asked for by the outlet, twice')
    expect(await page.getByRole('button', { name: 'Hide it' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Show what would change' }).click()
    await page.getByRole('button', { name: 'Hide it' }).click()
    await page.getByRole('heading', { name: 'What was changed' }).waitFor()
    const line = page.getByRole('listitem').filter({ hasText: 'asked for by the outlet, twice' })
    await line.getByText('hidden').waitFor()
    await line.getByRole('button', { name: /^Lift/ }).click()
    await line.getByText('It is found again at once.').waitFor()
    await line.getByRole('button', { name: 'Lift it' }).click()
    await page.getByText('Nothing is hidden, withdrawn or replaced.').waitFor()
    await page.getByRole('checkbox', { name: 'Also lifted ones' }).check()
    await page.getByText('lifted by local').waitFor()
  })

  it('finds a person by name, and replaces that name everywhere', async () => {
    const page = await desk().open('/rights')
    await page.getByRole('textbox', { name: 'Story or person' }).fill('Jonty Freck')
    await page.keyboard.press('Enter')
    const found = page.getByRole('list', { name: 'Found' })
    await found.getByRole('button', { name: 'Jonty Freck', exact: true }).press('Enter')
    await page.getByRole('radio', { name: 'Replace the name' }).check()
    await page.getByRole('textbox', { name: 'Why' }).fill('asked for')
    await page.getByRole('textbox', { name: /^What stands in/ }).fill('a <i>singer</i>')
    await page.getByRole('button', { name: 'Show what would change' }).press('Enter')
    await page.getByText('Where it stands').click()
    await page.locator('.around', { hasText: 'Freck' }).first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Replace it everywhere' }).press('Enter')
    await page.getByRole('heading', { name: 'What was changed' }).waitFor()
    await page.getByText('name replaced by a <i>singer</i>').waitFor()
    const counts = await desk().open('/counts')
    await counts.getByRole('table').waitFor()
    expect(await counts.getByText('Jonty Freck').count()).toBe(0)
  })

  it('withdraws a story for good', async () => {
    const page = await desk().open('/rights?subject=story:tdexyc55rq9m')
    await page.getByRole('radio', { name: 'Withdraw' }).check()
    await page.getByText('It cannot be undone').waitFor()
    await page.getByRole('textbox', { name: 'Why' }).fill('by order of the court')
    await page.getByRole('button', { name: 'Show what would change' }).click()
    await page.getByRole('button', { name: 'Withdraw it for good' }).click()
    await page.getByRole('heading', { name: 'What was changed' }).waitFor()
    await page.getByText('withdrawn', { exact: true }).waitFor()
    // what is gone cannot go again
    await page.getByRole('button', { name: 'Choose another' }).last().click()
    await page.getByRole('textbox', { name: 'Story or person' }).fill('stories/tdexyc55rq9m')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Why' }).fill('again')
    await page.getByRole('button', { name: 'Show what would change' }).click()
    await page.getByRole('alert').waitFor()
    desk().forgive()
  })

  it('the log tells all of it, whole, and is narrowed by what stands in the address', async () => {
    const page = await desk().open('/rights')
    await page.getByRole('link', { name: /^The audit log/ }).click()
    await page.getByText('The chain of the whole log is sound.').waitFor()
    await page.getByRole('textbox', { name: 'Deed' }).fill('withdraw')
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: /withdraw story:tdexyc55rq9m/ }).waitFor()
    expect(await page.locator('tbody tr').count()).toBe(1)
    expect(new URL(page.url()).search).toBe('?action=withdraw')
    await page.getByRole('link', { name: 'Show all' }).click()
    await page.getByRole('row', { name: /licence/ }).waitFor()
    await page.getByLabel('Up to').fill('2020-01-01')
    await page.getByRole('button', { name: 'Show these' }).click()
    await page.getByText('Nothing of that kind was done.').waitFor()
    expect(new URL(page.url()).search).toBe('?to=2020-01-01')
    await page.getByRole('link', { name: 'Show all' }).click()
    await page
      .getByText('That is all.')
      .or(page.getByRole('button', { name: 'Earlier entries' }))
      .waitFor()
  })

  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async theme => {
    for (const path of ['/rights', '/rights?subject=person:x', '/audit']) {
      const page = await desk().open(path, { theme })
      await page.getByRole('table').first().waitFor()
      expect(await faultsOf(page), path).toEqual([])
    }
  })

  it('fits a phone, and a window at 200 %', async () => {
    for (const width of [PHONE, 600]) {
      for (const path of ['/rights', '/audit']) {
        const page = await desk().open(path, { width })
        await page.getByRole('table').first().waitFor()
        expect(await isTooWide(page), path).toBe(false)
      }
    }
  })
})
