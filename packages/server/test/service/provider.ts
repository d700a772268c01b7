import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** An identity provider for tests: OpenID Connect, as much as the authorization code flow asks of it. */
export interface TestProvider {
  readonly issuer: string
  /** Who logs in next, and what the provider vouches for. */
  claims: Record<string, unknown>
  /** Goes to the address that the service sends the browser to; answers where the browser is sent back to. */
  agree(address: string): string
  close(): void
}

export async function startProvider(client: string): Promise<TestProvider> {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const nonces = new Map<string, string>()
  let issuer = ''
  const provider = { claims: {} as Record<string, unknown> }
  const server: Server = createServer(async (request, response) => {
    const say = (body: unknown) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(body))
    }
    if (request.url === '/.well-known/openid-configuration') {
      return say({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    }
    if (request.url === '/keys')
      return say({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', use: 'sig' }] })
    let body = ''
    for await (const chunk of request) body += chunk
    const nonce = nonces.get(new URLSearchParams(body).get('code') ?? '')
    const token = await new SignJWT({ nonce, ...provider.claims })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(issuer)
      .setAudience(client)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey)
    say({ access_token: 'unused', token_type: 'bearer', id_token: token })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(provider, {
    issuer,
    agree(address: string) {
      const asked = new URL(address).searchParams
      const code = `code-${nonces.size}`
      nonces.set(code, asked.get('nonce')!)
      const back = new URL(asked.get('redirect_uri')!)
      back.search = new URLSearchParams({ code, state: asked.get('state')! }).toString()
      return back.href
    },
    close: () => server.close(),
  })
}
