import type { Db } from '../database/database.js'
import { guardOf } from '../rights/guard.js'

export interface ProblemEntry {
  readonly path: string
  readonly part: string
  readonly code: string
  readonly message: string
  readonly at: string
}

/** Keeps why a place gave no story; the last reason for a place counts. */
export async function keepProblem(
  db: Db,
  { path, part, code, message }: Omit<ProblemEntry, 'at'>,
  at = new Date().toISOString(),
): Promise<void> {
  const guard = await guardOf(db)
  const say = guard?.say ?? ((words: string) => words)
  const problem = { path: say(path), part: say(part), code, message: say(message) }
  await db
    .insertInto('problem')
    .values({ ...problem, at })
    .onConflict(on =>
      on
        .columns(['path', 'part'])
        .doUpdateSet({ code: problem.code, message: problem.message, at }),
    )
    .execute()
}

/** Problems, the latest first, and how many there are; `job`: those of an upload alone. */
export async function problemsOf(
  db: Db,
  {
    code,
    job,
    limit = 100,
  }: { code?: string | undefined; job?: string | undefined; limit?: number } = {},
): Promise<{ total: number; problems: ProblemEntry[] }> {
  const query = db
    .selectFrom('problem')
    .$if(code !== undefined, all => all.where('code', '=', code!))
    .$if(job !== undefined, all => all.where('path', 'like', pathsOf(job!)))
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const problems = await query
    .select(['path', 'part', 'code', 'message', 'at'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return { total: Number(total), problems }
}

/** Did places in this file give no story? */
export async function hasProblems(db: Db, path: string): Promise<boolean> {
  const query = db.selectFrom('problem').select('id').where('path', '=', path).limit(1)
  return (await query.executeTakeFirst()) !== undefined
}

/** The problems of an upload are no more: it was sent again. */
export async function dropProblemsOf(db: Db, job: string): Promise<void> {
  await db.deleteFrom('problem').where('path', 'like', pathsOf(job)).execute()
}

/** The places that `pathOf` gives what a job brings; keys have letters and digits alone. */
const pathsOf = (job: string) => `import:${job.replaceAll(/[^a-z0-9]/g, '')}/%`
