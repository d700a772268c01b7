/** A story as it came out of a file, before it is read. Offsets count UTF-16 code units of `text`. */
export interface Incoming {
  /** The words to read, as the file has them; never empty. */
  readonly text: string
  /** Its identifier at the source: a guid, a urn, the id of a JSON line. */
  readonly id?: string
  /** Which version of it the source says this is: "2", a time of change. */
  readonly version?: string
  readonly title?: string
  readonly outlet?: string
  readonly byline?: readonly string[]
  readonly url?: string
  /** ISO 8601: a day, or a time with or without its zone. */
  readonly published?: string
  /** When the source last changed it. */
  readonly updated?: string
  /** BCP 47, as stated by the source. */
  readonly language?: string
  /** What the words are: printed press, or speech put down as it was said. */
  readonly kind: 'story' | 'transcript'
  /** Where in the file it was: a record's id, a path within a ZIP, a line. None where the file is the story. */
  readonly part?: string
  /** Media type of what it was taken from: text/html, text/plain, application/pdf, text/vtt … */
  readonly mediaType: string
  /** The bytes that this story was taken from, where they are not the text alone: the page, the item, the line. */
  readonly original?: Uint8Array
  /** The way back into the original, in the order of the text; none where the two cannot be aligned. */
  readonly back?: readonly Piece[]
  /** Who speaks when, in subtitles and transcripts, in the order of the text. */
  readonly turns?: readonly Turn[]
}

/** text[start, end) stands at the original, from `at` on, as many UTF-16 units of the decoded original long. */
export interface Piece {
  readonly start: number
  readonly end: number
  /** Offset in the decoded original. Where characters are written otherwise there (`&amp;`), a piece ends. */
  readonly at: number
}

/** text[start, end) was said from `from` to `to`, in seconds; by whom, where the file says so. */
export interface Turn {
  readonly start: number
  readonly end: number
  readonly from?: number
  readonly to?: number
  readonly speaker?: string
}

/** Why something in a file gave no story. The rest of the file goes on where it can. */
export interface Problem {
  /** One of a small set of words, by format: 'too-large', 'broken', 'no-article', 'doctype', 'not-text', … */
  readonly code: string
  /** What is wrong, with the value and the limit, and the way out, in plain words. */
  readonly message: string
  readonly part?: string
}

/** What a reader of files gives, one after another. */
export type Found = { readonly story: Incoming } | { readonly problem: Problem }

/** A file to be read, or a part of one. */
export interface Source {
  /** Its path or name: for its extension and for messages. */
  readonly name: string
  /** Media type where a container says so (a WARC's HTTP header), with its parameters: "text/html; charset=latin1". */
  readonly mediaType?: string
  /** Where it was fetched from, where a container says so. */
  readonly url?: string
  /** When it was fetched, ISO 8601. */
  readonly fetched?: string
  /** Path on this machine where there is one: formats that need to seek (ZIP) open it themselves. */
  readonly path?: string
  /** Its bytes from the start. May be asked for once only. */
  bytes(): AsyncIterable<Uint8Array>
}

/** A kind of file that stories come in. One a file under in/. */
export interface InFormat {
  readonly name: string
  /** What it is, in a few words, for help. */
  readonly summary: string
  /** Endings of names, without the dot, lower case. */
  readonly extensions: readonly string[]
  /** Media types without parameters, lower case. */
  readonly mediaTypes: readonly string[]
  /** Is it this, by its first bytes (up to 4,096)? Asked where name and media type do not tell, or tell too little. */
  sniff(head: Uint8Array): boolean
  /** Never throws for what the file holds: that becomes a problem. Throws only if `bytes` does. */
  read(source: Source, limits: Limits): AsyncIterable<Found>
}

/** What one file may cost. A value over a limit is a problem that names the value and the limit. */
export interface Limits {
  /** Bytes of one document (a page, an item, a line, a PDF), once inflated. */
  readonly documentBytes: number
  /** Elements of one document, and how deep they may nest. */
  readonly nodes: number
  readonly depth: number
  /** Bytes inflated from one file all told, stream of a WARC excepted, and how many times its packed size. */
  readonly inflatedBytes: number
  readonly ratio: number
  /** Entries of a ZIP, pages of a PDF. */
  readonly entries: number
  readonly pages: number
  /** Milliseconds for one PDF. */
  readonly patience: number
}

export const LIMITS: Limits = {
  documentBytes: 16 * 2 ** 20,
  nodes: 2_000_000,
  depth: 2_000,
  inflatedBytes: 4 * 2 ** 30,
  ratio: 200,
  entries: 100_000,
  pages: 2_000,
  patience: 60_000,
}
