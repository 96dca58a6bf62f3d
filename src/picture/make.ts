// Bytes of a stranger's picture in, our own re-encoding out. The only home of sharp; runs in a process of its own.
import sharp, { type Metadata } from 'sharp'

/** `ratio` is width through height, null for the whole picture; `focal` counts a grid of three by three, row by row. */
export type Wish = { bytes: Uint8Array; ratio: number | null; focal: number }
export type Size = { width: number; height: number; bytes: Uint8Array }
/** WebP, upright, without any metadata, in two sizes. */
export type Made = { large: Size; small: Size }
export type Parked = { parked: string }

/** SECURITY section 6: the library's own bound would let 268 million through. */
const mostPixels = 50e6
/** What must be held whole in memory (interlaced, animated, to be turned) may take so many bytes. */
const mostWhole = 80e6
const mostUnshrunk = 30e6
const longestSide = 20_000
const mostScans = 100
const widths = { large: 1280, small: 640 }
const readable = ['jpeg', 'png', 'webp', 'gif']

sharp.cache(false)
sharp.concurrency(1)
// Everything else that the library could open stays shut, whatever a file says that it is.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif'].map(format => `VipsForeignLoad${format}Buffer`),
})

const gravities = [
  ...['left top', 'top', 'right top'],
  ...['left', 'centre', 'right'],
  ...['left bottom', 'bottom', 'right bottom'],
]

/** One picture, or the sentence that says why not. Never rejects. */
export async function makePicture({ bytes, ratio, focal }: Wish): Promise<Made | Parked> {
  try {
    if (tooManyScans(bytes)) return { parked: 'It is made so that opening it takes long.' }
    const source = sharp(bytes, { limitInputPixels: mostPixels, sequentialRead: true, pages: 1, failOn: 'error' })
    const { autoOrient, ...facts } = await source.metadata()
    const refused = refusal(facts)
    if (refused) return { parked: refused }
    const size = target(autoOrient, ratio)
    const { data, info } = await source
      .autoOrient()
      .resize({ ...size, fit: 'cover', position: gravities[focal] ?? 'centre' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const raw = { width: info.width, height: info.height, channels: info.channels }
    return { large: await encode(data, raw, info.width), small: await encode(data, raw, widths.small) }
  } catch (error) {
    return { parked: reason(error) }
  }
}

type Facts = Omit<Metadata, 'autoOrient'>

function refusal({ format, width, height, ...facts }: Facts): string | null {
  if (!readable.includes(format)) return 'It is not a picture that can be shown.'
  // A JPEG is made smaller while it is read; of all else every pixel is.
  if (format !== 'jpeg' && width * height > mostUnshrunk)
    return `It has more than ${mostUnshrunk / 1e6} million pixels.`
  if (Math.max(width, height) > longestSide) return 'It is too long and thin to be shown.'
  const moves = format === 'gif' || (facts.pages ?? 1) > 1
  const whole = moves || facts.isProgressive || (format !== 'jpeg' && (facts.orientation ?? 1) > 1)
  // What moves is laid over a canvas of its own.
  const perPixel = (moves ? 8 : Math.max(facts.channels, 3)) * (facts.depth === 'ushort' ? 2 : 1)
  return whole && width * height * perPixel > mostWhole ? 'Showing it would take too much memory.' : null
}

/** A progressive JPEG is gone through once for each of its scans. Cameras and programs write ten or so. */
function tooManyScans(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let at = -1
  for (let count = 0; count <= mostScans; count++) {
    at = file.indexOf('ffda', at + 1, 'hex')
    if (at < 0) return false
  }
  return true
}

/** How large it becomes: never larger than it is. */
function target({ width, height }: { width: number; height: number }, ratio: number | null) {
  const shape = ratio ?? width / height
  const most = ratio === null ? Math.min(1, widths.large / Math.max(width, height)) * width : widths.large
  const wide = Math.max(1, Math.round(Math.min(most, width, height * shape)))
  return { width: wide, height: Math.max(1, Math.round(wide / shape)) }
}

type Raw = { width: number; height: number; channels: 1 | 2 | 3 | 4 }

async function encode(pixels: Buffer, raw: Raw, width: number): Promise<Size> {
  const { data, info } = await sharp(pixels, { raw })
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, bytes: data }
}

function reason(error: unknown): string {
  if (/pixel limit/i.test(String(error))) return `It has more than ${mostPixels / 1e6} million pixels.`
  return 'It could not be read as a picture.'
}
