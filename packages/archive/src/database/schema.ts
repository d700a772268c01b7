import type { Generated } from 'kysely'

/**
 * The tables. Times are ISO 8601 in UTC, flags 0 or 1, JSON is text, packed columns are raw deflate: so one shape serves
 * SQLite and PostgreSQL. `id`s are the database's own and never leave the archive; what leaves are `key`s.
 */
export interface Tables {
  meta: MetaTable
  source: SourceTable
  original: OriginalTable
  story: StoryTable
  version: VersionTable
  origin: OriginTable
  taken: TakenTable
  problem: ProblemTable
  record: RecordTable
  quote: QuoteTable
  quote_speaker: QuoteEntityTable
  quote_about: QuoteEntityTable
  entity: EntityTable
  fact: FactTable
  passage: PassageTable
  band: BandTable
  copy: CopyTable
  person: PersonTable
  person_name: PersonNameTable
  person_authority: PersonAuthorityTable
  name_part: NamePartTable
  candidate: CandidateTable
  correction: CorrectionTable
  restriction: RestrictionTable
  tombstone: TombstoneTable
  withheld: WithheldTable
  mark: MarkTable
  audit: AuditTable
  account: AccountTable
  credential: CredentialTable
  job: JobTable
  job_part: JobPartTable
}

/** What the archive knows of itself: schema (its version), archive (its id), created. */
export interface MetaTable {
  key: string
  value: string
}

/** An outlet, and what may be done with its words. The outlet of stories that name none is ''. */
export interface SourceTable {
  id: Generated<number>
  name: string
  /** full: all may be shown and exported; snippet: at most `snippet_words` of a passage; link: metadata alone. */
  licence: 'full' | 'snippet' | 'link'
  snippet_words: number | null
  note: string | null
}

/** The bytes that a version was taken from. */
export interface OriginalTable {
  id: Generated<number>
  sha256: string
  media_type: string
  size: number
  packed: Uint8Array
}

/** A story through all its versions. */
export interface StoryTable {
  id: Generated<number>
  /** Its name in links, for ever: twelve characters of the hash of its first text and outlet. */
  key: string
  source_id: number
  /** Its id at the source, where that gave one. */
  own_id: string | null
  url: string | null
  /** The version that is searched and shown. */
  version_id: number | null
  state: 'shown' | 'hidden' | 'withdrawn'
  added_at: string
  /** How often its record in force was changed, by corrections, a new reading or a new text: what an editor saw. */
  revision: Generated<number>
}

/** One text of a story; it never changes, but for a name replaced or the story withdrawn. */
export interface VersionTable {
  id: Generated<number>
  story_id: number
  /** 1, 2, 3 in the order they came. */
  number: number
  /** Its version at the source, where that gave one. */
  own_version: string | null
  text: string
  sha256: string
  /** UTF-16 code units of the text. */
  length: number
  words: number
  title: string | null
  /** JSON: names. */
  byline: string | null
  published: string | null
  updated: string | null
  language: string | null
  kind: 'story' | 'transcript'
  original_id: number | null
  /** Packed JSON: the way back into the original, pieces of [start, end, at]. */
  back: Uint8Array | null
  /** Packed JSON: turns of a transcript. */
  turns: Uint8Array | null
  added_at: string
}

/** Where a version was found; the same text may be found in many places. */
export interface OriginTable {
  id: Generated<number>
  version_id: number
  path: string
  /** Where in the file: a record's id, a line, a path in a ZIP; '' where the file is the story. */
  part: string
  found_at: string
}

/** Files that were taken in to their end. The same path, size and time of change is passed over the next time. */
export interface TakenTable {
  path: string
  size: number
  changed_at: string
  stories: number
  taken_at: string
}

/** What gave no story, and why. Gone once the same place gives one. */
export interface ProblemTable {
  id: Generated<number>
  path: string
  part: string
  code: string
  message: string
  at: string
}

/** What a reader gave for a version: the machine's word, never changed by corrections. */
export interface RecordTable {
  id: Generated<number>
  version_id: number
  /** Version of the reader and of its models, as one string. */
  reader: string
  /** Packed JSON of the StoryRecord without its text. */
  packed: Uint8Array
  made_at: string
  /** 1 for the one that is in force. */
  current: number
}

/**
 * The rows below hold the record in force with its corrections, so that it can be searched. `item` is the id within the
 * record (q1, e1, f1). They are made anew by `project`; ids stay where the item is still the same (a quote's too, unless
 * its story's day of publication changes).
 */
export interface QuoteTable {
  /** By date of publication: see stories/dated-ids.ts. */
  id: number
  story_id: number
  item: string
  kind: 'direct' | 'indirect' | 'mixed'
  /** Its pieces, joined by ' … '. */
  content: string
  /** Words of its content, as `wordsOf` counts them. */
  words: number
  cue: string
  source: string
  /** Of the first piece's start and the last one's end. */
  start: number
  end: number
  confidence: number
  speaker_confidence: number | null
  /** The day it was said, where the record tells: ISO, maybe a month or a year alone. */
  said: string | null
  /** Copied from version and story, so that filters need no join. */
  published: string | null
  source_id: number
  /** 1: not found by search, since story or speaker is hidden. */
  hidden: number
}

export interface QuoteEntityTable {
  quote_id: number
  entity_id: number
}

export interface EntityTable {
  id: Generated<number>
  story_id: number
  item: string
  type: string
  name: string
  /** The name as `nameKey` gives it: for finding the same name elsewhere. */
  name_key: string
  gender: 'female' | 'male' | 'other' | null
  /** Of its first name, else its first mention. */
  start: number
  end: number
  mentions: number
  /** 1 where a mention is a name. */
  named: number
  /** Where its namesakes stand together: `fullName` of people/; null where it has no full name. */
  block: string | null
  /** Whom in the register it is, on evidence; null: nobody knows yet. */
  person_id: number | null
  join_score: number | null
  /** 'machine', or who decided. A decision of an editor is never changed by the machine. */
  join_by: string | null
  /** JSON: what it rests on. */
  join_evidence: string | null
}

export interface FactTable {
  id: Generated<number>
  story_id: number
  item: string
  type: string
  subject_id: number | null
  object_id: number | null
  /** JSON: arguments with entities' names, values' readings and words put in for their ids. */
  args: string
  /** The title of a role as `nameKey` gives it; null for other types and where no title is told. */
  role: string | null
  /** The quote that claims it; null where the story itself does. */
  said_by: number | null
  start: number
  end: number
  confidence: number
}

/** A paragraph of the version in force. */
export interface PassageTable {
  /** By date of publication: see stories/dated-ids.ts. */
  id: number
  story_id: number
  number: number
  start: number
  end: number
  published: string | null
  source_id: number
  hidden: number
}

/** MinHash bands of a version: versions that share one may be near copies. */
export interface BandTable {
  band: number
  value: number
  version_id: number
}

/** The later of two stories with (nearly) the same words, and the earlier. */
export interface CopyTable {
  story_id: number
  of_story_id: number
  kind: 'same' | 'near'
  /** Share of shingles in common, 0 to 1. */
  similarity: number
}

/** One person or organisation across stories. */
export interface PersonTable {
  id: Generated<number>
  /** Its name in links, for ever. */
  key: string
  type: 'person' | 'organisation' | 'group'
  name: string
  state: 'shown' | 'hidden' | 'replaced' | 'withdrawn'
  /** Who it was merged into, if it was. */
  merged_into: number | null
  made_at: string
  /** Entities that are this person. */
  mentions: Generated<number>
  /** JSON: what its mentions and authority files tell of it, summed up for comparing; see people/profile. */
  profile: string | null
  /** JSON: what authority files tell of it; null where none does. */
  known: string | null
}

export interface PersonNameTable {
  person_id: number
  name: string
  name_key: string
  /** As in entity; null where the name is not a full one. */
  block: string | null
}

/** How many different full names have a part, as 'f ola', 'l berg', 'o harbour'; 'p' and 'o' count all. */
export interface NamePartTable {
  part: string
  names: number
}

export interface PersonAuthorityTable {
  person_id: number
  /** 'wikidata', 'viaf', 'house' … */
  scheme: string
  identifier: string
}

/** Two who may be one, for an editor; `person_id` is the smaller of the two. */
export interface CandidateTable {
  person_id: number
  other_id: number
  /** How likely they are one, 0 to 1. */
  score: number
  /** JSON: what speaks for and against it, in words. */
  evidence: string
  /** rejected: an editor says they are two. */
  state: 'open' | 'rejected'
}

export interface CorrectionTable {
  id: Generated<number>
  key: string
  /** Null where it is about the register. */
  story_id: number | null
  /** The version that it was made on; it holds for later ones too. */
  version_id: number | null
  /** Its place among the corrections of its story, from 1. */
  number: Generated<number>
  /** The story's revision when it was made, or last undone or done again. */
  revision: Generated<number>
  /** What is done: one of corrections/kinds. */
  kind: string
  /** JSON: what the ids and spans in `change` stand for, by words and context: `Anchors`. */
  target: string
  /** JSON: the edit as it was made, with the ids and spans of the record that it was made on. */
  change: string
  who: string
  at: string
  why: string | null
  /** In the record in force. fulfilled: the reader says so already. */
  state: 'applied' | 'fulfilled' | 'conflict' | 'undone'
  /** Why it could not be applied to the record in force. */
  conflict: string | null
  undone_by: string | null
  undone_at: string | null
}

export interface RestrictionTable {
  id: Generated<number>
  key: string
  subject: 'story' | 'person'
  /** Of the story or person; it may be gone. */
  subject_key: string
  state: 'hidden' | 'replaced' | 'withdrawn'
  /** What stands in the place of the name. */
  replacement: string | null
  reason: string
  who: string
  at: string
  lifted_by: string | null
  lifted_at: string | null
}

/** A name that stories which come may not hold, as a keyed hash: see rights/secret.ts. */
export interface WithheldTable {
  hash: string
  /** How many words it has. */
  words: number
  restriction_id: number
}

/** A text, id or address that is not kept, as a keyed hash: by it what comes again is known. */
export interface MarkTable {
  id: Generated<number>
  hash: string
  /** The version whose text it was before a name was replaced. */
  version_id: number | null
  /** The story withdrawn that had it. */
  tombstone_id: number | null
}

/** What is left of something withdrawn: that it was, and why; none of its words. */
export interface TombstoneTable {
  id: Generated<number>
  subject: 'story' | 'person'
  key: string
  /** Of a story: its outlet. */
  source_id: number | null
  reason: string
  who: string
  at: string
}

/** What was done, by whom. Each entry's hash covers the one before: see audit/. */
export interface AuditTable {
  seq: number
  at: string
  who: string
  action: string
  subject: string
  /** JSON. */
  detail: string
  /** Null where the detail was erased. */
  salt: string | null
  /** Hash of salt and detail: `hash` covers this, so that a detail can be erased and the rest still be checked. */
  seal: string
  previous: string
  hash: string
}

/** Work that is done behind a request: an upload to be taken in. */
export interface JobTable {
  id: Generated<number>
  key: string
  kind: 'import'
  who: string
  /** What was uploaded, as its sender called it. */
  name: string
  /** JSON: what its sender told of it. */
  about: string
  state: 'receiving' | 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  /** How many of its owner's jobs waited before it: whoever has fewer waiting goes first. */
  rank: number
  /** Bytes of the upload, and how many of them are dealt with. */
  size: number
  dealt: number
  /** JSON: what became of its stories. */
  counts: string | null
  /** Why it failed. */
  message: string | null
  /** 1: its owner wants it stopped. */
  stop: number
  /** How often it was begun. */
  tries: number
  /** The process that works on it, and when that was last heard of. */
  holder: string | null
  beat_at: string | null
  made_at: string
  begun_at: string | null
  ended_at: string | null
}

/** The bytes of an upload until it is dealt with. */
export interface JobPartTable {
  job_id: number
  number: number
  bytes: Uint8Array
}

/** Somebody who may use the service over the network. */
export interface AccountTable {
  id: Generated<number>
  name: string
  role: 'reader' | 'editor' | 'admin'
  /** argon2id, in PHC's string form; null where there is no password (an invitation not taken up, single sign-on). */
  password: string | null
  /** Who it is at the identity provider: issuer and subject. */
  subject: string | null
  /** JSON: names of the sources whose stories it may see; null: all. */
  sources: string | null
  state: 'active' | 'disabled'
  made_at: string
}

/**
 * A secret that stands for an account; the secret itself is not kept. A device's stands for nothing: it tells that somebody
 * logged in from there before.
 */
export interface CredentialTable {
  id: Generated<number>
  key: string
  account_id: number
  kind: 'session' | 'token' | 'invitation' | 'device'
  /** SHA-256 of the secret, which is 256 random bits. */
  hash: string
  /** What its owner calls a token. */
  name: string | null
  /** JSON: permissions that a token has at most; null: its account's. */
  scopes: string | null
  made_at: string
  seen_at: string
  expires_at: string
}
