import type { Context, Operation } from '../../operations/operation.js'

/** Runs an operation in this thread; its answer in JSON. Rejects with what it rejects with, explained. */
export async function answerHere(
  context: Context,
  operation: Operation,
  input: unknown,
): Promise<string> {
  try {
    return JSON.stringify(await operation.run(context, input as never))
  } catch (error) {
    throw context.archive.explain(error)
  }
}
