import type { Phrase } from './page/phrase.js'

/** One line of text as Markdown that shows it as it is; `first`: at the start of a line. */
export function escapeMd(text: string, first = true): string {
  const line = first ? text.trimStart() : text
  const inline = line
    .replace(/[\\`*_{}[\]<>#&|~^=$@]/g, '\\$&')
    // Addresses that would become links by themselves.
    .replace(/:(?=\/\/)|(?<=\bwww)\.|(?<=\b(?:mailto|xmpp)):/gi, '\\$&')
  return first ? inline.replace(/^([-+:])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2') : inline
}

/** A phrase with its names in bold. What lies between names is escaped as one: signs of two parts can act together. */
export function mdPhrase(phrase: Phrase, first = true): string {
  const runs: { text: string; name: boolean }[] = []
  for (const { text, tone } of phrase) {
    const name = tone === 'name'
    const last = runs.at(-1)
    if (text === '') continue
    if (last && last.name === name) last.text += text
    else runs.push({ text, name })
  }
  return runs
    .map(({ text, name }, i) => {
      const words = escapeMd(text, first && i === 0)
      return name ? `<b>${words}</b>` : words
    })
    .join('')
}
