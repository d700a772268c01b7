import type { Migration } from './migration.js'

/** All tables of the first schema. */
export const first: Migration = ({ id, wide, blob, real }) => [
  `create table source (
    id ${id}, name text not null unique, licence text not null default 'full', snippet_words integer, note text)`,
  `create table original (
    id ${id}, sha256 text not null unique, media_type text not null, size integer not null, packed ${blob} not null)`,
  `create table story (
    id ${id}, key text not null unique, source_id integer not null references source(id), own_id text, url text,
    version_id integer, state text not null default 'shown', added_at text not null,
    revision integer not null default 0)`,
  // with the source: SQLite knows no statistics, and would go through all stories of an outlet
  'create index story_own on story (own_id, source_id) where own_id is not null',
  'create index story_url on story (url, source_id) where url is not null',
  'create unique index story_version on story (version_id)',
  'create index story_source on story (source_id)',
  `create table version (
    id ${id}, story_id integer not null references story(id) on delete cascade, number integer not null,
    own_version text, text text not null, sha256 text not null, length integer not null, words integer not null,
    title text, byline text, published text, updated text, language text, kind text not null,
    original_id integer references original(id), back ${blob}, turns ${blob}, added_at text not null,
    unique (story_id, number))`,
  'create index version_sha256 on version (sha256)',
  'create index version_published on version (published)',
  'create index version_original on version (original_id)',
  `create table origin (
    id ${id}, version_id integer not null references version(id) on delete cascade, path text not null,
    part text not null, found_at text not null, unique (path, part, version_id))`,
  'create index origin_version on origin (version_id)',
  `create table taken (
    path text not null, size ${real} not null, changed_at text not null, stories integer not null,
    taken_at text not null, primary key (path))`,
  `create table problem (
    id ${id}, path text not null, part text not null, code text not null, message text not null, at text not null,
    unique (path, part))`,
  `create table record (
    id ${id}, version_id integer not null references version(id) on delete cascade, reader text not null,
    packed ${blob} not null, made_at text not null, current integer not null)`,
  'create index record_version on record (version_id)',
  'create index record_reader on record (reader) where current = 1',
  // ids of quotes and passages are given: see stories/dated-ids.ts
  `create table quote (
    id ${wide} primary key, story_id integer not null references story(id) on delete cascade, item text not null, kind text not null,
    content text not null, words integer not null, cue text not null, source text not null, "start" integer not null,
    "end" integer not null,
    confidence ${real} not null, speaker_confidence ${real}, said text, published text,
    source_id integer not null, hidden integer not null default 0)`,
  'create index quote_story on quote (story_id)',
  'create index quote_published on quote (published)',
  'create index quote_source on quote (source_id, published)',
  'create index quote_said on quote (said) where said is not null',
  `create table entity (
    id ${id}, story_id integer not null references story(id) on delete cascade, item text not null, type text not null,
    name text not null, name_key text not null, gender text, "start" integer not null, "end" integer not null,
    mentions integer not null, named integer not null, block text, person_id integer, join_score ${real}, join_by text,
    join_evidence text)`,
  'create index entity_story on entity (story_id)',
  'create index entity_person on entity (person_id, name_key) where person_id is not null',
  'create index entity_name on entity (name_key) where named = 1',
  'create index entity_block on entity (block) where block is not null',
  `create table quote_speaker (
    quote_id ${wide} not null references quote(id) on delete cascade,
    entity_id integer not null references entity(id) on delete cascade, primary key (quote_id, entity_id))`,
  'create index quote_speaker_entity on quote_speaker (entity_id)',
  `create table quote_about (
    quote_id ${wide} not null references quote(id) on delete cascade,
    entity_id integer not null references entity(id) on delete cascade, primary key (quote_id, entity_id))`,
  'create index quote_about_entity on quote_about (entity_id)',
  `create table fact (
    id ${id}, story_id integer not null references story(id) on delete cascade, item text not null, type text not null,
    subject_id integer references entity(id) on delete cascade, object_id integer references entity(id) on delete cascade,
    args text not null, role text, said_by ${wide}, "start" integer not null, "end" integer not null, confidence ${real} not null)`,
  'create index fact_story on fact (story_id)',
  'create index fact_subject on fact (subject_id)',
  'create index fact_role on fact (subject_id, role) where role is not null and said_by is null',
  'create index fact_object on fact (object_id)',
  `create table passage (
    id ${wide} primary key, story_id integer not null references story(id) on delete cascade, number integer not null,
    "start" integer not null, "end" integer not null, published text, source_id integer not null,
    hidden integer not null default 0)`,
  'create index passage_story on passage (story_id)',
  `create table band (
    band integer not null, value ${real} not null, version_id integer not null references version(id) on delete cascade,
    primary key (band, value, version_id))`,
  'create index band_version on band (version_id)',
  `create table copy (
    story_id integer not null references story(id) on delete cascade,
    of_story_id integer not null references story(id) on delete cascade, kind text not null, similarity ${real} not null,
    primary key (story_id, of_story_id))`,
  'create index copy_of on copy (of_story_id)',
  `create table person (
    id ${id}, key text not null unique, type text not null, name text not null, state text not null default 'shown',
    merged_into integer, made_at text not null, mentions integer not null default 0, profile text,
    known text)`,
  'create index person_mentions on person (mentions, id)',
  'create index person_merged on person (merged_into) where merged_into is not null',
  `create table person_name (
    person_id integer not null references person(id) on delete cascade, name text not null, name_key text not null,
    block text, primary key (person_id, name))`,
  'create index person_name_key on person_name (name_key)',
  'create index person_name_block on person_name (block) where block is not null',
  'create table name_part (part text primary key, names integer not null)',
  `create table person_authority (
    person_id integer not null references person(id) on delete cascade, scheme text not null, identifier text not null,
    primary key (person_id, scheme, identifier))`,
  'create index person_authority_of on person_authority (scheme, identifier)',
  `create table candidate (
    person_id integer not null references person(id) on delete cascade,
    other_id integer not null references person(id) on delete cascade, score ${real} not null, evidence text not null,
    state text not null default 'open', primary key (person_id, other_id))`,
  'create index candidate_other on candidate (other_id)',
  // not by state first: SQLite would go through all open ones to find two people's
  'create index candidate_score on candidate (score)',
  `create table correction (
    id ${id}, key text not null unique, story_id integer references story(id) on delete cascade,
    version_id integer references version(id) on delete cascade, number integer not null default 0,
    revision integer not null default 0, kind text not null, target text not null, change text not null, who text not null, at text not null, why text, state text not null, conflict text,
    undone_by text, undone_at text)`,
  'create index correction_story on correction (story_id, number)',
  `create table restriction (
    id ${id}, key text not null unique, subject text not null, subject_key text not null, state text not null,
    replacement text, reason text not null, who text not null, at text not null, lifted_by text, lifted_at text)`,
  'create index restriction_subject on restriction (subject, subject_key)',
  `create table tombstone (
    id ${id}, subject text not null, key text not null, source_id integer references source(id), reason text not null,
    who text not null, at text not null)`,
  'create index tombstone_key on tombstone (subject, key)',
  `create table withheld (
    hash text not null, words integer not null, restriction_id integer not null references restriction(id) on delete cascade,
    primary key (hash, restriction_id))`,
  `create table mark (
    id ${id}, hash text not null, version_id integer references version(id) on delete cascade,
    tombstone_id integer references tombstone(id) on delete cascade)`,
  'create index mark_hash on mark (hash)',
  `create table audit (
    seq integer primary key, at text not null, who text not null, action text not null, subject text not null,
    detail text not null, salt text, seal text not null, previous text not null, hash text not null)`,
  `create table account (
    id ${id}, name text not null unique, role text not null, password text, subject text unique, sources text,
    state text not null, made_at text not null)`,
  `create table credential (
    id ${id}, key text not null unique, account_id integer not null references account(id) on delete cascade,
    kind text not null, hash text not null unique, name text, scopes text, made_at text not null, seen_at text not null,
    expires_at text not null)`,
  'create index credential_account on credential (account_id, kind)',
  `create table job (
    id ${id}, key text not null unique, kind text not null, who text not null, name text not null, about text not null,
    state text not null, rank integer not null, size ${real} not null, dealt ${real} not null, counts text, message text,
    stop integer not null, tries integer not null, holder text, beat_at text, made_at text not null, begun_at text,
    ended_at text)`,
  'create index job_state on job (state, rank, id)',
  'create index job_who on job (who, id)',
  `create table job_part (
    job_id integer not null references job(id) on delete cascade, number integer not null, bytes ${blob} not null,
    primary key (job_id, number))`,
]
