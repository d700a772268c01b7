/** What may stand before the root element: white space, comments, declarations; all of it may be missing. */
const BEFORE =
  /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s[^[\]>]*(?:\[[^\]]*\]\s*)?>\s*)*/i

/**
 * The name of an XML document's root element, without its prefix and in lower case, by the beginning of the file:
 * `<?xml version="1.0"?><rdf:RDF …` gives "rdf". Nothing where there is none in sight: text, or a longer prologue.
 */
export function xmlRoot(text: string): string | undefined {
  const rest = text.slice(BEFORE.exec(text)![0].length)
  return /^<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)(?=[\s/>])/.exec(rest)?.[1]?.toLowerCase()
}

/** The name in its document type, in lower case: "html" of `<!DOCTYPE html>`. */
export const docType = (text: string): string | undefined =>
  /^\uFEFF?\s*(?:<\?[^>]*\?>\s*)?<!DOCTYPE\s+([\w:.-]+)/i.exec(text)?.[1]?.toLowerCase()
