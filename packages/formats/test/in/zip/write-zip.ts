import { crc32, deflateRawSync } from 'node:zlib'

export interface Entry {
  readonly name: string
  readonly bytes: Uint8Array | string
  readonly stored?: boolean
  /** What the directory says instead of the truth. */
  readonly lies?: {
    readonly size?: number
    readonly packed?: number
    readonly crc?: number
    readonly offset?: number
    readonly flags?: number
    readonly method?: number
  }
}

/** A ZIP of these entries, whose directory may lie; `count` is what its end says of their number. */
export function writeZip(entries: readonly Entry[], count = entries.length): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, stored = false, lies = {} } of entries) {
    const plain = Buffer.from(bytes)
    const packed = stored ? plain : deflateRawSync(plain)
    const path = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(lies.flags ?? 0, 2)
    fields.writeUInt16LE(lies.method ?? (stored ? 0 : 8), 4)
    fields.writeUInt32LE(lies.crc ?? crc32(plain), 10)
    fields.writeUInt32LE(lies.packed ?? packed.length, 14)
    fields.writeUInt32LE(lies.size ?? plain.length, 18)
    fields.writeUInt16LE(path.length, 22)
    const local = [Buffer.from('PK\x03\x04'), fields, path, packed]
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(lies.offset ?? at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, path)
    parts.push(...local)
    at += local.reduce((sum, part) => sum + part.length, 0)
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}
