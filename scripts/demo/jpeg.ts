// A small baseline JPEG writer (ITU-T T.81), enough for the demo's pictures: three components, no subsampling.
// With a place it also writes the EXIF and GPS that a phone would, so that there is something to take out.
import { ac, dc, luminance, zigzag } from './jpeg-tables.ts'

/** Red, green and blue, a byte each, rows from the top. */
export type Pixels = { width: number; height: number; bytes: Uint8Array }

export type GeoPoint = { latitude: number; longitude: number }

type Codes = Map<number, [code: number, length: number]>

/** The picture as a JPEG file. Width and height should be multiples of eight; what is over is left out. */
export function jpeg(pixels: Pixels, place?: GeoPoint): Buffer {
  const width = pixels.width & ~7
  const height = pixels.height & ~7
  const quantiser = luminance.map(step => Math.max(1, Math.round(step * 0.5)))
  const frame = [8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...(place ? [segment(0xe1, exif(place))] : []),
    segment(0xdb, [0, ...zigzag.map(at => quantiser[at]!)]),
    segment(0xc0, frame),
    segment(0xc4, [0x00, ...dc.lengths, ...dc.values, 0x10, ...ac.lengths, ...ac.values]),
    segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    scan({ ...pixels, width, height }, pixels.width, quantiser),
    Buffer.from([0xff, 0xd9]),
  ])
}

function segment(marker: number, body: Iterable<number>): Buffer {
  const bytes = Buffer.from([...body])
  return Buffer.concat([Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]), bytes])
}

/** Huffman codes from how many there are of each length (T.81, C.2). */
function codesOf(table: { lengths: number[]; values: number[] }): Codes {
  const codes: Codes = new Map()
  let code = 0
  let next = 0
  table.lengths.forEach((count, index) => {
    for (let each = 0; each < count; each++) codes.set(table.values[next++]!, [code++, index + 1])
    code <<= 1
  })
  return codes
}

function scan(pixels: Pixels, stride: number, quantiser: number[]): Buffer {
  const out = bitWriter()
  const dcCodes = codesOf(dc)
  const acCodes = codesOf(ac)
  const before = [0, 0, 0]
  for (let top = 0; top < pixels.height; top += 8)
    for (let left = 0; left < pixels.width; left += 8)
      for (let component = 0; component < 3; component++) {
        const block = transform(samples(pixels.bytes, stride, [left, top], component))
        const steps = zigzag.map(at => Math.round(block[at]! / quantiser[at]!))
        writeDc(out, dcCodes, steps[0]! - before[component]!)
        before[component] = steps[0]!
        writeAc(out, acCodes, steps)
      }
  return out.end()
}

/** One component (Y, Cb, Cr) of the eight by eight at a corner, centred on nought. */
function samples(bytes: Uint8Array, stride: number, [left, top]: [number, number], component: number): number[] {
  return Array.from({ length: 64 }, (_, index) => {
    const at = ((top + (index >> 3)) * stride + left + (index & 7)) * 3
    const [red, green, blue] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!]
    if (component === 0) return 0.299 * red + 0.587 * green + 0.114 * blue - 128
    if (component === 1) return -0.1687 * red - 0.3313 * green + 0.5 * blue
    return 0.5 * red - 0.4187 * green - 0.0813 * blue
  })
}

const cosines = Array.from({ length: 64 }, (_, index) => {
  const [frequency, position] = [index >> 3, index & 7]
  return (Math.cos(((2 * position + 1) * frequency * Math.PI) / 16) * (frequency === 0 ? Math.SQRT1_2 : 1)) / 2
})

/** The cosine transform of T.81, A.3.3: columns, then rows. */
function transform(block: number[]): number[] {
  const half = Array.from({ length: 64 }, (_, index) => {
    const [frequency, column] = [index >> 3, index & 7]
    let sum = 0
    for (let row = 0; row < 8; row++) sum += cosines[frequency * 8 + row]! * block[row * 8 + column]!
    return sum
  })
  return Array.from({ length: 64 }, (_, index) => {
    const [row, frequency] = [index >> 3, index & 7]
    let sum = 0
    for (let column = 0; column < 8; column++) sum += cosines[frequency * 8 + column]! * half[row * 8 + column]!
    return sum
  })
}

type BitWriter = ReturnType<typeof bitWriter>

function bitWriter() {
  const bytes: number[] = []
  let held = 0
  let count = 0
  const put = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) {
      held = (held << 1) | ((value >> bit) & 1)
      if (++count < 8) continue
      bytes.push(held)
      if (held === 0xff) bytes.push(0) // a stuffed nought, so that data never looks like a marker (F.1.2.3)
      held = 0
      count = 0
    }
  }
  return {
    put,
    end() {
      while (count !== 0) put(1, 1)
      return Buffer.from(bytes)
    },
  }
}

const category = (value: number) => (value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1)

const magnitude = (value: number, bits: number) => (value < 0 ? value + 2 ** bits - 1 : value)

function writeDc(out: BitWriter, codes: Codes, difference: number) {
  const bits = category(difference)
  out.put(...codes.get(bits)!)
  out.put(magnitude(difference, bits), bits)
}

function writeAc(out: BitWriter, codes: Codes, steps: number[]) {
  let zeros = 0
  for (const step of steps.slice(1)) {
    if (step === 0) {
      zeros++
      continue
    }
    for (; zeros > 15; zeros -= 16) out.put(...codes.get(0xf0)!)
    const bits = category(step)
    out.put(...codes.get((zeros << 4) | bits)!)
    out.put(magnitude(step, bits), bits)
    zeros = 0
  }
  if (zeros > 0) out.put(...codes.get(0)!)
}

/** A TIFF header with a camera model and where the picture was taken (CIPA DC-008, 4.6). */
function exif(place: GeoPoint): Buffer {
  const model = 'Demo Phone 6\0'
  const start = 8 + 2 + 2 * 12 + 4
  const gps = start + model.length + (model.length & 1)
  const rationals = gps + 2 + 4 * 12 + 4
  const body = Buffer.alloc(rationals + 48)
  body.write('II*\0', 'latin1')
  body.writeUInt32LE(8, 4)
  const entry = (at: number, [tag, type, count, value]: [number, number, number, number]) => {
    body.writeUInt16LE(tag, at)
    body.writeUInt16LE(type, at + 2)
    body.writeUInt32LE(count, at + 4)
    body.writeUInt32LE(value, at + 8)
  }
  body.writeUInt16LE(2, 8)
  entry(10, [0x0110, 2, model.length, start])
  entry(22, [0x8825, 4, 1, gps])
  body.write(model, start, 'latin1')
  body.writeUInt16LE(4, gps)
  entry(gps + 2, [1, 2, 2, (place.latitude < 0 ? 'S' : 'N').charCodeAt(0)])
  entry(gps + 14, [2, 5, 3, rationals])
  entry(gps + 26, [3, 2, 2, (place.longitude < 0 ? 'W' : 'E').charCodeAt(0)])
  entry(gps + 38, [4, 5, 3, rationals + 24])
  sexagesimal(place.latitude).forEach((number, index) => void body.writeUInt32LE(number, rationals + 4 * index))
  sexagesimal(place.longitude).forEach((number, index) => void body.writeUInt32LE(number, rationals + 24 + 4 * index))
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), body])
}

/** Degrees, minutes and hundredths of seconds as three fractions. */
function sexagesimal(degrees: number): number[] {
  const value = Math.abs(degrees)
  const minutes = (value % 1) * 60
  return [Math.floor(value), 1, Math.floor(minutes), 1, Math.round((minutes % 1) * 6000), 100]
}
