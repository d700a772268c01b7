import type { Span } from '../../span.js'
export interface Mention extends Span { readonly form: 'name' | 'description' | 'pronoun' }
export interface Entity { readonly id: string }
export type Speakers = readonly (readonly string[])[]
