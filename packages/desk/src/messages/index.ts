import { en } from './en.js'

/** Every word of the desk's own, in the language that it is shown in. Another language is a file of the same shape. */
export const say: typeof en = en
