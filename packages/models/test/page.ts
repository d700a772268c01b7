import { createReader, type StoryInput, type StoryRecord } from '@onrecord/engine'
import { openQuoteModel, type WebOptions } from '@onrecord/models/web'

/** What the browser test's page can do; the test bundles this file and calls it from outside. */
export interface Page {
  read(options: WebOptions, stories: readonly StoryInput[]): Promise<StoryRecord[]>
  /** The same, from bytes that the page fetched itself. */
  readFromBytes(folder: string, wasm: string, story: StoryInput): Promise<StoryRecord>
  /** What opening rejects with. */
  failure(options: WebOptions): Promise<string>
}

const page: Page = {
  async read(options, stories) {
    const reader = createReader(await openQuoteModel(options))
    return Promise.all(stories.map(story => reader.read(story)))
  },
  async readFromBytes(folder, wasm, story) {
    const bytes = async (name: string) =>
      new Uint8Array(await (await fetch(`${folder}${name}`)).arrayBuffer())
    const weights = {
      encoder: await bytes('encoder.onnx'),
      roles: await bytes('roles.onnx'),
      config: await bytes('config.json'),
      vocabulary: await bytes('vocab.txt'),
    }
    return createReader(await openQuoteModel({ weights, wasmPaths: { wasm } })).read(story)
  },
  failure: options =>
    openQuoteModel(options).then(
      () => 'opened',
      (error: Error) => error.message,
    ),
}

Object.assign(globalThis, { onrecord: page })
