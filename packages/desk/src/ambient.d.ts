/** Where the service's operations are found: vite.config.ts. */
declare const ROUTES: readonly { name: string; method: string; path: string }[]
