import { typeOf } from './choose.js'

/** Media types that no story comes in, by their beginning or whole. */
const NO_STORY =
  /^(?:image|audio|video|font|model|multipart)\/|^(?:text\/(?:css|javascript|ecmascript|x-component|dns|calendar|vcard)|application\/(?:(?:x-)?javascript|ecmascript|wasm|json|ld\+json|manifest\+json|problem\+json|graphql|x-www-form-urlencoded|font-\S*|x-font-\S*|vnd\.ms-fontobject|x-shockwave-flash|dash\+xml|vnd\.apple\.mpegurl|x-mpegurl|zip|gzip|x-gzip|ocsp-response|pkix-\S*|http|warc-fields|opensearchdescription\+xml|x-protobuf|protobuf|mpegurl|msword|vnd\.\S*))$/

/** Files that tell machines about a site and are text by type only. */
const FOR_MACHINES =
  /\/(?:robots|ads|app-ads|sellers|humans|security|llms|favicon)\.(?:txt|json|ico)$|\.(?:js|mjs|css|map|json|woff2?|ico|png|jpe?g|gif|svg|webp)$/i

/**
 * Is it what a page is made of, or what only machines read, by its media type and address? Such things make up most of
 * a web archive and are passed over: images, styles, scripts and the JSON that they fetch, robots.txt.
 */
export function isPassedOver(mediaType: string | undefined, url = ''): boolean {
  const type = typeOf(mediaType)
  if (NO_STORY.test(type)) return !STORIES.has(type)
  const path = /^[^?#]*/.exec(url)![0]
  return type !== 'text/html' && type !== 'application/xhtml+xml' && FOR_MACHINES.test(path)
}

/** Types under "vnd." that stories do come in. */
const STORIES: ReadonlySet<string> = new Set([
  'application/vnd.iptc.g2.newsitem+xml',
  'application/vnd.iptc.g2.packageitem+xml',
  'application/vnd.iptc.g2.newsmessage+xml',
])
