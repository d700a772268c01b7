import { bare, countWords } from '../text/block.js'

/**
 * A title without its outlet's name at the end or the front: "Mill burns | Orrby Post" → "Mill burns". Cuts what stands
 * after a bar or a spaced dash, or before the first bar, dash or colon, if that is the outlet's name, with or without
 * "the", or begins with it ("Orrby Post Online").
 */
export function withoutOutlet(title: string, outlets: readonly string[]): string {
  const names = outlets.map(bare).filter(name => name !== '')
  let text = title.replace(/\s+/g, ' ').trim()
  if (names.length === 0) return text
  // a tail is short, and there may be two: "Mill burns | Orrby Post | Orrby Post"
  for (let again = 0; again < 2; again++) {
    const marks = [
      ...text.slice(-160).matchAll(/\s[|–—»›•·/\\-]\s|\s?[|｜]\s?|\s-(?=\p{Lu})/gu),
    ].reverse()
    const skipped = Math.max(0, text.length - 160)
    const cut = marks.find(mark =>
      isOutlet(text.slice(skipped + mark.index + mark[0].length), names),
    )
    if (cut === undefined || skipped + cut.index === 0) break
    text = text.slice(0, skipped + cut.index).trim()
  }
  const front = /^([^|–—»›•·:]{1,60}?)\s?[|–—»›•·:]\s(.+)$/u.exec(text)
  return front !== null && names.includes(bare(front[1]!)) ? front[2]!.trim() : text
}

function isOutlet(end: string, names: readonly string[]): boolean {
  const own = bare(end)
  const joined = own.replace(/ /g, '')
  return (
    own !== '' &&
    names.some(
      name =>
        name === own ||
        name === `the ${own}` ||
        own === `the ${name}` ||
        own.startsWith(`${name} `) ||
        name.replace(/ /g, '') === joined,
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
