// The pictures of the demo mailbox, drawn here: nobody's photographs, so there is no one's permission to ask.
import { crc32, deflateSync } from 'node:zlib'
import { type GeoPoint, jpeg, type Pixels } from './jpeg.ts'

export type Picture = { kind: 'picket' | 'placard' | 'sky' | 'drawing'; name: string; place?: GeoPoint }

type Colour = [red: number, green: number, blue: number]

/** A real JPEG or PNG file, as the name's ending says, with its media type. */
export function drawPicture(picture: Picture): { type: string; bytes: Buffer } {
  const pixels = scenes[picture.kind]()
  return picture.name.toLowerCase().endsWith('.png')
    ? { type: 'image/png', bytes: png(pixels) }
    : { type: 'image/jpeg', bytes: jpeg(pixels, picture.place) }
}

const scenes: Record<Picture['kind'], () => Pixels> = {
  picket() {
    const canvas = blank(320, 240)
    sky(canvas, [148, 160, 176], [206, 210, 214])
    box(canvas, [0, 60, 320, 110], [146, 92, 72])
    for (let window = 0; window < 8; window++) box(canvas, [14 + window * 39, 76, 22, 34], [226, 218, 180])
    box(canvas, [0, 170, 320, 70], [104, 104, 108])
    const coats: Colour[] = [
      [210, 92, 30],
      [40, 92, 168],
      [232, 232, 228],
      [36, 120, 84],
      [150, 40, 60],
    ]
    for (let person = 0; person < 9; person++) standing(canvas, 18 + person * 34, coats[person % coats.length]!)
    box(canvas, [92, 58, 84, 44], [250, 248, 240])
    writing(canvas, [98, 66, 72, 28])
    return canvas
  },
  placard() {
    const canvas = blank(240, 320)
    sky(canvas, [120, 170, 220], [190, 214, 236])
    box(canvas, [112, 200, 12, 120], [168, 120, 70])
    box(canvas, [36, 40, 168, 168], [252, 236, 92])
    box(canvas, [44, 48, 152, 152], [254, 246, 170])
    writing(canvas, [56, 64, 128, 120])
    return canvas
  },
  sky() {
    const canvas = blank(320, 208)
    sky(canvas, [92, 112, 140], [196, 204, 212])
    const bow: Colour[] = [
      [200, 60, 60],
      [220, 140, 50],
      [226, 210, 70],
      [70, 160, 90],
      [60, 100, 190],
      [120, 70, 160],
    ]
    bow.forEach((colour, band) => void arc(canvas, [160, 230], 190 - band * 8, colour))
    box(canvas, [0, 184, 320, 24], [66, 84, 62])
    return canvas
  },
  drawing() {
    const canvas = blank(280, 200)
    box(canvas, [0, 0, 280, 200], [252, 252, 248])
    disc(canvas, [240, 36], 24, [250, 206, 46])
    standing(canvas, 70, [240, 240, 255], 150)
    standing(canvas, 190, [70, 70, 76], 90)
    box(canvas, [0, 186, 280, 14], [92, 176, 84])
    return canvas
  },
}

function blank(width: number, height: number): Pixels {
  return { width, height, bytes: new Uint8Array(width * height * 3) }
}

function dot(canvas: Pixels, x: number, y: number, colour: Colour) {
  if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) return
  const at = (y * canvas.width + x) * 3
  canvas.bytes[at] = colour[0]
  canvas.bytes[at + 1] = colour[1]
  canvas.bytes[at + 2] = colour[2]
}

function box(canvas: Pixels, [left, top, width, height]: [number, number, number, number], colour: Colour) {
  for (let y = top; y < top + height; y++) for (let x = left; x < left + width; x++) dot(canvas, x, y, colour)
}

function disc(canvas: Pixels, [middle, centre]: [number, number], radius: number, colour: Colour) {
  for (let y = -radius; y <= radius; y++)
    for (let x = -radius; x <= radius; x++)
      if (x * x + y * y <= radius * radius) dot(canvas, middle + x, centre + y, colour)
}

function arc(canvas: Pixels, [middle, centre]: [number, number], radius: number, colour: Colour) {
  for (let y = 0; y < canvas.height; y++)
    for (let x = 0; x < canvas.width; x++)
      if (Math.abs(Math.hypot(x - middle, y - centre) - radius) < 4.5) dot(canvas, x, y, colour)
}

function sky(canvas: Pixels, above: Colour, below: Colour) {
  for (let y = 0; y < canvas.height; y++) {
    const share = y / canvas.height
    const colour = above.map((part, index) => Math.round(part + (below[index]! - part) * share)) as Colour
    for (let x = 0; x < canvas.width; x++) dot(canvas, x, y, colour)
  }
}

function standing(canvas: Pixels, left: number, coat: Colour, height = 84) {
  const foot = canvas.height - 14
  const top = foot - height
  box(canvas, [left, top + 18, 22, Math.round(height * 0.5)], coat)
  box(canvas, [left + 2, top + 18 + Math.round(height * 0.5), 7, Math.round(height * 0.3)], [44, 48, 62])
  box(canvas, [left + 13, top + 18 + Math.round(height * 0.5), 7, Math.round(height * 0.3)], [44, 48, 62])
  disc(canvas, [left + 11, top + 8], 9, [222, 178, 148])
}

/** Bars that read as lettering from across the road. */
function writing(canvas: Pixels, [left, top, width, height]: [number, number, number, number]) {
  const line = Math.max(8, Math.round(height / 4))
  for (let y = top, row = 0; y + line <= top + height; y += line + 4, row++)
    for (let x = left; x < left + width - (row % 2) * 18; x += 13) box(canvas, [x, y, 9, line - 2], [28, 28, 40])
}

/** A PNG file of 8-bit RGB (W3C PNG, section 5). */
function png({ width, height, bytes }: Pixels): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++) rows.set(bytes.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, body: Uint8Array) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
    const around = Buffer.alloc(8)
    around.writeUInt32BE(body.length, 0)
    around.writeUInt32BE(crc32(named), 4)
    return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
