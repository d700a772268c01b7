import type { Span } from '../../span.js'
export interface Quote { readonly id: string; readonly content: readonly Span[] }
