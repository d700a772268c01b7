import type { QuoteConfig } from '@onrecord/engine'

export interface ModelFile extends QuoteConfig {
  readonly name: string
  readonly version: string
}

/** Reads config.json as training wrote it. Throws, naming the file's fault, if it is not one. */
export function parseConfig(json: string, file: string): ModelFile {
  let config: Partial<ModelFile>
  try {
    config = JSON.parse(json) as Partial<ModelFile>
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`)
  }
  const square = (rows: unknown) =>
    Array.isArray(rows) &&
    rows.length === 9 &&
    rows.every(row => Array.isArray(row) && row.length === 9)
  if (
    typeof config.name !== 'string' ||
    typeof config.window !== 'number' ||
    !square(config.transition)
  ) {
    throw new Error(
      `${file} is not a quote model's config: name, window or transition is missing or of the wrong shape`,
    )
  }
  return config as ModelFile
}
