import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { QuoteModel } from '@onrecord/engine'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { parseConfig } from './config.js'
import { quoteModel } from './sessions.js'

export interface NodeOptions {
  /** Threads of the runtime for one window; 1 unless told. Several readers use several cores better than one does. */
  readonly threads?: number
  /** Folder with encoder.onnx, roles.onnx, vocab.txt and config.json; the committed weights unless told. */
  readonly folder?: string
}

const COMMITTED = fileURLToPath(new URL('../quotes/', import.meta.url))

/** Opens the quote model on ONNX Runtime for Node. Rejects, naming the file, if weights are missing or damaged. */
export async function openQuoteModel(options: NodeOptions = {}): Promise<QuoteModel> {
  const folder = options.folder ?? COMMITTED
  const file = (name: string) => `${folder.replace(/\/?$/, '/')}${name}`
  const session = async (name: string) => {
    try {
      return await InferenceSession.create(await readFile(file(name)), {
        executionProviders: ['cpu'],
        graphOptimizationLevel: 'all',
        intraOpNumThreads: options.threads ?? 1,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        logSeverityLevel: 3,
      })
    } catch (error) {
      throw new Error(`cannot open the model ${file(name)}: ${(error as Error).message}`)
    }
  }
  const [encoder, roles, config, vocabulary] = await Promise.all([
    session('encoder.onnx'),
    session('roles.onnx'),
    readFile(file('config.json'), 'utf8').then(json => parseConfig(json, file('config.json'))),
    readFile(file('vocab.txt'), 'utf8'),
  ])
  return quoteModel({ Tensor }, encoder, roles, config, vocabulary)
}
