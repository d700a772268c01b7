import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { bodyOf, Refusal } from './refusal.js'

/** Says no to a request whose head is no HTTP, too long or too slow: the app never sees it. */
export function refuseHead(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const refusal = refusalOf(error.code)
  const body = JSON.stringify(bodyOf(refusal))
  socket.end(
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\nConnection: close\r\n\r\n${body}`,
  )
}

function refusalOf(code: string | undefined): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new Refusal(
      431,
      'too-long',
      'The address and the headers of the request are too long together.',
      'Ask for less at once.',
    )
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Refusal(408, 'too-slow', 'The request did not arrive in time.', 'Send it again.')
  return new Refusal(400, 'bad-request', 'This is no request as HTTP has it.', 'Mend it.')
}
