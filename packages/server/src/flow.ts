export interface FlowOptions<I> {
  /** How many items may be under way: taken from the input and not yet handed on. */
  readonly window: number
  /** The weight of an item, and how much may be under way before no more is taken. One item always may. */
  readonly weigh: (item: I) => number
  readonly capacity: number
  /** Ends the flow: what has not been handed on is dropped. */
  readonly signal: AbortSignal
}

/**
 * Answers items in their order with several under way at once. The next item is taken while earlier ones are being
 * answered, and an answer is handed on as soon as all before it are: a partner that waits for an answer before it sends
 * the next item gets it. A slow taker slows the input. Throws what `items` or `answer` throws, in its place.
 */
export async function* inOrder<I, O>(
  items: AsyncIterable<I>,
  answer: (item: I) => Promise<O>,
  { window, weigh, capacity, signal }: FlowOptions<I>,
): AsyncGenerator<O> {
  const underWay: Slot<O>[] = []
  let weight = 0
  let ended = false
  let failure: { readonly error: unknown } | undefined
  let stopped = signal.aborted
  const progress = gate()
  const room = gate()
  const stop = () => {
    stopped = true
    progress.open()
    room.open()
  }
  signal.addEventListener('abort', stop)

  async function take() {
    try {
      for await (const item of items) {
        if (stopped) return
        const slot: Slot<O> = { weight: weigh(item) }
        underWay.push(slot)
        weight += slot.weight
        answer(item).then(
          value => settle(slot, { value }),
          error => settle(slot, { error }),
        )
        while (!stopped && (underWay.length >= window || weight >= capacity)) await room.opened()
        if (stopped) return
      }
    } catch (error) {
      failure = { error }
    } finally {
      ended = true
      progress.open()
    }
  }
  const settle = (slot: Slot<O>, result: NonNullable<Slot<O>['result']>) => {
    slot.result = result
    progress.open()
  }

  // Not awaited: when the flow is stopped, the input may never answer again.
  void take()
  try {
    while (!stopped) {
      const first = underWay[0]
      if (first?.result) {
        if ('error' in first.result) throw first.result.error
        yield first.result.value
        underWay.shift()
        weight -= first.weight
        room.open()
      } else if (!first && ended) {
        if (failure) throw failure.error
        return
      } else await progress.opened()
    }
  } finally {
    stop()
    signal.removeEventListener('abort', stop)
  }
}

interface Slot<O> {
  readonly weight: number
  result?: { readonly value: O } | { readonly error: unknown }
}

/** Lets one waiter through each time it is opened. Opening it with nobody waiting does nothing. */
function gate() {
  let pass = () => {}
  return {
    open: () => pass(),
    opened: () =>
      new Promise<void>(resolve => {
        pass = resolve
      }),
  }
}
