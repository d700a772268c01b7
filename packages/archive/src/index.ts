export {
  ACCOUNT_NAME,
  type Account,
  type AccountChange,
  accountOfSubject,
  accountsOf,
  changeAccount,
  findAccount,
  hasAdmin,
  MAY,
  makeAccount,
  type NewAccount,
  type Permission,
  passwordOf,
  type Role,
  setPassword,
} from './accounts/account.js'
export {
  type Credential,
  credentialsOf,
  dropCredential,
  type Holder,
  holderOf,
  makeCredential,
} from './accounts/credential.js'
export { type Archive, type OpenOptions, openArchive } from './archive.js'
export { checkAudit, type Deed, log } from './audit/audit.js'
export { type AuditEntry, type AuditQuery, auditEntries } from './audit/entries.js'
export type { Anchors } from './corrections/anchors/place.js'
export {
  type Applied,
  applyCorrections,
  type Correction,
  makeCorrection,
  type Outcome,
} from './corrections/apply.js'
export { type CheckedStory, checkedStories } from './corrections/checked.js'
export { type Corrected, correct, type Hand } from './corrections/correct.js'
export type { CorrectionCounts } from './corrections/in-force.js'
export { type Edit, edit, editKinds } from './corrections/kinds/index.js'
export { type CorrectionEntry, type CorrectionsAsked, listCorrections } from './corrections/list.js'
export {
  codeUnitsToReread,
  keepReread,
  type Reread,
  storiesToReread,
  type ToReread,
} from './corrections/reread.js'
export { redo, type Undone, undo, type Which } from './corrections/undo.js'
export {
  type Counted,
  type CountOptions,
  type CountRow,
  type Counts,
  count,
} from './counts/count.js'
export { SOURCE_KINDS, type SourceKind } from './counts/dimensions.js'
export {
  type CountQuery,
  DIMENSIONS,
  type Dimension,
  MEASURES,
  type Measure,
  type Numbers,
} from './counts/query.js'
export { type CountedQuote, countedQuotes } from './counts/quotes.js'
export { type State, stateOf } from './counts/state.js'
export type { Queue } from './database/database.js'
export { ArchiveError, type ArchiveErrorCode } from './errors.js'
export { findJob, type JobEntry, jobsOf, jobsWaiting, pathOf, storiesOf } from './jobs/job.js'
export {
  submitUpload,
  UPLOAD_LIMITS,
  type Upload,
  type UploadAbout,
  type UploadLimits,
} from './jobs/upload.js'
export {
  beat,
  beginWork,
  cancelJob,
  type End,
  endWork,
  SILENCE,
  takeUpLost,
  type Work,
} from './jobs/work.js'
export { backupArchive, type Copy, type CopyOptions, exportArchive } from './keep/backup.js'
export { type Checked, checkArchive, type Fault } from './keep/check.js'
export { type Restored, restoreArchive } from './keep/restore.js'
export {
  noteExport,
  planRecords,
  type RecordsPlan,
  type RecordsQuery,
  recordsOf,
} from './out/records.js'
export { sha256 } from './pack.js'
export { personKey } from './people/called.js'
export {
  type CandidateEntry,
  type CandidatesPage,
  type CandidatesQuery,
  listCandidates,
} from './people/candidates.js'
export type { Contradiction, Side } from './people/contradictions.js'
export {
  type Editor,
  editsOf,
  type PersonEdit,
  type PersonEditKind,
  undoEdit,
} from './people/edit.js'
export {
  acceptCandidate,
  giveMentions,
  mergePersons,
  rejectCandidate,
  renamePerson,
  type Split,
  splitPerson,
} from './people/edits.js'
export { findPerson, type PersonEntry, seePerson } from './people/find.js'
export {
  type Authority,
  type Imported,
  type ImportReport,
  type ImportRow,
  importAuthorities,
} from './people/import.js'
export { listPeople, type PeopleEntry, type PeoplePage, type PeopleQuery } from './people/list.js'
export { type PersonPage, personPage } from './people/page.js'
export type { Other, PersonQuote, QuoteAbout, QuotesPage, QuotesQuery } from './people/quotes.js'
export { type Rejoined, rejoin } from './people/rejoin.js'
export type {
  PersonCitation,
  Told,
  ToldAge,
  ToldOf,
  ToldRole,
  ToldTie,
} from './people/told.js'
export { type ProvenanceQuery, provenance } from './provenance/provenance.js'
export type { Descent, Group, Occurrence, Provenance, Variant } from './provenance/types.js'
export type { Change } from './rights/changes.js'
export type { NameLeft } from './rights/find-left.js'
export { refreshHidden } from './rights/hidden.js'
export { type Hidden, hide } from './rights/hide.js'
export { excerpt, type Licence, shownWords } from './rights/licence.js'
export { type RecordShown, recordShown } from './rights/record-shown.js'
export { type NameReplaced, type NameReplacing, replaceName } from './rights/replace-name.js'
export { type Doer, lift, type RestrictionEntry, restrictionsOf } from './rights/restrictions.js'
export { MASK, shownRecord } from './rights/shown.js'
export { type SourceEntry, setLicence, sourcesOf } from './rights/sources.js'
export { type Sight, seenSources, type View } from './rights/view.js'
export { type Withdrawn, withdrawStory } from './rights/withdraw-story.js'
export type { DateRange } from './search/dates.js'
export type { Facets } from './search/facets.js'
export type { Hit } from './search/hits.js'
export type { QuoteKind, SearchQuery } from './search/query.js'
export { type SearchAnswer, search } from './search/search.js'
export { addStories } from './stories/add.js'
export type { Added, Arrival, ReadArrival } from './stories/arrival.js'
export { noteFoundAgain } from './stories/found.js'
export { type ListedStory, listStories } from './stories/list.js'
export { type StoryPage, storyPage } from './stories/page.js'
export {
  dropProblemsOf,
  hasProblems,
  keepProblem,
  type ProblemEntry,
  problemsOf,
} from './stories/problems.js'
export { type QuotePage, quotePage } from './stories/quote-page.js'
export { type QuoteRef, quoteLink, quoteRef } from './stories/quote-ref.js'
export { type Known, recognise } from './stories/recognise.js'
export { machineRecord, readerOf, recordInForce } from './stories/record.js'
export { findStory, type StoryEntry } from './stories/story.js'
export { type FileState, isTaken, markTaken } from './stories/taken.js'
export { storable } from './text/storable.js'
export type { Attribution, Citation, Match, StoryWords, Verification } from './verify/types.js'
export { type VerifyQuery, verify } from './verify/verify.js'
