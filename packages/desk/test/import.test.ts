import { expect, it } from 'vitest'
import { faultsOf, inChromium, isTooWide, PHONE } from './chromium.js'

const told = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

const BROKEN = { name: 'half.json', mimeType: 'application/json', buffer: Buffer.from('{"text": ') }

inChromium('import', desk => {
  it('takes files, tells what became of them, and leads to the stories', async () => {
    const page = await desk().open('/import')
    await page
      .getByRole('textbox', { name: 'Outlet' })
      .or(page.getByRole('combobox', { name: 'Outlet' }))
      .fill('The Quay Gazette')
    await page
      .getByLabel('Choose files')
      .setInputFiles([told('gale.txt', '“We shut the quay,” said Ida Brome.'), BROKEN])
    const uploads = page.locator('.uploads > li')
    const gale = uploads.filter({ hasText: 'gale.txt' })
    await gale.getByText('done · 1 new story').waitFor()
    await gale.getByRole('button', { name: 'What it brought: gale.txt' }).press('Enter')
    await gale.getByText('The Quay Gazette').waitFor()
    const href = await gale.getByRole('link').getAttribute('href')
    expect(href).toMatch(/^\/stories\/\w+$/)
    // the same again is known
    await page
      .getByLabel('Choose files')
      .setInputFiles(told('gale.txt', '“We shut the quay,” said Ida Brome.'))
    await page.getByText('done · 1 known already').waitFor()
  })

  it('is as it was after a reload: what could not be taken in, why, and another try', async () => {
    const page = await desk().open('/import')
    const half = page.locator('.uploads > li').filter({ hasText: 'half.json' })
    await half.getByText('done · 1 problem').waitFor()
    const problems = page.locator('.problems > li').filter({ hasText: 'half.json' })
    await problems.last().getByText(/JSON/).waitFor()
    await half.getByRole('button', { name: 'Try again: half.json' }).click()
    await half.getByText('It brought no stories.').waitFor()
    await half
      .getByLabel('Try again', { exact: true })
      .setInputFiles(told('mended.json', '{"text": "“It is mended,” said Ida Brome."}'))
    await page.getByText('done · 1 new story').nth(1).waitFor()
    await page.getByText('Everything that was sent gave its stories.').waitFor()
  })

  it('tries again with the file at hand, as long as the page is open', async () => {
    const page = await desk().open('/import')
    await page.getByLabel('Choose files').setInputFiles({ ...BROKEN, name: 'torn.json' })
    const again = page.getByRole('button', { name: 'Try again: torn.json' })
    await again.click()
    await page.locator('.uploads > li').filter({ hasText: 'torn.json' }).nth(1).waitFor()
    await page.getByText('1 problem', { exact: true }).waitFor()
  })

  it('stops what is being read; what it brought stays', async () => {
    const page = await desk().open('/import')
    const stories = Array.from({ length: 200 }, (_, k) =>
      JSON.stringify({ id: `${k}`, text: `@wait 200 “We waited ${k} days,” said Ida Brome.` }),
    )
    await page.getByLabel('Choose files').setInputFiles(told('long.jsonl', stories.join('\n')))
    const long = page.locator('.uploads > li').filter({ hasText: 'long.jsonl' })
    await long.getByText('being read').waitFor()
    expect(await long.getByRole('progressbar').count()).toBe(1)
    // the page is left and come back to, and it goes on
    await page.reload()
    await long.getByText('being read').waitFor()
    await long.getByRole('button', { name: 'Stop long.jsonl' }).press('Enter')
    await long.getByText('stopped').waitFor()
    expect(await long.getByRole('progressbar').count()).toBe(0)
  })

  it('takes a whole folder, and shows hostile names as they are', async () => {
    const page = await desk().open('/import')
    const name = '<img src=x onerror=alert(1)> \u202etxt.gnp.txt'
    await page.evaluate(`{
      const data = new DataTransfer()
      data.items.add(new File(['“No,” said Ida Brome.'], ${JSON.stringify(name)}, { type: 'text/plain' }))
      for (const kind of ['dragover', 'drop'])
        document.dispatchEvent(new DragEvent(kind, { dataTransfer: data, cancelable: true }))
    }`)
    await page.getByRole('heading', { name, exact: true }).waitFor()
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.getByLabel('Choose a folder').getAttribute('webkitdirectory')).toBe('')
  })

  it('waits for a service that is away, and sends once it is back', async () => {
    const page = await desk().open('/import')
    await page.getByRole('heading', { name: 'Uploads' }).waitFor()
    await desk().stop()
    await page
      .getByLabel('Choose files')
      .setInputFiles(told('patient.txt', '“I can wait,” said Ida Brome.'))
    await page.getByText('0 of 1 file sent').waitFor()
    await page.getByText('The service is not answering').waitFor()
    await desk().again()
    const patient = page.locator('.uploads > li').filter({ hasText: 'patient.txt' })
    await patient.getByText('done · 1 new story').waitFor()
    desk().forgive()
  })

  it('works over a slow line', async () => {
    const page = await desk().open('/import')
    await desk().slow(page)
    await page
      .getByLabel('Choose files')
      .setInputFiles(told('slow.txt', `“${'We are slow. '.repeat(5_000)}” said Ida Brome.`))
    await page.getByText('0 of 1 file sent').waitFor()
    const slow = page.locator('.uploads > li').filter({ hasText: 'slow.txt' })
    await slow.getByText('done · 1 new story').waitFor()
  })

  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async theme => {
    const page = await desk().open('/import', { theme })
    await page.locator('.uploads > li').first().waitFor()
    await page.getByRole('button', { name: /^What/ }).first().click()
    expect(await faultsOf(page)).toEqual([])
  })

  it('fits a phone, and a window at 200 %', async () => {
    for (const width of [PHONE, 600]) {
      const page = await desk().open('/import', { width })
      await page.locator('.uploads > li').first().waitFor()
      expect(await isTooWide(page)).toBe(false)
    }
  })
})
