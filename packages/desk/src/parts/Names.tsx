import { Link } from 'wouter'

interface Props {
  readonly of: readonly { readonly name: string; readonly key: string | null }[]
  /** Where nobody is known. */
  readonly nobody: string
}

/** Names, each leading to its page where the register knows it. */
export function Names({ of, nobody }: Props) {
  if (of.length === 0) return <span className="nobody">{nobody}</span>
  return of.map(({ name, key }, k) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same name may stand there twice
    <span key={k}>
      {k > 0 && ', '}
      {key === null ? (
        <bdi>{name}</bdi>
      ) : (
        <Link href={`/people/${key}`}>
          <bdi>{name}</bdi>
        </Link>
      )}
    </span>
  ))
}
