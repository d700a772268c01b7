/** What the databases call things. */
export interface Words {
  readonly engine: 'sqlite' | 'postgres'
  /** A column of ids that the database gives. */
  readonly id: string
  /** A whole number of up to 53 bits. */
  readonly wide: string
  readonly blob: string
  /** A number with fractions, or beyond 32 bits. */
  readonly real: string
}

/** Statements that take the schema one version on. Run in one transaction, in order. Never changed once released. */
export type Migration = (words: Words) => readonly string[]
