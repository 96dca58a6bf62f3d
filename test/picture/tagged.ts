// Photos as cameras write them: an EXIF block built by hand (CIPA DC-008), with GPS, a maker's note and a thumbnail.

export type Maker = { make: string; model: string; note: Buffer }

/** How the notes of five makers begin; what follows is theirs alone. */
const noteOf = (head: string, order: 'II' | 'MM') => {
  const entry = Buffer.alloc(2 + 12 + 4)
  if (order === 'II') {
    entry.writeUInt16LE(1, 0)
    entry.writeUInt16LE(0x0001, 2)
    entry.writeUInt16LE(3, 4)
    entry.writeUInt32LE(1, 6)
    entry.writeUInt16LE(7, 10)
  } else {
    entry.writeUInt16BE(1, 0)
    entry.writeUInt16BE(0x0001, 2)
    entry.writeUInt16BE(3, 4)
    entry.writeUInt32BE(1, 6)
    entry.writeUInt16BE(7, 10)
  }
  return Buffer.concat([Buffer.from(head, 'latin1'), entry])
}

export const makers: Maker[] = [
  { make: 'Canon', model: 'Canon EOS 80D', note: noteOf('', 'II') },
  { make: 'NIKON CORPORATION', model: 'NIKON D7200', note: noteOf('Nikon\0\x02\x10\0\0II*\0\x08\0\0\0', 'II') },
  { make: 'Apple', model: 'iPhone 6s', note: noteOf('Apple iOS\0\0\x01MM', 'MM') },
  { make: 'samsung', model: 'SM-G930F', note: noteOf('', 'II') },
  { make: 'SONY', model: 'DSC-RX100', note: noteOf('SONY DSC \0\0\0', 'II') },
]

type Field = [tag: number, type: 1 | 2 | 3 | 4 | 5 | 7, count: number, value: Buffer]

const ascii = (tag: number, text: string): Field => [tag, 2, text.length + 1, Buffer.from(`${text}\0`, 'latin1')]
const short = (tag: number, value: number): Field => [tag, 3, 1, Buffer.from([value & 255, value >> 8])]
const long = (tag: number, value: number): Field => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return [tag, 4, 1, bytes]
}
const rationals = (tag: number, ...values: number[]): Field => {
  const bytes = Buffer.alloc(values.length * 8)
  values.forEach((value, at) => {
    bytes.writeUInt32LE(Math.round(value * 100), at * 8)
    bytes.writeUInt32LE(100, at * 8 + 4)
  })
  return [tag, 5, values.length, bytes]
}

/** A directory that stands at `start` of the block, with the values that do not fit into it behind it. */
function directory(fields: Field[], start: number, next = 0): Buffer {
  const table = Buffer.alloc(2 + fields.length * 12 + 4)
  const behind: Buffer[] = []
  let free = start + table.length
  table.writeUInt16LE(fields.length, 0)
  fields.forEach(([tag, type, count, value], at) => {
    const place = 2 + at * 12
    table.writeUInt16LE(tag, place)
    table.writeUInt16LE(type, place + 2)
    table.writeUInt32LE(count, place + 4)
    if (value.length <= 4) {
      value.copy(table, place + 8)
      return
    }
    table.writeUInt32LE(free, place + 8)
    const padded = Buffer.concat([value, Buffer.alloc(value.length & 1)])
    behind.push(padded)
    free += padded.length
  })
  table.writeUInt32LE(next, table.length - 4)
  return Buffer.concat([table, ...behind])
}

/** The JPEG with an EXIF block of this maker; its own pixels are the thumbnail too. */
export function photoOf(jpeg: Buffer, { make, model, note }: Maker, orientation: number): Buffer {
  const exif = (start: number) =>
    directory([ascii(0x9003, '2016:04:26 08:12:04'), [0x927c, 7, note.length, note], ascii(0xa431, 'SN-12345')], start)
  const gps = (start: number) =>
    directory([ascii(1, 'N'), rationals(2, 53, 24, 30.24), ascii(3, 'W'), rationals(4, 2, 59, 29.76)], start)
  const first = (exifAt: number, gpsAt: number, next: number) =>
    directory(
      [
        ...[ascii(0x010f, make), ascii(0x0110, model), short(0x0112, orientation), ascii(0x0131, '9.3.1')],
        ...[ascii(0x013b, 'Isobel Tranmer'), long(0x8769, exifAt), long(0x8825, gpsAt)],
      ],
      8,
      next,
    )
  const exifAt = 8 + first(0, 0, 0).length
  const gpsAt = exifAt + exif(exifAt).length
  const secondAt = gpsAt + gps(gpsAt).length
  const second = (at: number) => directory([short(0x0103, 6), long(0x0201, at), long(0x0202, jpeg.length)], secondAt)
  const thumbnailAt = secondAt + second(0).length
  const head = Buffer.from([...Buffer.from('II*\0', 'latin1'), 8, 0, 0, 0])
  const block = Buffer.concat([
    Buffer.from('Exif\0\0', 'latin1'),
    ...[head, first(exifAt, gpsAt, secondAt), exif(exifAt), gps(gpsAt), second(thumbnailAt), jpeg],
  ])
  const length = block.length + 2
  const marker = Buffer.from([0xff, 0xe1, length >> 8, length & 255])
  return Buffer.concat([jpeg.subarray(0, 2), marker, block, jpeg.subarray(2)])
}
