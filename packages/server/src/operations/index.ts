import { accountAdd } from './account-add.js'
import { accountInvite } from './account-invite.js'
import { accountSet } from './account-set.js'
import { accounts } from './accounts.js'
import { archiveCheck } from './archive-check.js'
import { audit } from './audit.js'
import { authoritiesImport } from './authorities-import.js'
import { candidates } from './candidates.js'
import { candidatesAccept } from './candidates-accept.js'
import { candidatesReject } from './candidates-reject.js'
import { correct } from './correct.js'
import { corrections } from './corrections.js'
import { correctionsExport } from './corrections-export.js'
import { counts } from './counts.js'
import { exportRecords } from './export.js'
import { fetchAddress } from './fetch.js'
import { hide } from './hide.js'
import { job } from './job.js'
import { jobCancel } from './job-cancel.js'
import { jobs } from './jobs.js'
import { lift } from './lift.js'
import type { Operation } from './operation.js'
import { people } from './people.js'
import { peopleRejoin } from './people-rejoin.js'
import { person } from './person.js'
import { personGive } from './person-give.js'
import { personMerge } from './person-merge.js'
import { personRename } from './person-rename.js'
import { personSplit } from './person-split.js'
import { personUndo } from './person-undo.js'
import { problems } from './problems.js'
import { provenance } from './provenance.js'
import { quote } from './quote.js'
import { quotes } from './quotes.js'
import { replaceName } from './replace-name.js'
import { restrictions } from './restrictions.js'
import { search } from './search/search.js'
import { sourceSet } from './source-set.js'
import { sources } from './sources.js'
import { stories } from './stories.js'
import { story } from './story.js'
import { tokenMake } from './token-make.js'
import { tokenRevoke } from './token-revoke.js'
import { tokens } from './tokens.js'
import { redo, undo } from './undo.js'
import { verify } from './verify.js'
import { withdraw } from './withdraw.js'

/** All of them with their types, in the order of the help. */
export const typed = [
  search,
  verify,
  provenance,
  stories,
  story,
  quote,
  counts,
  quotes,
  exportRecords,
  correct,
  corrections,
  correctionsExport,
  undo,
  redo,
  people,
  peopleRejoin,
  person,
  personMerge,
  personSplit,
  personGive,
  personRename,
  personUndo,
  candidates,
  candidatesAccept,
  candidatesReject,
  authoritiesImport,
  problems,
  fetchAddress,
  jobs,
  job,
  jobCancel,
  accounts,
  accountAdd,
  accountSet,
  accountInvite,
  tokens,
  tokenMake,
  tokenRevoke,
  audit,
  archiveCheck,
  sources,
  sourceSet,
  restrictions,
  hide,
  replaceName,
  withdraw,
  lift,
] as const

export const operations = typed as unknown as readonly Operation[]
