/**
 * Lines of a paragraph as one. A hyphen at a line's end that parts a word is taken out where the next line begins with a
 * small letter ("fishing har-" "bour" is "fishing harbour"), and kept elsewhere ("Anglo-" "Verran", "2014-" "15"), always
 * without a space. So a word that has its hyphen by nature and was parted there loses it: "twenty-" "one" becomes
 * "twentyone"; the page does not tell the two apart. A soft hyphen at the end is always taken out. A dash, or a hyphen
 * behind a space, parts no word: a space follows.
 */
export function joinLines(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    if (text === '') text = line
    else if (text.endsWith('\u00ad')) text = text.slice(0, -1) + line
    else if (/[\p{L}\p{N}][-\u2010]$/u.test(text.slice(-3))) {
      text =
        (/\p{L}.$/u.test(text.slice(-3)) && /^\p{Ll}/u.test(line) ? text.slice(0, -1) : text) + line
    } else text += ` ${line}`
  }
  return text.replaceAll('\u00ad', '')
}
