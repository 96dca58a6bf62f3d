// Twenty files that ask a decoder for far more than they weigh. Each is made in a few milliseconds.
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

const u16 = (...values: number[]) => Buffer.from(values.flatMap(value => [value >> 8, value & 255]))
const u16le = (...values: number[]) => Buffer.from(values.flatMap(value => [value & 255, value >> 8]))
const u24le = (value: number) => Buffer.from([value & 255, (value >> 8) & 255, (value >> 16) & 255])

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(body.length, 0)
  around.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}

type Png = { width: number; height: number; depth?: number; colour?: number; interlaced?: boolean; more?: Buffer[] }

const pixels = deflateSync(Buffer.alloc(8 * 1024 * 1024), { level: 1 })

/** A PNG that claims these sizes; its pixels are the first megabytes of nothing. */
function png({ width, height, depth = 8, colour = 2, interlaced = false, more = [] }: Png): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colour, 0, 0, Number(interlaced)], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A JPEG whose frame header claims other sizes than it has. */
function claiming(jpeg: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(jpeg)
  const frame = Math.max(bytes.indexOf(Buffer.from([0xff, 0xc0])), bytes.indexOf(Buffer.from([0xff, 0xc2])))
  bytes.set(u16(height, width), frame + 5)
  return bytes
}

/** The last scan of a progressive JPEG, many times over. */
function scans(jpeg: Buffer, times: number): Buffer {
  const last = jpeg.subarray(jpeg.lastIndexOf(Buffer.from([0xff, 0xda])), jpeg.length - 2)
  return Buffer.concat([jpeg.subarray(0, -2), ...Array.from({ length: times }, () => last), Buffer.from([0xff, 0xd9])])
}

const gifHead = (width: number, height: number) =>
  Buffer.concat([Buffer.from('GIF89a'), u16le(width, height), Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255])])
const gifFrame = (width: number, height: number, data: number[]) =>
  Buffer.concat([Buffer.from([0x2c]), u16le(0, 0, width, height), Buffer.from([0, 2, data.length, ...data, 0])])
const dot = [0x44, 0x01]

function riff(...chunks: [type: string, body: Buffer][]): Buffer {
  const body = Buffer.concat(
    chunks.map(([type, bytes]) => {
      const size = Buffer.alloc(4)
      size.writeUInt32LE(bytes.length)
      return Buffer.concat([Buffer.from(type), size, bytes, Buffer.alloc(bytes.length & 1)])
    }),
  )
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length + 4)
  return Buffer.concat([Buffer.from('RIFF'), size, Buffer.from('WEBP'), body])
}

const canvas = (width: number, height: number, flags: number) =>
  Buffer.concat([Buffer.from([flags, 0, 0, 0]), u24le(width - 1), u24le(height - 1)])

/** By name; the limits they aim at are SECURITY section 6's. */
export async function bombs(): Promise<Record<string, Buffer>> {
  const plain = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#224466' }, limitInputPixels: false })
  const small = await plain(64, 64).jpeg().toBuffer()
  const progressive = await plain(2000, 2000).jpeg({ progressive: true }).toBuffer()
  const zeros = deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 1 })
  const text = (type: string, head: string) => chunk(type, Buffer.concat([Buffer.from(head, 'latin1'), zeros]))
  const comment = chunk('tEXt', Buffer.from('Comment\0x'))
  const still = (await plain(64, 64).webp().toBuffer()).subarray(12)
  const frame = Buffer.concat([Buffer.alloc(6), u24le(63), u24le(63), Buffer.from([1, 0, 0, 0]), still])
  return {
    'png of 256 million pixels': png({ width: 16_000, height: 16_000, depth: 1, colour: 0 }),
    'png of 2.5 thousand million pixels': png({ width: 50_000, height: 50_000, depth: 1, colour: 0 }),
    'png as wide as a header can say': png({ width: 0x7fffffff, height: 0x7fffffff }),
    'png of one row of 49 million pixels': png({ width: 49_000_000, height: 1, depth: 1, colour: 0 }),
    'interlaced png just below the pixel limit': png({ width: 7000, height: 7000, interlaced: true }),
    'interlaced png with 16 bits a channel': png({ width: 6000, height: 6000, depth: 16, colour: 6, interlaced: true }),
    'png with 64 MB of text packed into it': png({ width: 8, height: 8, more: [text('zTXt', 'Comment\0\0')] }),
    'png with a colour profile of 64 MB': png({ width: 8, height: 8, more: [text('iCCP', 'icc\0\0')] }),
    'png with fifty thousand comments': png({
      width: 8,
      height: 8,
      more: Array.from({ length: 50_000 }, () => comment),
    }),
    'jpeg that claims 65,500 by 65,500': claiming(small, 65_500, 65_500),
    'jpeg that claims 7,000 by 7,000 and breaks off': claiming(small, 7000, 7000),
    'progressive jpeg that claims 7,000 by 7,000': claiming(
      await plain(64, 64).jpeg({ progressive: true }).toBuffer(),
      7000,
      7000,
    ),
    'progressive jpeg with three thousand scans': scans(progressive, 3000),
    'gif with the largest screen': Buffer.concat([gifHead(65_535, 65_535), gifFrame(1, 1, dot), Buffer.from([0x3b])]),
    'gif with a frame of 49 million pixels': Buffer.concat([
      gifHead(7000, 7000),
      gifFrame(7000, 7000, dot),
      Buffer.from([0x3b]),
    ]),
    'gif with twenty thousand frames': Buffer.concat([
      gifHead(500, 500),
      ...Array.from({ length: 20_000 }, () => gifFrame(500, 500, dot)),
      Buffer.from([0x3b]),
    ]),
    'webp with the largest canvas': riff(
      ['VP8X', canvas(16_383, 16_383, 2)],
      ['ANIM', Buffer.alloc(6)],
      ['ANMF', frame],
    ),
    'webp with three thousand frames': riff(
      ['VP8X', canvas(4000, 4000, 2)],
      ['ANIM', Buffer.alloc(6)],
      ...Array.from({ length: 3000 }, (): [string, Buffer] => ['ANMF', frame]),
    ),
    'flat webp just below the limit of its kind': await plain(5400, 5400)
      .webp({ lossless: true, effort: 0 })
      .toBuffer(),
    'svg of a thousand million laughs': Buffer.from(
      `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "ha">${'bcdefghij'.replace(/./g, (name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)}]><svg xmlns="http://www.w3.org/2000/svg"><text>&j;</text></svg>`,
    ),
  }
}
