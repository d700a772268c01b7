import type { QuoteModel } from '@onrecord/engine'
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import { parseConfig } from './config.js'
import { quoteModel } from './sessions.js'

/** The four files of a model, for those who fetch or store them themselves. */
export interface ModelBytes {
  readonly encoder: Uint8Array
  readonly roles: Uint8Array
  /** config.json and vocab.txt, UTF-8. */
  readonly config: Uint8Array
  readonly vocabulary: Uint8Array
}

export interface WebOptions {
  /** Folder with encoder.onnx, roles.onnx, vocab.txt and config.json, as a URL; or the files themselves. */
  readonly weights: string | URL | ModelBytes
  /**
   * Where the runtime's ort-wasm-simd-threaded.wasm is: `{ wasm: url }`. Beside the page's script unless told. Holds for
   * all models of a page: what the first one was opened with stays.
   */
  readonly wasmPaths?: NonNullable<typeof env.wasm.wasmPaths>
}

/**
 * Opens the quote model on ONNX Runtime's wasm build, on one thread, so that a page needs no headers for shared memory.
 * Fetches the weights and the wasm file where none are handed in, and nothing else. Rejects, naming the URL or the
 * file, if one is missing or damaged. Reading blocks the thread: a page that stays alive reads in a worker.
 */
export async function openQuoteModel(options: WebOptions): Promise<QuoteModel> {
  env.wasm.numThreads = 1
  env.wasm.proxy = false
  if (options.wasmPaths !== undefined) env.wasm.wasmPaths = options.wasmPaths
  const { bytes, names } = await modelFiles(options.weights)
  const session = async (file: 'encoder' | 'roles') => {
    try {
      const open = await inTurn(() =>
        InferenceSession.create(bytes[file], {
          executionProviders: ['wasm'],
          graphOptimizationLevel: 'all',
          executionMode: 'sequential',
          logSeverityLevel: 3,
        }),
      )
      return { run: (feeds: Record<string, Tensor>) => inTurn(() => open.run(feeds)) }
    } catch (error) {
      throw new Error(`cannot open the model ${names[file]}: ${(error as Error).message}`)
    }
  }
  const utf8 = new TextDecoder()
  const config = parseConfig(utf8.decode(bytes.config), names.config)
  const encoder = await session('encoder')
  const roles = await session('roles')
  return quoteModel({ Tensor }, encoder, roles, config, utf8.decode(bytes.vocabulary))
}

let last: Promise<unknown> = Promise.resolve()

/**
 * Does the work when all before it is done. A page has one wasm instance, and runs that overlap in it spoil each
 * other's stack: two stories read at once came out wrong, or never.
 */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}

type FileNames = Readonly<Record<keyof ModelBytes, string>>

/** The files' bytes, and what to call each in an error. */
async function modelFiles(
  weights: WebOptions['weights'],
): Promise<{ bytes: ModelBytes; names: FileNames }> {
  const handedIn = typeof weights !== 'string' && !(weights instanceof URL)
  const folder = handedIn ? '' : String(weights).replace(/\/?$/, '/')
  const names: FileNames = {
    encoder: `${folder}encoder.onnx`,
    roles: `${folder}roles.onnx`,
    config: `${folder}config.json`,
    vocabulary: `${folder}vocab.txt`,
  }
  if (handedIn) return { bytes: weights, names }
  const [encoder, roles, config, vocabulary] = await Promise.all([
    fetchBytes(names.encoder),
    fetchBytes(names.roles),
    fetchBytes(names.config),
    fetchBytes(names.vocabulary),
  ])
  return { bytes: { encoder, roles, config, vocabulary }, names }
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  let answer: Response
  try {
    answer = await fetch(url)
  } catch (error) {
    throw new Error(`cannot fetch the model file ${url}: ${(error as Error).message}`)
  }
  if (!answer.ok) {
    throw new Error(`cannot fetch the model file ${url}: ${answer.status} ${answer.statusText}`)
  }
  return new Uint8Array(await answer.arrayBuffer())
}
