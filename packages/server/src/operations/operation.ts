import type { JobEntry, View } from '@onrecord/archive'
import type { StoryInput, StoryRecord } from '@onrecord/engine'
import type { z } from 'zod'
import type { Sheet } from '../output/sheet.js'

/**
 * One thing that Onrecord can do with an archive: one file each, from which come the command and its help, and with the
 * service its route, its entry in the API's description, its tool for assistants and its page of the reference.
 */
export interface Operation<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
  N extends string = string,
> {
  /** Its name on the command line: one word, or several: "search", "person merge". */
  readonly name: N
  /** In one line, with a full stop. */
  readonly summary: string
  /** What it does, what it answers, what it leaves alone; in plain words. */
  readonly description: string
  /** What may be asked. Every field has a description (`.meta({ description })` or `.describe`). */
  readonly input: I
  /** What is answered: plain JSON. */
  readonly output: O
  /** read: nothing in the archive changes. edit: what stories say of people. admin: rights, withdrawals, backups. */
  readonly permission: 'read' | 'edit' | 'admin'
  /** The audit log is told of its file, though nothing else changes: the archive is opened for writing. */
  readonly logged?: boolean
  /** It reads stories, which needs the models. */
  readonly reads?: boolean
  /** It asks other machines, where that is allowed. */
  readonly fetches?: boolean
  /** On the command line the archive is made where there is none. */
  readonly begins?: boolean
  /** Inputs that the examples run with, on an archive of the samples; said in the help and run by a test. */
  readonly examples: readonly { readonly says: string; readonly input: z.input<I> }[]
  /** Fields that stand without a flag on the command line, in order; the last may be a list. */
  readonly positional?: readonly (keyof z.input<I> & string)[]
  /** The last of them is a text: on the command line its words need no quotation marks around them. */
  readonly sentence?: boolean
  /** Its route below /api, with fields in braces: "/stories/{story}". Unless told, the words of its name: "/person/merge". */
  readonly path?: string
  /** Does anything change? Unless told, where the permission is more than to read. */
  readonly changes?: boolean
  /** What is asked may be too long for an address: it is sent by POST, though nothing changes. */
  readonly long?: boolean
  run(context: Context, input: z.output<I>): Promise<Plain<z.input<O>>>
  /**
   * The answer as a file that streams. An operation that has it has a field `format` too: where that is given, this
   * answers in the place of `run`. Rejects before the first byte, or not at all but for an archive that fails.
   */
  stream?(context: Context, input: z.output<I>): Promise<FileAnswer>
  /** Operations that go on from an answer: for each of their fields, where its value stands there, as a JSON pointer. */
  readonly links?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The command's exit status for an answer; 0 unless told. */
  status?(answer: z.output<O>): number
  /** The answer on a page for a terminal. Strings come made visible: nothing in them acts on the terminal. */
  show(answer: z.output<O>, sheet: Sheet): void
}

/** What an operation has of the world. */
export interface Context extends View {
  /** Who asks: an account, or 'local'. */
  readonly who: string
  /** What they may. */
  readonly may: readonly Operation['permission'][]
  /** ISO 8601. */
  readonly now: string
  /**
   * The bytes of a file that a field of the input names; such a field has `file: true` in its meta. On the command line
   * it is a path, "-" for what is piped in. Where files are not taken it throws an ArchiveError.
   */
  bytes(name: string): AsyncIterable<Uint8Array>
  /** Reads a story. Rejects with an InputError where it cannot be read, with a ModelError where none can. */
  read(story: StoryInput): Promise<StoryRecord>
  /** Fetches an address for `who` and lets what it answers wait as an upload. Not there where nothing may be fetched. */
  readonly fetch?: ((who: string, url: string, outlet?: string) => Promise<JobEntry>) | undefined
}

/** A file as an answer. */
export interface FileAnswer {
  /** With its charset, where it is text. */
  readonly mediaType: string
  /** A name to keep it under, without a folder. */
  readonly fileName: string
  /** In order, once; no more is held than what is under way. Strings are UTF-8. */
  readonly bytes: AsyncIterable<string | Uint8Array>
  /** How far it is, in a line; behind the last byte, what is in the file and what was left out, and why. */
  told(): string
}

export const changesAnything = ({ changes, permission }: Operation): boolean =>
  changes ?? permission !== 'read'

/** Gives an operation its types. */
export const operation = <I extends z.ZodObject, O extends z.ZodType, const N extends string>(
  one: Operation<I, O, N>,
): Operation<I, O, N> => one

/** JSON that nobody writes to. */
export type Plain<T> = T extends readonly (infer One)[]
  ? readonly Plain<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: Plain<T[Key]> }
    : T
