/** Is there anything but white space in it? */
export const has = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== ''

/** A list under its key; nothing where the list is empty. */
export const listed = (key: string, items: readonly object[]): object =>
  items.length === 0 ? {} : { [key]: items }

/**
 * An address of the web that may stand where a form asks for an IRI, as RFC 3986 writes it ("https://p.example/%C3%A9").
 *
 * - Not: "p.example/1", "javascript:x", "https://", "", nothing
 */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !/^\s*https?:/i.test(url) || !URL.canParse(url)) return undefined
  const { href, protocol } = new URL(url)
  const path = href.indexOf('/', protocol.length + 2)
  // what browsers leave in an address and RFC 3986 does not allow
  const rest = href.slice(path)
  const fragment = rest.indexOf('#')
  const allowed = rest.replace(
    /[^!$%&'()*+,\-./0-9:;=?@A-Z_a-z~]|%(?![0-9A-Fa-f]{2})/g,
    (sign, at: number) => (at === fragment ? sign : encodeURIComponent(sign)),
  )
  return href.slice(0, path) + allowed
}
