/**
 * Text that UTF-8 can hold: a surrogate without its other half becomes U+FFFD. It has as many code units and code points
 * as before, so every offset stays right. "a\ud83d" is "a\ufffd"; whole pairs stay as they are.
 */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')
