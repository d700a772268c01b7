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
      return await InferenceSession.create(bytes[file], {
        executionProviders: ['wasm'],
        graphOptimizationLevel: 'all',
        executionMode: 'sequential',
        logSeverityLevel: 3,
      })
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

const FILES: Readonly<Record<keyof ModelBytes, string>> = {
  encoder: 'encoder.onnx',
  roles: 'roles.onnx',
  config: 'config.json',
  vocabulary: 'vocab.txt',
}

/** The files' bytes, and what to call each in an error. */
async function modelFiles(weights: WebOptions['weights']) {
  if (typeof weights !== 'string' && !(weights instanceof URL)) {
    return { bytes: weights, names: FILES }
  }
  const folder = String(weights).replace(/\/?$/, '/')
  const bytes: Partial<Record<keyof ModelBytes, Uint8Array>> = {}
  const names: Partial<Record<keyof ModelBytes, string>> = {}
  const fetched = Object.entries(FILES).map(async ([key, name]) => {
    const url = `${folder}${name}`
    names[key as keyof ModelBytes] = url
    bytes[key as keyof ModelBytes] = await fetchBytes(url)
  })
  await Promise.all(fetched)
  return {
    bytes: bytes as ModelBytes,
    names: names as Record<keyof ModelBytes, string>,
  }
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
