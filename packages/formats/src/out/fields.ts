/** Is there anything but white space in it? */
export const has = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== ''

/** A list under its key; nothing where the list is empty. */
export const listed = (key: string, items: readonly object[]): object =>
  items.length === 0 ? {} : { [key]: items }

/**
 * An address of the web that may stand where a form asks for an IRI, as URLs are written ("https://p.example/%C3%A9").
 *
 * - Not: "p.example/1", "javascript:x", "https://", "", nothing
 */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !/^\s*https?:/i.test(url) || !URL.canParse(url)) return undefined
  return new URL(url).href
}
