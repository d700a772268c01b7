/** The two things that the engine takes from its platform; every browser and every Node has them. */
interface Platform {
  readonly crypto: {
    readonly subtle: { digest(name: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer> }
  }
  readonly TextEncoder: new () => { encode(text: string): Uint8Array }
}

const platform = globalThis as unknown as Platform

/** SHA-256 of a text in UTF-8 (a lone surrogate counts as U+FFFD), in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await platform.crypto.subtle.digest(
    'SHA-256',
    new platform.TextEncoder().encode(text),
  )
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}
