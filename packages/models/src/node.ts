import type { QuoteModel } from '@onrecord/engine'

export interface NodeOptions {
  /** Threads of the runtime for one window. One is the fastest a core; several readers use several cores better. */
  readonly threads?: number
}

/** Opens the committed quote model on ONNX Runtime for Node. Rejects if the weights are missing or damaged. */
export async function openQuoteModel(_options: NodeOptions = {}): Promise<QuoteModel> {
  throw new Error('not yet')
}
