/** A mistake of the caller's: told with the usage, status 2. */
export const usageError = (message: string): Error =>
  Object.assign(new Error(message), { code: 'USAGE' })

/** Runs a command to its end; sets the exit status: 2 for a mistake of the caller's, 1 for any other failure. */
export async function run(main: () => Promise<void>, usage: string): Promise<void> {
  try {
    await main()
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    const mistaken = code?.startsWith('ERR_PARSE_ARGS') === true || code === 'USAGE'
    console.error(mistaken ? `${message}\n\n${usage}` : error)
    process.exitCode = mistaken ? 2 : 1
  }
}
