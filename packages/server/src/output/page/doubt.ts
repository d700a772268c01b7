/** Below this an item is shown as doubtful: more than three in ten such are wrong. */
export const UNSURE = 0.7

/** "62%"; never 100% for what is not certain. */
export const percent = (confidence: number): string =>
  confidence > 0.99 && confidence < 1 ? 'over 99%' : `${Math.round(confidence * 100)}%`
