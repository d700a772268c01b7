import { expect, it } from 'vitest'
import { faultsOf, inChromium, isTooWide, PHONE } from './chromium.js'

const TEXT =
  '“We will float her on the spring tide,” said Bo Lim.\n\n“Nobody asked us,” said Nora Quill.'

inChromium('the front page', desk => {
  it('a pasted story is read, looked at, kept and opened, by keyboard alone', async () => {
    const page = await desk().open('/')
    await page.getByRole('textbox', { name: 'The story' }).focus()
    await page.keyboard.insertText(TEXT)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByLabel('Headline').focus()
    await page.keyboard.insertText('Aground')
    await page.keyboard.press('Enter')
    const heading = page.getByRole('heading', { name: '2 quotes' })
    await heading.waitFor()
    await page.locator('h2:focus').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('j')
    await page.locator('.card').getByText('Bo Lim', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Keep it in the archive' }).focus()
    await page.keyboard.press('Enter')
    const open = page.getByRole('link', { name: 'Open the story' })
    await open.waitFor()
    await open.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Aground' }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/stories\/\w{12}$/)
    await page.goBack()
    await page.getByRole('link', { name: 'Aground' }).first().waitFor()
  })

  it('goes back to the words, which are still there', async () => {
    const page = await desk().open('/')
    await page.getByRole('textbox', { name: 'The story' }).fill(TEXT)
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByRole('button', { name: 'Back to the words' }).click()
    await page.locator('textarea:focus').waitFor()
    expect(await page.getByRole('textbox', { name: 'The story' }).inputValue()).toBe(TEXT)
  })

  it('files are added, with what became of each', async () => {
    const page = await desk().open('/')
    await page.getByLabel('Choose files').setInputFiles([
      { name: 'pier.txt', mimeType: 'text/plain', buffer: Buffer.from('“Rain,” said Ada Moor.') },
      { name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"text"') },
    ])
    await page.getByText('1 new story').waitFor()
    await page.getByText('1 problem').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  it('tells what came last, and what waits for an editor', async () => {
    const page = await desk().open('/', { width: PHONE })
    const waiting = page.getByRole('region', { name: 'To decide' })
    await waiting
      .getByText(/doubtful quotes?$/)
      .first()
      .waitFor()
    const recent = page.getByRole('region', { name: 'Came last' })
    expect(await recent.getByRole('listitem').count()).toBe(6)
    await recent.getByRole('button', { name: 'More of them' }).click()
    await recent.getByRole('listitem').nth(10).waitFor()
    expect(await isTooWide(page)).toBe(false)
    await waiting.getByRole('link').first().click()
    await page.locator('.queue').waitFor()
  })
})
