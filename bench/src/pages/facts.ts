/** What a page's answer says of it; null where it states nothing. */
export interface Meta {
  readonly title: string | null
  readonly byline: string | null
  readonly publishedTime?: string | null
  readonly siteName?: string | null
}

interface Story {
  readonly title?: string
  readonly byline?: readonly string[]
  readonly published?: string
}

/**
 * Title, byline, date: 'right', 'wrong', or '' where the answer states none. A title is right with or without the
 * outlet's name at its end. A byline is right if its names are the answer's names in their order; where the answer names
 * the outlet itself, which is no person, none is right too. Dates are right if they are the same moment, or the same
 * day and hour where no zone is stated.
 */
export function judgeFacts(meta: Meta, story: Story | undefined): readonly string[] {
  return [judgeTitle(meta, story), judgeByline(meta, story), judgeDate(meta, story)]
}

const right = (is: boolean): string => (is ? 'right' : 'wrong')

function judgeTitle({ title, siteName }: Meta, story: Story | undefined): string {
  if (title === null) return ''
  const short =
    siteName == null
      ? title
      : title.replace(new RegExp(`\\s*[-|–—]\\s*${literally(siteName)}$`), '')
  return right(story?.title !== undefined && [title, short].map(plain).includes(plain(story.title)))
}

function judgeByline({ byline, siteName }: Meta, story: Story | undefined): string {
  if (byline === null) return ''
  const names = story?.byline ?? []
  if (plain(byline) === plain(siteName ?? ''))
    return right(names.length === 0 || plain(names.join(' ')) === plain(byline))
  const wanted = byline.replace(/^by\s+/i, '').split(/\s*(?:,|&|\band\b)\s*/)
  return right(names.map(plain).join('|') === wanted.map(plain).join('|'))
}

function judgeDate({ publishedTime }: Meta, story: Story | undefined): string {
  if (publishedTime == null) return ''
  const found = story?.published
  if (found === undefined) return 'none'
  const zoned = (time: string) => /T.*(?:Z|[+-]\d\d:\d\d)$/.test(time)
  if (zoned(publishedTime) && zoned(found))
    return right(Date.parse(found) === Date.parse(publishedTime))
  const length = Math.min(16, found.length, publishedTime.length)
  return right(found.slice(0, length) === publishedTime.slice(0, length))
}

const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
