import {
  type Answered,
  type Asked,
  createClient,
  type Name,
  ServiceError,
} from '@onrecord/server/client'
import {
  keepPreviousData,
  QueryClient,
  type UseQueryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { fetchAndWatch, onceBack } from './reach.js'
import { setLoggedOut } from './session.js'

export type { Answered, Asked, Name }
export { ServiceError }

/** The service, asked from this page: the one place that does. */
export const client = createClient(location.origin, { fetch: fetchAndWatch, routes: ROUTES })

/** What was answered, kept for a while and asked anew when the page is looked at again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 10_000 },
    mutations: { retry: false },
  },
})
onceBack(() => queries.invalidateQueries())

type Options<T> = Pick<
  UseQueryOptions<T, Error, T>,
  'enabled' | 'refetchInterval' | 'placeholderData' | 'staleTime'
>

/** Asks an operation that reads. The same question asked in two places is sent once. */
export const useAsk = <N extends Name>(
  name: N,
  input: Asked<N>,
  options: Options<Answered<N>> = {},
) =>
  useQuery<Answered<N>>({
    ...options,
    queryKey: [name, input],
    queryFn: ({ signal }) => client.ask(name, input, { signal }),
  })

interface PagesOptions<N extends Name> {
  /** The cursor of the page behind one; unless told, its `next`. */
  readonly nextOf?: (page: Answered<N>) => string | null
  /** What is there stays until the answer to another question is here: then `isPlaceholderData`. */
  readonly stays?: boolean
}

/** Asks an operation that answers in pages for one after another: `fetchNextPage` of the query brings the next. */
export const usePages = <N extends Name>(
  name: N,
  input: Asked<N>,
  { nextOf = nextIn, stays = false }: PagesOptions<N> = {},
) =>
  useInfiniteQuery({
    queryKey: [name, 'pages', input],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      client.ask(
        name,
        { ...input, ...(pageParam !== undefined && { cursor: pageParam }) },
        { signal },
      ),
    getNextPageParam: nextOf,
    ...(stays && { placeholderData: keepPreviousData }),
  })

const nextIn = (page: object): string | null => ('next' in page ? (page.next as string) : null)

/** Where the answer of an operation that reads is found, as a link to keep it as a file. */
export function addressOf<N extends Name>(name: N, input: Asked<N>): string {
  const { path } = ROUTES.find(route => route.name === name)!
  const query = new URLSearchParams()
  for (const [field, value] of Object.entries(input))
    for (const one of [value].flat()) if (one !== undefined) query.append(field, String(one))
  return `${path}?${query}`
}

/** Asks an operation that changes something; afterwards everything that is shown is asked anew. */
export function useDo<N extends Name>(name: N) {
  const queries = useQueryClient()
  return useMutation<Answered<N>, Error, Asked<N>>({
    mutationFn: input => client.ask(name, input),
    onSuccess: () => queries.invalidateQueries(),
  })
}

/** Who sits here, and what they may. */
export interface Me {
  readonly account: string
  readonly may: readonly ('read' | 'edit' | 'admin')[]
  readonly sources: 'all' | 'some'
}

export const useMe = () =>
  useQuery<Me>({
    queryKey: ['me'],
    staleTime: 60_000,
    queryFn: ({ signal }) => getJson('/api/me', { signal }),
  })

/** May whoever sits here do such things? What they may not is not offered. */
export const useMay = (what: Me['may'][number]): boolean =>
  useMe().data?.may.includes(what) ?? false

/** The service is for whoever sits at its machine: there are no logins. */
export const isAlone = ({ account }: Me): boolean => account === 'local'

/** Asks what is no operation. Rejects with a ServiceError where the service says no. */
export async function getJson<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetchAndWatch(path, init)
  const body = await answer.json().catch(() => ({}))
  if (answer.ok) return body
  const { code = 'no-answer', message = '', advice = '' } = body.error ?? {}
  const retryAfter = Number(answer.headers.get('retry-after')) || undefined
  throw new ServiceError(answer.status, code, message, advice, retryAfter)
}

/** Tells the service something that is no operation. */
export const postJson = <T>(path: string, body: unknown): Promise<T> =>
  getJson(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Logs in. What the page shows is asked anew; where somebody else was logged in before, it is loaded anew. */
export async function logIn(path: string, body: unknown): Promise<void> {
  const before = queries.getQueryData<Me>(['me'])
  const { account } = await postJson<{ account: string }>(path, body)
  if (before && before.account !== account) {
    location.assign('/')
    return
  }
  setLoggedOut(false)
  await queries.resetQueries({ predicate: ({ state }) => state.data === undefined })
  await queries.invalidateQueries()
}

/** Logs out, and leaves nothing of what was shown. */
export async function logOut(): Promise<void> {
  await postJson('/api/logout', {})
  location.assign('/')
}
