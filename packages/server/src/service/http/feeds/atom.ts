import { instantOf, wellFormed } from '@onrecord/formats'
import type { Entry, Feed } from './entry.js'

export const ATOM = 'application/atom+xml'

/** A feed as Atom (RFC 4287). An empty one is as old as time, so that the same state is the same feed. */
export function atomOf({ title, self, home, entries }: Feed): string {
  const updated = entries.reduce((last, { added }) => (added > last ? added : last), NEVER)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    tag('id', self),
    tag('title', title),
    tag('updated', updated),
    `<link rel="self" type="${ATOM}" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(home)}"/>`,
    tag('generator', 'Onrecord'),
    ...entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n')
}

const NEVER = '1970-01-01T00:00:00Z'

function entryXml({ id, url, title, speakers, words, added, published }: Entry): string {
  const instant = instantOf(published ?? undefined)
  // an entry has an author, or its feed does
  const authors = speakers.length > 0 ? speakers : ['–']
  return [
    '<entry>',
    tag('id', id),
    tag('title', title),
    tag('updated', added),
    ...(instant ? [tag('published', instant)] : []),
    ...authors.map(name => `<author>${tag('name', name)}</author>`),
    `<link rel="alternate" type="text/html" href="${xml(url)}"/>`,
    ...(words === null ? [] : [tag('content', words)]),
    '</entry>',
  ].join('\n')
}

const tag = (name: string, text: string) => `<${name}>${xml(text)}</${name}>`

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // a carriage return as such would be read as a line feed
  '\r': '&#13;',
}

/** Text within an element or a value. What XML 1.0 has no way to say becomes U+FFFD. */
export const xml = (text: string): string =>
  wellFormed(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\r]/g, found => NAMES[found]!)
