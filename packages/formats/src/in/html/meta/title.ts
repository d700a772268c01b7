import { bare, countWords } from '../text/block.js'

/**
 * A title without its outlet's name at the end or the front: "Mill burns | Orrby Post" → "Mill burns". Cuts what stands
 * after the last (or before the first) bar, dash, colon-like mark between spaces if that is a name of the outlet, or its
 * beginning, or "News | Outlet".
 */
export function withoutOutlet(title: string, outlets: readonly string[]): string {
  let text = title.replace(/\s+/g, ' ').trim()
  const names = outlets.map(bare).filter(name => name !== '')
  for (let again = 0; again < 3; again++) {
    const tail = /^(.+?)\s*(?:\s[|–—»›:•·/\\-]|[|｜»])\s+?([^|–—»›•·]{1,60})$/u.exec(
      lastSplit(text),
    )
    if (tail === null) break
    const [, , end] = tail
    const head = text.slice(0, text.length - lastSplit(text).length) + tail[1]!
    if (!isOutlet(end!, names)) break
    text = head.trim()
  }
  const front = /^([^|–—»›•·:]{1,60}?)\s*[|–—»›•·:]\s+(.+)$/u.exec(text)
  if (front !== null && names.includes(bare(front[1]!))) return front[2]!.trim()
  return text
}

/** The last 160 characters of a title: a tail is short, so that looking for it costs little. */
const lastSplit = (text: string): string => text.slice(-160)

function isOutlet(end: string, names: readonly string[]): boolean {
  const own = bare(end)
  return (
    own !== '' &&
    names.some(
      name =>
        name === own ||
        name === `the ${own}` ||
        own === `the ${name}` ||
        own.startsWith(`${name} `) ||
        (own.length >= 4 && name.startsWith(`${own} `)) ||
        own.replace(/ /g, '') === name.replace(/ /g, ''),
    )
  )
}

/**
 * The story's title out of a page's `<title>`: the main heading if the title begins or ends with it; else without the
 * outlet's name; else, where no outlet is known, without a last part of at most four words that follows a bar or a
 * spaced dash, if at least three words are left.
 */
export function fromTitleTag(
  title: string,
  headings: readonly string[],
  outlets: readonly string[],
): string {
  const own = bare(title)
  const heading = headings.find(each => {
    const other = bare(each)
    return (
      countWords(each) >= 2 &&
      (own === other || own.startsWith(`${other} `) || own.endsWith(` ${other}`))
    )
  })
  if (heading !== undefined) return heading
  const cut = withoutOutlet(title, outlets)
  if (cut !== title) return cut
  const tail = /^(.{3,400})\s(?:[|–—»•·-])\s([^|–—»•·]{2,60})$/u.exec(title.slice(0, 500))
  if (tail !== null && countWords(tail[2]!) <= 4 && countWords(tail[1]!) >= 3)
    return tail[1]!.trim()
  return title
}
